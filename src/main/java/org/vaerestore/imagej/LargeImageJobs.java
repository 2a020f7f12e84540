package org.vaerestore.imagej;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.file.ReplacedFile;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.restore.Restoration;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.restore.RestoredPatches;
import org.vaerestore.setaside.SetAside;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;
import ij.measure.Calibration;

/** What the suite does from file to file, of images that need not fit into memory. */
public final class LargeImageJobs {

	/** Share of an image's display range that its uncertainty is displayed over: its largest value is known at the end alone. */
	private static final double UNCERTAINTY_RANGE = 0.1;

	/** Share of enhancing that is the search for pixels that are no signal. */
	private static final double SEARCH = 0.03;
	/** Share of restoring an image that is done when it is restored, and when it is written; and pixels that are written at a time. */
	private static final double RESTORED = 0.5, WRITTEN = 0.75;
	/** Share of writing a file after which its pixels are in it, and smaller versions of it may be left to be made. */
	private static final double PIXELS = 0.97;
	private static final int ROW_PIXELS = 1 << 20;

	private LargeImageJobs() {}

	/** Returns the memory that enhancing takes in all; see {@link ImageMemory#enhancing}. */
	public static MemoryNeed memory(final LargeImage image, final Architecture model, final boolean blind,
		final EnhanceSettings settings)
	{
		return Enhancement.memory(image.pixels(), model, blind, settings).and(MemoryNeed.onHeap(image.keptBytes()));
	}

	/** Returns the memory that restoring takes in all; see {@link ImageMemory#restoring}. */
	public static MemoryNeed memory(final LargeImage image, final Mask mask, final Architecture model,
		final RestoreSettings settings)
	{
		return Restoration.memory(image.pixels(), mask.interval(), model, ImageJobs.along(settings, image.axes())).and(MemoryNeed
			.onHeap(image.keptBytes() + RestoredPatches.BYTES_PER_PIXEL * mask.count()));
	}

	/**
	 * Restores the masked pixels, and NaN ones, of an image into a TIFF file or an OME-Zarr; see {@link #enhance}. What is restored is held in
	 * memory until the file is written, so each row of the image is read once besides.
	 */
	public static void restore(final LargeImage image, final Mask mask, final VaeModel model, final RestoreSettings settings,
		final boolean float32, final Path output, final Path uncertainty, final Progress progress)
	{
		if (ZarrJobs.isOne(image, output, uncertainty)) {
			ZarrJobs.run(ZarrJobs.restore(image, mask, model, settings, float32, output, uncertainty,
				asked("restore", model, settings)), model, settings.threads(), progress);
			return;
		}
		final RestoredPatches patches = new RestoredPatches(uncertainty != null);
		Restoration.restore(image.pixels(), mask.interval(), model, ImageJobs.along(settings, image.axes()), patches, progress
			.part(0, RESTORED));
		final ImagePlus source = image.outline();
		final ImageAxes axes = image.axes();
		final Mask restored = new Mask(axes, patches.masks(axes.width(), axes.height(), axes.planes()), true);
		final ImagePlus result = float32 ? ResultImage.floatCopyOf(source, source.getTitle()) : ResultImage.copyOf(source, source
			.getTitle());
		describe(result, restored, model, settings);
		ResultProperties.writeDepth(result, source, model);
		SyntheticPixels.mark(result, restored);
		write(image, result, output, progress.part(RESTORED, uncertainty == null ? 1 : WRITTEN), (rows, part) -> copy(image, patches, float32
			? shown(rows, source.getCalibration(), ShownValues::show) : rows, part));
		if (uncertainty == null) return;
		final ImagePlus deviations = ResultImage.floatLike(source, source.getTitle());
		ShownValues.showDeviations(deviations, source.getCalibration());
		FloatDisplay.set(deviations, 0, UNCERTAINTY_RANGE * (source.getDisplayRangeMax() - source.getDisplayRangeMin()));
		describe(deviations, restored, model, settings);
		write(image, deviations, uncertainty, progress.part(WRITTEN, 1), (rows, part) -> zeros(image, patches, shown(rows, source
			.getCalibration(), ShownValues::showDeviations), part));
	}

	private static void describe(final ImagePlus made, final Mask restored, final VaeModel model, final RestoreSettings settings) {
		ResultProperties.write(made, model, settings);
		ResultProperties.writeMask(made, restored);
		Mask.removeFrom(made);
	}

	private static void copy(final LargeImage image, final RestoredPatches patches, final RowWriter output,
		final Progress progress)
	{
		final PlaneReader reader = PlaneReader.of(image.pixels());
		forEachRows(image.axes(), progress, (plane, rows, values) -> {
			reader.read(plane, rows, values);
			patches.putInto(values, plane, rows, false);
			output.write(plane, rows, values);
		});
	}

	private static void zeros(final LargeImage image, final RestoredPatches patches, final RowWriter output,
		final Progress progress)
	{
		forEachRows(image.axes(), progress, (plane, rows, values) -> {
			Arrays.fill(values, 0);
			patches.putInto(values, plane, rows, true);
			output.write(plane, rows, values);
		});
	}

