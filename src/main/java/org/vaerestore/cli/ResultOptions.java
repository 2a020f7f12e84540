package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;

import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.imagej.ResultDepth;
import org.vaerestore.imagej.ResultReport;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where results go, and of what kind they are. */
final class ResultOptions {

	@Option(names = "--output", required = true, paramLabel = "PATH", description =
		"Image to write: .tif, .ome.zarr, or .png for one plane of 8-bit or RGB; a .tif or .png may be the input itself.")
	private Path output;

	@Option(names = "--uncertainty", paramLabel = "PATH", description =
		"Also write the standard deviation of the signal, as 32-bit .tif or .ome.zarr.")
	private Path uncertainty;

	@Option(names = "--samples", paramLabel = "N", defaultValue = "0", description =
		"Samples of which the mean is taken, or number of alternatives; 0 for the closest estimate, along the prior's mean (default: ${DEFAULT-VALUE}).")
	private int samples;

	@Option(names = "--no-neighbours", description =
		"Treat each plane on its own, without the slices, or else frames, beside it.")
	private boolean noNeighbours;

	@Option(names = "--depth", paramLabel = "DEPTH", defaultValue = "auto", converter = OfDepth.class, completionCandidates =
		OfDepth.class, description = "Depth of the result: ${COMPLETION-CANDIDATES}; same is the input's type, rounded, and auto " +
			"is 32-bit where that would be coarse against noise or range (default: ${DEFAULT-VALUE}).")
	private ResultDepth depth;

	@Option(names = "--float", description = "The same as --depth 32-bit.")
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

	/** Returns whether 32-bit results were asked for, for what is to be known before there is a model. */
	boolean asksForFloat() {
		return float32 || depth == ResultDepth.FLOAT;
	}

	/** Returns whether the result for an image is to be 32-bit, and logs why if that is found alone, or why it should be. */
	boolean float32(final ImagePlus image, final VaeModel model, final Progress progress) {
		if (asksForFloat()) return true;
		if (!isPng(output)) return depth.float32(image, model, progress);
		depth.warn(image, model, progress);
		return false;
	}

	/** Returns whether the result for an image is to be 32-bit; see the other method. */
	boolean float32(final ImagePlus image, final VaeModel model, final Terminal terminal) {
		try (TerminalProgress progress = terminal.progress()) {
			return float32(image, model, progress);
		}
	}

	/** Returns whether the uncertainty is to be computed: to be written, or for the report. */
	boolean withUncertainty() {
		return uncertainty != null || report != null && samples != 1;
	}

	/** Returns where the report goes, null if it isn't asked for. */
	Path report() {
		return report;
	}

	/** Returns the memory that the report takes, if it is asked for. */
	MemoryNeed reportMemory(final ImagePlus image) {
		return report == null ? MemoryNeed.NONE : ResultReport.memory(image);
	}

	/** Fails early if the results can't be written. */
	private void check() {
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

	/** Fails early if what is asked for doesn't go with what is made of the unknown. */
	void check(final Estimate estimate) {
		check();
		if (estimate == Estimate.ALTERNATIVES) checkAlternatives();
		else if (estimate == Estimate.NATURAL && report != null) throw new InputException("A natural result is one of many that may " +
			"have been there, and nothing to be measured in; leave --report out, or use --result mean.");
	}

	private void checkAlternatives() {
		if (samples < 2) throw new InputException("Alternatives are samples, and --samples is " + samples + "; ask for 2 or more.");
		if (uncertainty != null) throw new InputException(
			"Alternatives show by themselves how sure the model is; leave --uncertainty out, or use --result mean.");
		if (report != null) throw new InputException(
			"Alternatives are no estimate to be measured in; leave --report out, or use --result mean.");
		if (isPng(output)) throw new InputException("Alternatives are a stack, which PNG can't hold: " + output + "; use .tif.");
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
		if (asksForFloat() && isPng(output)) throw new InputException(
			"PNG can't hold 32-bit values: " + output + "; use .tif, or leave out " + (float32 ? "--float." : "--depth."));
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

	/** The names of depths. */
	static final class OfDepth implements ITypeConverter<ResultDepth>, Iterable<String> {

		@Override
		public ResultDepth convert(final String name) {
			try {
				return ResultDepth.of(name);
			}
			catch (final InputException e) {
				throw new TypeConversionException(e.getMessage());
			}
		}

		@Override
		public Iterator<String> iterator() {
			return ResultDepth.names().iterator();
		}
	}

	private static boolean isPng(final Path path) {
		return path.toString().toLowerCase(Locale.ROOT).endsWith(".png");
	}
}
