package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.Optional;

import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.SavedZarr;
import org.vaerestore.job.CancelledException;

import ij.ImagePlus;

/**
 * The OME-Zarr that a result goes to instead of a window.
 *
 * @param path of the result
 * @param uncertainty path of the uncertainty, beside it; null if that isn't asked for
 */
record ZarrOutput(Path path, Path uncertainty) {

	/** Returns it if it is asked for. */
	static Optional<ZarrOutput> of(final Values values) {
		return values.path(ResultOptions.OUTPUT).map(path -> new ZarrOutput(path, ResultOptions.withUncertainty(values) ? beside(path) : null));
	}

	private static Path beside(final Path path) {
		final String name = path.getFileName().toString();
		return path.resolveSibling(name.replaceFirst("(?i)((\\.ome)?\\.zarr)$", "-uncertainty$1"));
	}

	/** Fails early if it can't be written. */
	void check() {
		SavedZarr.requireWritable(path);
		if (uncertainty != null) SavedZarr.requireWritable(uncertainty);
	}

	/** Writes what was made in memory. */
	void write(final ImageJobs.Result result, final Host host) {
		// Of a window the user sees what is done and what isn't; of a file nobody would.
		if (!result.isComplete()) throw new CancelledException();
		write(result.image(), path, host);
		if (uncertainty != null) write(result.uncertainty(), uncertainty, host);
		tell(host);
	}

	private static void write(final ImagePlus image, final Path path, final Host host) {
		try (Host.JobProgress progress = host.progress(null)) {
			SavedZarr.write(image, path, progress);
		}
	}

	/** Says where the results are. */
	void tell(final Host host) {
		host.log("The result is in " + path + ".");
		if (uncertainty != null) host.log("The uncertainty is in " + uncertainty + ".");
	}
}