	/** Goes through all planes some rows at a time, with an array for their values. */
	static void forEachRows(final ImageAxes axes, final Progress progress, final RowWriter each) {
		final int together = Math.max(1, ROW_PIXELS / axes.width());
		for (long plane = 0; plane < axes.planes(); plane++)
			for (int top = 0; top < axes.height(); top += together) {
				progress.checkCancelled();
				progress.update((plane + (double) top / axes.height()) / axes.planes(), "writing");
				final Region rows = new Region(0, top, axes.width(), Math.min(together, axes.height() - top));
				each.write(plane, rows, new float[rows.size()]);
			}
	}

	/**
	 * Enhances an image into a TIFF file, which is written row by row and has its name when it is whole, or an OME-Zarr, which is an image
	 * when it is whole.
	 *
	 * @param settings with any axis of slices if slices, or else frames, are to be averaged
	 * @param float32 whether the result is 32-bit instead of the image's type
	 * @param output .tif, which may be the image's own file, or .zarr
	 * @param uncertainty file for the standard deviation of the signal, 32-bit .tif; or null
	 * @throws InputException if something can't be written, or the memory isn't enough
	 * @throws CancelledException if it was cancelled; no file is left then
	 */
	public static void enhance(final LargeImage image, final VaeModel model, final EnhanceSettings settings,
		final boolean float32, final Path output, final Path uncertainty, final Progress progress)
	{
		if (ZarrJobs.isOne(image, output, uncertainty)) {
			ZarrJobs.run(ZarrJobs.enhance(image, model, settings, float32, output, uncertainty, asked("enhance", model, settings)), model,
				settings.threads(), progress);
			return;
		}
		final ImagePlus source = image.outline();
		final ImagePlus result = float32 ? ResultImage.floatCopyOf(source, source.getTitle()) : ResultImage.copyOf(source, source
			.getTitle());
		final SetAside aside = image.search().find(progress.part(0, SEARCH));
		final Progress rest = progress.part(SEARCH, 1);
		ResultProperties.write(result, "enhance", model, settings);
		ResultProperties.writeDepth(result, source, model);
		ResultProperties.writeSetAside(result, aside, settings);
		final UnaryOperator<RowWriter> results = rows -> float32 ? shown(rows, source.getCalibration(), ShownValues::show) : rows;
		if (uncertainty == null) {
			write(image, result, output, rest, (rows, part) -> enhance(image, model, settings, results.apply(rows), null, part));
			return;
		}
		final ImagePlus deviations = ResultImage.floatLike(source, source.getTitle());
		ShownValues.showDeviations(deviations, source.getCalibration());
		FloatDisplay.set(deviations, 0, UNCERTAINTY_RANGE * (source.getDisplayRangeMax() - source.getDisplayRangeMin()));
		ResultProperties.write(deviations, "enhance", model, settings);
		ResultProperties.writeSetAside(deviations, aside, settings);
		write(image, deviations, uncertainty, rest, (deviationRows, both) -> write(image, result, output, both, (rows, part) -> enhance(image,
			model, settings, results.apply(rows), shown(deviationRows, source.getCalibration(), ShownValues::showDeviations), part)));
	}

	private static Map<String, String> asked(final String job, final VaeModel model, final Record settings) {
		return Map.of("job", job, "model", model.id(), "settings", settings.toString());
	}

	private static void enhance(final LargeImage image, final VaeModel model,
		final EnhanceSettings settings, final RowWriter output, final RowWriter uncertainty, final Progress progress)
	{
		Enhancement.enhance(image.pixels(), image.search(), model, settings.sliceAxis() < 0 ? settings : settings.withSliceAxis(image.axes()
			.sliceAxis()), output, uncertainty, progress);
	}

	// The network has seen stored values; people know their images by the shown ones.
	private static RowWriter shown(final RowWriter rows, final Calibration calibration,
		final BiConsumer<float[], Calibration> show)
	{
		return !ShownValues.areLinear(calibration) ? rows : (plane, region, values) -> {
			show.accept(values, calibration);
			rows.write(plane, region, values);
		};
	}

	private static void write(final LargeImage image, final ImagePlus outline, final Path path, final Progress progress,
		final Content content)
	{
		final ImageAxes axes = image.axes();
		if (ZarrImage.isOutput(path)) {
			ZarrFile.write(outline, axes, path, rows -> content.writeTo(rows, progress.part(0, PIXELS)), progress.part(PIXELS, 1));
			return;
		}
		final long bytes = (long) axes.width() * axes.height() * axes.planes() * outline.getBytesPerPixel();
		ReplacedFile.write(path, bytes, out -> writeTo(out, axes, outline, progress, content));
	}

	private static void writeTo(final OutputStream out, final ImageAxes axes, final ImagePlus outline,
		final Progress progress, final Content content) throws IOException
	{
		final TiffHeader header = TiffHeader.of(outline, axes.width(), axes.height());
		out.write(header.bytes());
		try {
			content.writeTo(new TiffRows(out, outline.getBitDepth(), header.order()), progress);
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/** What writes the pixels of a file. */
	@FunctionalInterface
	private interface Content {

		void writeTo(RowWriter rows, Progress progress);
	}
}
