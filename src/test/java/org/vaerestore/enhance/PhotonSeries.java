package org.vaerestore.enhance;

import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

/** Procedural scenes, recorded by a camera that counts photons, and what the built-in weights make of them. */
final class PhotonSeries {

	static final int SIDE = 128;

	private PhotonSeries() {}

	/**
	 * Returns a scene without noise.
	 *
	 * @param photons its mean per pixel
	 * @param ground share of the mean that is everywhere
	 */
	static float[] scene(final long seed, final double photons, final double ground) {
		final float[] picture = ProceduralPictures.scene(SIDE, seed);
		float least = Float.POSITIVE_INFINITY;
		for (final float value : picture)
			least = Math.min(least, value);
		double mean = 0;
		for (final float value : picture)
			mean += (value - least) / picture.length;
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) (photons * (ground + (1 - ground) * (picture[i] - least) / mean));
		return picture;
	}

	/** Counts photons. */
	static float[] recorded(final float[] scene, final SplittableRandom random) {
		final float[] counts = new float[scene.length];
		for (int i = 0; i < counts.length; i++)
			counts[i] = (float) count(scene[i], random);
		return counts;
	}

	private static double count(final double photons, final SplittableRandom random) {
		if (photons > 100) return Math.max(0, Math.rint(photons + Math.sqrt(photons) * random.nextGaussian()));
		final double end = Math.exp(-photons);
		int count = 0;
		for (double product = random.nextDouble(); product > end; product *= random.nextDouble())
			count++;
		return count;
	}

	/** Enhances frames of {@link #SIDE} pixels, along with each other. */
	static float[] enhanced(final float[]... frames) {
		final int size = SIDE * SIDE;
		final float[] stack = new float[frames.length * size], result = new float[stack.length];
		for (int frame = 0; frame < frames.length; frame++)
			System.arraycopy(frames[frame], 0, stack, frame * size, size);
		final var image = Pictures.image(stack, SIDE, SIDE, frames.length);
		final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(image, null, "photons")), TrainingSettings.defaults()
			.withSignal(Signal.NOISY), Progress.silent());
		Enhancement.enhance(image, model, new EnhanceSettings(0, 1, 1, 1).withSliceAxis(2).withOrientations(1), Pictures.image(result,
			SIDE, SIDE, frames.length), null, Progress.silent());
		return result;
	}

	static double mean(final float[] values) {
		double sum = 0;
		for (final float value : values)
			sum += value;
		return sum / values.length;
	}
}
