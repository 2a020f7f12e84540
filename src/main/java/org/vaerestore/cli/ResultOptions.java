package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.imagej.ResultReport;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import picocli.CommandLine.Option;

/** Where results go, and of what kind they are. */
final class ResultOptions {

	@Option(names = "--output", required = true, paramLabel = "PATH", description =
		"Image to write: .tif, or .png for one plane of 8-bit or RGB; may be the input itself.")
	private Path output;

	@Option(names = "--uncertainty", paramLabel = "PATH", description =
		"Also write the standard deviation of the signal, as 32-bit .tif.")
	private Path uncertainty;

	@Option(names = "--samples", paramLabel = "N", defaultValue = "0", description =
		"Samples of which the mean is taken; 0 for the closest estimate, along the prior's mean (default: ${DEFAULT-VALUE}).")
	private int samples;

	@Option(names = "--no-neighbours", description =
		"Treat each plane on its own, without the slices, or else frames, beside it.")
	private boolean noNeighbours;

	@Option(names = "--float", description = "Write 32-bit values, not rounded to the input's type.")
	private boolean float32;

	@Option(names = "--report", paramLabel = "PATH", description =
		"Also write a report that tells whether the result may be quantified: an .html page, and its figures as .json beside it.")
	private Path report;

	int samples() {
		return samples;
	}

	/** Returns an axis of slices, or -1 if each plane is to be treated on its own. */
	int sliceAxis() {
		return noNeighbours ? -1 : 2;
	}

	boolean float32() {
		return float32;
	}

	/** Returns whether the uncertainty is to be computed: to be written, or for the report. */
	boolean withUncertainty() {
		return uncertainty != null || report != null && samples != 1;
	}

	/** Returns where the report goes, null if it isn't asked for. */
	Path report() {
		return report;
	}

	/** Fails early if the results can't be written. */
	void check() {
		OutputPath.requireWritableImage(output);
		if (report != null) ResultReport.require(report);
		if (uncertainty == null) return;
		OutputPath.requireWritableImage(uncertainty);
		if (Objects.equals(output.toAbsolutePath().normalize(), uncertainty.toAbsolutePath().normalize()))
			throw new InputException("--output and --uncertainty are both " + output + "; give two paths.");
		if (isPng(uncertainty)) throw new InputException(
			"The uncertainty is 32-bit, which PNG can't hold: " + uncertainty + "; use .tif.");
		if (samples == 1) throw new InputException(
			"The uncertainty needs at least 2 samples, and --samples is 1; use 0 or more than 1.");
	}

	/** Returns whether the results can be written row by row. */
	boolean areRows() {
		return !isPng(output);
	}

	Path output() {
		return output;
	}

	/** Returns where the uncertainty goes, null if it isn't asked for. */
	Path uncertainty() {
		return uncertainty;
	}

	/** Fails early if the output's format can't hold the result for an image. */
	void checkFormat(final ImagePlus image) {
		if (float32 && isPng(output)) throw new InputException(
			"PNG can't hold 32-bit values: " + output + "; use .tif, or leave out --float.");
		ImageWriter.requireFormatFor(image, output);
	}

	void write(final ImageJobs.Result result, final Terminal terminal) {
		ImageWriter.write(result.image(), output);
		if (uncertainty != null) ImageWriter.write(result.uncertainty(), uncertainty);
		tell(terminal);
	}

	/** Says where the results are. */
	void tell(final Terminal terminal) {
		terminal.print("The result is in " + output + ".");
		if (uncertainty != null) terminal.print("The uncertainty is in " + uncertainty + ".");
	}

	private static boolean isPng(final Path path) {
		return path.toString().toLowerCase(Locale.ROOT).endsWith(".png");
	}
}
