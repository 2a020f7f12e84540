package org.vaerestore.imagej.action;

import org.vaerestore.job.Progress;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Where a command runs: ImageJ with windows, headless, or a script's call. */
public interface Host {

	/** Returns what lasts between commands. */
	Session session();

	/** Returns whether windows can be opened, and a user may be looking. */
	boolean hasWindows();

	/** Returns whether a user is there to decide what comes next: windows, and no macro. */
	default boolean isInteractive() {
		return hasWindows() && !IJ.isMacro();
	}

	/**
	 * Returns the progress of a job, cancelled when the user says so.
	 *
	 * @param watched the image whose closing cancels the job; null for none
	 */
	JobProgress progress(ImagePlus watched);

	/** Shows a result, or hands it to the caller. */
	void show(ImagePlus result);

	/** Shows a table. */
	void show(ResultsTable table, String title);

	/** Writes a line that the user may want to keep. */
	void log(String line);

	/** Progress whose display ends with the job. */
	interface JobProgress extends Progress, AutoCloseable {

		@Override
		void close();
	}
}
