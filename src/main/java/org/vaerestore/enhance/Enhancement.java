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
	 * @throws CancelledException if it was cancelled; the planes before are done then
	 */
	public static <T extends RealType<T>, R extends RealType<R>> void enhance(final RandomAccessibleInterval<T> image,
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
				progress.checkCancelled();
				final Progress part = progress.part((double) plane / planes.count(), (plane + 1.0) / planes.count());
				final float[] values = reader.read(plane, planes.whole());
				final boolean[] hidden = new boolean[values.length];
				for (int i = 0; i < values.length; i++) {
					hidden[i] = !Float.isFinite(values[i]);
					if (hidden[i]) values[i] = Float.NaN;
				}
				final SignalEstimate estimate = blind ? new BlindSpots(predictor, sampling).estimate(values, hidden, planes
					.width(), part) : predictor.estimate(values, hidden, planes.width(), sampling, part);
				writer.write(plane, planes.whole(), estimate.mean());
				if (uncertaintyWriter != null) uncertaintyWriter.write(plane, planes.whole(), estimate.deviation());
			}
		}
		progress.update(1, "enhanced");
	}
}
