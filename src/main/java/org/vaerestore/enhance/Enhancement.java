package org.vaerestore.enhance;

import java.util.concurrent.atomic.AtomicInteger;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.IntensityCheck;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.ResultRows;
import org.vaerestore.predict.Sampling;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoNoise;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Enhances a noisy image: estimates the signal behind it.
 *
 * <pre>
 * Enhancement.enhance(image, model, EnhanceSettings.defaults(), output, null, Progress.silent());
 * </pre>
 *
 * Each plane is enhanced on its own, or, with {@link EnhanceSettings#sliceAxis}, together with slices beside it as far as
 * these agree. Models without a noise model, and those with a mixture, were trained to predict a
 * pixel from its surroundings, and so are used.
 */
public final class Enhancement {

	private Enhancement() {}

	/**
	 * Enhances an image.
	 *
	 * @param image two or more dimensions; the first two are the plane; NaN pixels are restored
	 * @param model trained on noisy images like this
	 * @param settings how to enhance
	 * @param output of the image's size; integer types get rounded and clamped values; not the image itself if slices are
	 *          averaged, for then planes that are done would be averaged with those to come
	 * @param uncertainty of the image's size: takes the standard deviation of the signal in units of the image; or null
	 * @param progress of the enhancement
	 * @return the number of planes that are done: all of the image, or fewer if it was cancelled
	 * @throws CancelledException if it was cancelled before a plane was done
	 */
	public static <T extends RealType<T>, R extends RealType<R>> long enhance(final RandomAccessibleInterval<T> image,
		final VaeModel model, final EnhanceSettings settings, final RandomAccessibleInterval<R> output,
		final RandomAccessibleInterval<FloatType> uncertainty, final Progress progress)
	{
		if (settings.sliceAxis() >= image.numDimensions()) throw new InputException("The axis of the slices is " + settings
			.sliceAxis() + "; the image has " + image.numDimensions() + " dimensions.");
		final PlaneReader reader = PlaneReader.of(image);
		final Planes planes = reader.planes();
		final PlaneWriter writer = PlaneWriter.of(output);
		final PlaneWriter uncertaintyWriter = uncertainty == null ? null : PlaneWriter.of(uncertainty);
		IntensityCheck.warn(reader, model.normalisation(), progress);
		final Sampling sampling = new Sampling(settings.samples(), settings.orientations(), settings.seed());
		final boolean blind = model.noise() instanceof NoNoise || model.noise() instanceof MixtureNoise;
		try (LadderVae vae = LadderVae.of(model.architecture(), model.weights(), settings.threads())) {
			final PlanePredictor predictor = new PlanePredictor(vae, model.normalisation());
			for (long plane = 0; plane < planes.count(); plane++) {
				final long current = plane;
				final Progress part = progress.part((double) plane / planes.count(), (plane + 1.0) / planes.count());
				final AtomicInteger written = new AtomicInteger();
				final ResultRows result = (rows, estimate) -> {
					writer.write(current, rows, blend(reader, current, rows, estimate.mean(), (float) settings.strength()));
					if (uncertaintyWriter != null) uncertaintyWriter.write(current, rows, spread(estimate.deviation(), (float) model
						.spread()));
					written.addAndGet(rows.height());
				};
				try {
					progress.checkCancelled();
					if (blind) result.accept(planes.whole(), new BlindSpots(predictor, sampling).estimate(reader.read(plane, planes
						.whole()), planes.width(), part));
					else predictor.estimate(reader, plane, settings.sliceAxis(), sampling, uncertainty != null, result, part);
				}
				catch (final CancelledException e) {
					undo(reader, writer, uncertaintyWriter, plane, written.get());
					if (plane == 0) throw e;
					return plane;
				}
			}
		}
		progress.update(1, "enhanced");
		return planes.count();
	}

	private static float[] spread(final float[] deviation, final float factor) {
		for (int i = 0; i < deviation.length; i++)
			deviation[i] *= factor;
		return deviation;
	}

	/** Gives back the input's values to the rows of a plane that won't be finished. */
	private static void undo(final PlaneReader reader, final PlaneWriter writer, final PlaneWriter uncertainty,
		final long plane, final int height)
	{
		for (int y = 0; y < height; y++) {
			final Region row = new Region(0, y, reader.planes().width(), 1);
			writer.write(plane, row, reader.read(plane, row));
			if (uncertainty != null) uncertainty.write(plane, row, new float[row.size()]);
		}
	}

	// What the input doesn't know can't be left as it is.
	private static float[] blend(final PlaneReader reader, final long plane, final Region rows, final float[] enhanced,
		final float strength)
	{
		if (strength == 1) return enhanced;
		final float[] input = reader.read(plane, rows);
		for (int i = 0; i < enhanced.length; i++)
			if (!Float.isNaN(input[i])) enhanced[i] = input[i] + strength * (enhanced[i] - input[i]);
		return enhanced;
	}
}
