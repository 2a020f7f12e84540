package org.vaerestore.enhance;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.IntensityCheck;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Planes;
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
 * Each plane is enhanced on its own. Models without a noise model, and those with a mixture, were trained to predict a
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
	 * @param output of the image's size; integer types get rounded and clamped values
	 * @param uncertainty of the image's size: takes the standard deviation of the signal in units of the image; or null
	 * @param progress of the enhancement
	 * @return the number of planes that are done: all of the image, or fewer if it was cancelled
	 * @throws CancelledException if it was cancelled before a plane was done
	 */
	public static <T extends RealType<T>, R extends RealType<R>> long enhance(final RandomAccessibleInterval<T> image,
		final VaeModel model, final EnhanceSettings settings, final RandomAccessibleInterval<R> output,
		final RandomAccessibleInterval<FloatType> uncertainty, final Progress progress)
	{
		final PlaneReader reader = PlaneReader.of(image);
		final Planes planes = reader.planes();
		final PlaneWriter writer = PlaneWriter.of(output);
		final PlaneWriter uncertaintyWriter = uncertainty == null ? null : PlaneWriter.of(uncertainty);
		final float[] middle = reader.read(planes.count() / 2, planes.whole());
		IntensityCheck.warn(middle, new boolean[middle.length], model.normalisation(), progress);
		final Sampling sampling = new Sampling(settings.samples(), settings.seed());
		final boolean blind = model.noise() instanceof NoNoise || model.noise() instanceof MixtureNoise;
		try (LadderVae vae = LadderVae.of(model.architecture(), model.weights(), settings.threads())) {
			final PlanePredictor predictor = new PlanePredictor(vae, model.normalisation());
			for (long plane = 0; plane < planes.count(); plane++) {
				final Progress part = progress.part((double) plane / planes.count(), (plane + 1.0) / planes.count());
				final float[] values = reader.read(plane, planes.whole());
				final SignalEstimate estimate;
				try {
					estimate = estimate(values, blind, predictor, planes.width(), sampling, part);
				}
				catch (final CancelledException e) {
					if (plane == 0) throw e;
					return plane;
				}
				writer.write(plane, planes.whole(), blend(values, estimate.mean(), (float) settings.strength()));
				if (uncertaintyWriter != null) uncertaintyWriter.write(plane, planes.whole(), estimate.deviation());
			}
		}
		progress.update(1, "enhanced");
		return planes.count();
	}

	private static SignalEstimate estimate(final float[] values, final boolean blind, final PlanePredictor predictor,
		final int width, final Sampling sampling, final Progress progress)
	{
		progress.checkCancelled();
		final boolean[] hidden = new boolean[values.length];
		for (int i = 0; i < values.length; i++) {
			hidden[i] = !Float.isFinite(values[i]);
			if (hidden[i]) values[i] = Float.NaN;
		}
		return blind ? new BlindSpots(predictor, sampling).estimate(values, hidden, width, progress) : predictor.estimate(
			values, hidden, width, sampling, progress);
	}

	// What the input doesn't know can't be left as it is.
	private static float[] blend(final float[] input, final float[] enhanced, final float strength) {
		if (strength == 1) return enhanced;
		for (int i = 0; i < enhanced.length; i++)
			if (!Float.isNaN(input[i])) enhanced[i] = input[i] + strength * (enhanced[i] - input[i]);
		return enhanced;
	}
}
