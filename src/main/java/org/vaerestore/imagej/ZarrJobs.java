package org.vaerestore.imagej;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.vaerestore.blocks.BlockRunner;
import org.vaerestore.blocks.BlockShare;
import org.vaerestore.blocks.JobRequest;
import org.vaerestore.blocks.Planning;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.zarr.Axis;
import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.OmeZarr;
import org.vaerestore.zarr.store.Stores;

import ij.ImagePlus;
import ij.measure.Calibration;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;

/** Jobs from OME-Zarr to OME-Zarr, block by block, as ImageJ and the command line ask for them. */
public final class ZarrJobs {

	private ZarrJobs() {}

	/** Returns whether a job can be done in blocks: if all images of it are OME-Zarrs. */
	public static boolean isOne(final LargeImage image, final Path output, final Path uncertainty) {
		return image.zarr().isPresent() && ZarrImage.isOutput(output) && (uncertainty == null || ZarrImage.isOutput(uncertainty));
	}

	/**
	 * Returns what asks for an image to be enhanced.
	 *
	 * @param asked see {@link JobRequest}
	 * @param float32 whether the result is 32-bit instead of the image's type
	 * @param uncertainty may be null
	 */
	public static JobRequest enhance(final LargeImage image, final VaeModel model, final EnhanceSettings settings, final boolean float32,
		final Path output, final Path uncertainty, final Map<String, String> asked)
	{
		final ImagePlus result = result(image, float32);
		ResultProperties.write(result, "enhance", model, settings);
		return request(image, new JobRequest.Enhance(settings), result, model, output, uncertainty, asked);
	}

	/** Returns what asks for an image to be restored; see {@link #enhance}. */
	public static JobRequest restore(final LargeImage image, final JobRequest.Mask mask, final VaeModel model,
		final RestoreSettings settings, final boolean float32, final Path output, final Path uncertainty, final Map<String, String> asked)
	{
		return restore(image, mask, result(image, float32), model, settings, output, uncertainty, asked);
	}

	/** Returns what asks for what is drawn on an image to be restored; see {@link #enhance}. */
	public static JobRequest restore(final LargeImage image, final Mask drawn, final VaeModel model, final RestoreSettings settings,
		final boolean float32, final Path output, final Path uncertainty, final Map<String, String> asked)
	{
		final ImagePlus result = result(image, float32);
		ResultProperties.writeMask(result, drawn);
		return restore(image, new JobRequest.DrawnMask(drawn.interval()), result, model, settings, output, uncertainty, asked);
	}

	private static JobRequest restore(final LargeImage image, final JobRequest.Mask mask, final ImagePlus result, final VaeModel model,
		final RestoreSettings settings, final Path output, final Path uncertainty, final Map<String, String> asked)
	{
		ResultProperties.write(result, model, settings);
		return request(image, new JobRequest.Restore(settings, mask), result, model, output, uncertainty, asked);
	}

	private static ImagePlus result(final LargeImage image, final boolean float32) {
		final ImagePlus source = image.outline();
		return float32 ? ResultImage.floatCopyOf(source, source.getTitle()) : ResultImage.copyOf(source, source.getTitle());
	}

	private static JobRequest request(final LargeImage image, final JobRequest.Work work, final ImagePlus result, final VaeModel model,
		final Path output, final Path uncertainty, final Map<String, String> asked)
	{
		ResultProperties.writeDepth(result, image.outline(), model);
		final ZarrOrigin origin = image.zarr().orElseThrow();
		return new JobRequest(origin.location(), origin.image(), work, ZarrFile.type(result), location(output), uncertainty == null ? null
			: location(uncertainty), axes(origin.image(), result.getCalibration()), scale(origin.image(), result.getCalibration()),
			ZarrFile.channels(result), asked, ZarrFile.made(result));
	}

	/** Of a window, the user may have set its calibration anew. */
	private static List<Axis> axes(final OmeImage image, final Calibration calibration) {
		final List<Axis> known = ZarrFile.axesOf(calibration);
		final int[] order = hyperstack(image);
		return IntStream.range(0, order.length).mapToObj(axis -> {
			final Axis own = image.axes().get(axis);
			return new Axis(own.name(), own.kind(), known.get(order[axis]).unit().or(own::unit));
		}).toList();
	}

	private static List<Double> scale(final OmeImage image, final Calibration calibration) {
		final List<Double> known = ZarrFile.scale(calibration);
		return Arrays.stream(hyperstack(image)).mapToObj(known::get).toList();
	}

	/** Returns which of x, y, z, channel and time each axis is. */
	private static int[] hyperstack(final OmeImage image) {
		final HyperstackAxes axes = HyperstackAxes.of(image);
		return IntStream.range(0, image.axes().size()).map(axis -> axis < 2 ? axis : axis == axes.slice() ? 2 : axis == axes.channel() ? 3 : 4)
			.toArray();
	}

	/** Returns where the store of an output is. */
	public static String location(final Path output) {
		return ZarrLocation.of(output);
	}

	/** Plans a job and works on all of its blocks; goes on with one that was begun. */
	static void run(final JobRequest request, final VaeModel model, final int threads, final Progress progress) {
		final Stores stores = Stores.local();
		if (Planning.isBegun(request.output(), stores, request.asked())) Planning.requireUnfinished(request.output(), stores);
		else Planning.begin(request, model, stores);
		BlockRunner.local().run(request.output(), stores, BlockShare.ALL, threads, progress);
	}

	/**
	 * Opens a mask that is an OME-Zarr, to be read where it is asked for alone.
	 *
	 * @param stores opens it
	 * @return empty if it is none
	 */
	public static Optional<OpenMask> openMask(final Path path, final boolean inverted, final Stores stores) {
		if (!ZarrImage.isZarr(path)) return Optional.empty();
		final OmeZarr zarr = ZarrImage.zarr(path, stores);
		return Optional.of(new OpenMask(zarr, ZarrImage.only(zarr, path), location(path), inverted));
	}

	/**
	 * A mask that is an OME-Zarr.
	 *
	 * @param location of its store
	 * @param inverted whether 0 is damaged, not everything else
	 */
	public record OpenMask(OmeZarr zarr, OmeImage image, String location, boolean inverted) implements AutoCloseable {

		/** Returns it as jobs know it. */
		public JobRequest.Mask stored() {
			return new JobRequest.StoredMask(location, image, inverted);
		}

		/** Returns the image to train on, without what is damaged. */
		public TrainingImage trainingImage(final LargeImage of) {
			return of.trainingImageOf(pixels());
		}

		private RandomAccessibleInterval<? extends BooleanType<?>> pixels() {
			final RandomAccessibleInterval<? extends RealType<?>> marks = Cast.unchecked(ZarrImage.pixels(image));
			return Converters.convert2(marks, (from, to) -> to.set(from.getRealDouble() != 0 != inverted), BitType::new);
		}

		@Override
		public void close() {
			zarr.close();
		}
	}
}
