package org.vaerestore.imagej;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.vaerestore.file.ReplacedFile;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.trust.Assessment;
import org.vaerestore.trust.Assessor;
import org.vaerestore.trust.Finding;
import org.vaerestore.trust.Job;
import org.vaerestore.trust.Subject;
import org.vaerestore.trust.TrustJson;
import org.vaerestore.trust.TrustPage;
import org.vaerestore.vae.Engine;
import org.vaerestore.vae.MemoryNeed;

import ij.ImageJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The report that tells whether a result can be trusted: one HTML page with all that it shows, and its figures as JSON beside
 * it.
 */
public final class ResultReport {

	private static final String PAGE = ".html", FIGURES = ".json";

	private ResultReport() {}

	/**
	 * Checks, before hours of work, that a report can be written.
	 *
	 * @param path of the page
	 * @throws InputException if it is no .html or can't be written
	 */
	public static void require(final Path path) {
		if (!OutputPath.extension(path).equals(PAGE.substring(1))) throw new InputException("The report " + path +
			" is a page of HTML; give it a name that ends in " + PAGE + ".");
		OutputPath.requireWritable(path);
		OutputPath.requireWritable(figures(path));
	}

	/** Returns where the figures go as JSON: beside the page. */
	public static Path figures(final Path page) {
		final String name = page.getFileName().toString();
		return page.resolveSibling(name.substring(0, name.length() - PAGE.length()) + FIGURES);
	}

	/** Returns the memory that the report on a result takes beside that and its input. */
	public static MemoryNeed memory(final ImagePlus image) {
		return Assessor.memory(image.getWidth(), image.getHeight());
	}

	/** Returns the path of the report on one of several images, whose name it bears. */
	public static Path of(final Path page, final ImagePlus image) {
		final String name = page.getFileName().toString();
		return page.resolveSibling(name.substring(0, name.length() - PAGE.length()) + " " + image.getShortTitle().replaceAll(
			"[\\\\/:*?\"<>|]", "_") + PAGE);
	}

	/**
	 * Measures on a result and writes the report.
	 *
	 * @param path of the page
	 * @param input as it was before
	 * @param result of it, with its uncertainty or without
	 * @param mask of what was restored; null if nothing was
	 * @return what the page amounts to, in a line
	 */
	public static String write(final Path path, final ImagePlus input, final ImageJobs.Result result, final Mask mask,
		final VaeModel model, final Job job, final Progress progress)
	{
		final ImageAxes axes = ImageAxes.of(input);
		return write(path, new Subject(input.getTitle(), Pixels.realValued(input), stored(result.image(), input, axes, false), result
			.uncertainty() == null ? null : stored(result.uncertainty(), input, axes, true), mask == null ? null : mask.withNaNs(input)
				.interval(), model, job), progress);
	}

	/**
	 * Measures on a result that was written to a file, and writes the report.
	 *
	 * @param path of the page
	 * @param input as it was before
	 * @param result the file, uncompressed .tif
	 */
	public static String write(final Path path, final LargeImage input, final Path result, final VaeModel model, final Job job,
		final Progress progress)
	{
		try (LargeImage made = LargeImage.open(result, true).orElseThrow()) {
			return write(path, new Subject(input.outline().getTitle(), input.pixels(), made.outline().getType() != ImagePlus.GRAY32 ? made
				.pixels() : stored(made.pixels(), input.outline(), false), null, null, model, job, input.search()), progress);
		}
	}

	private static String write(final Path path, final Subject subject, final Progress progress) {
		progress.update(0, "writing the report");
		final Assessment assessment = Assessor.assess(subject, progress);
		final Map<String, String> facts = facts();
		final byte[] page = TrustPage.of(assessment, facts).selfContained(), figures = TrustJson.of(assessment, facts);
		ReplacedFile.write(figures(path), figures.length, out -> out.write(figures));
		ReplacedFile.write(path, page.length, out -> out.write(page));
		return "The report is in " + path + ". May it be quantified? " + TrustPage.headline(assessment) + assessment.findings()
			.stream().filter(finding -> finding.weight() != Finding.Weight.NOTE).map(finding -> " " + finding.name() + ": " + finding
				.figure() + ".").collect(Collectors.joining());
	}

	private static Map<String, String> facts() {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("made with", Engine.productVersion() + ", ND4J " + Engine.nd4jVersion() + ", ImageJ " + ImageJ.VERSION + ", Java " +
			System.getProperty("java.version") + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
		return facts;
	}

	/** Returns the pixels of a result in the units that the network has seen, which its input is stored in. */
	private static RandomAccessibleInterval<? extends RealType<?>> stored(final ImagePlus result, final ImagePlus input,
		final ImageAxes axes, final boolean deviations)
	{
		if (result.getType() != ImagePlus.GRAY32) return Pixels.realValued(result);
		return stored(Pixels.floats(result, axes), input, deviations);
	}

	private static <T extends RealType<?>> RandomAccessibleInterval<? extends RealType<?>> stored(
		final RandomAccessibleInterval<T> values, final ImagePlus input, final boolean deviations)
	{
		final Calibration calibration = input.getCalibration();
		if (input.getType() == ImagePlus.GRAY32 || !ShownValues.areLinear(calibration)) return values;
		final double offset = deviations ? 0 : calibration.getCoefficients()[0];
		final double slope = deviations ? Math.abs(calibration.getCoefficients()[1]) : calibration.getCoefficients()[1];
		return Converters.convert(values, (shown, value) -> value.setReal((shown.getRealDouble() - offset) / slope), new FloatType());
	}
}
