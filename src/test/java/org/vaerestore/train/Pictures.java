package org.vaerestore.train;

import java.util.SplittableRandom;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.FloatType;

/** Images and quick trainings for tests. */
public final class Pictures {

	/** A network that takes a few milliseconds per step. */
	public static final org.vaerestore.vae.Architecture TINY = new org.vaerestore.vae.Architecture(2, 2, 8, 2, 1);

	private Pictures() {}

	/** Returns smooth waves from 20 to 220, of 96 x 80 x slices pixels. */
	public static float[] waves(final int width, final int height, final int slices) {
		final float[] values = new float[width * height * slices];
		for (int z = 0; z < slices; z++)
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					values[(z * height + y) * width + x] = (float) (120 + 60 * Math.sin(0.21 * x + z) + 40 * Math.cos(0.17 * y +
						0.11 * x));
		return values;
	}

	/** Adds Gaussian noise. */
	public static float[] noisy(final float[] values, final double deviation, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] result = values.clone();
		for (int i = 0; i < result.length; i++)
			result[i] += (float) (deviation * random.nextGaussian());
		return result;
	}

	/** Returns a mask of the rectangle from (x0, y0) on. */
	public static ArrayImg<NativeBoolType, ?> rectangle(final int width, final int height, final int x0, final int y0,
		final int w, final int h)
	{
		final boolean[] mask = new boolean[width * height];
		for (int y = y0; y < y0 + h; y++)
			for (int x = x0; x < x0 + w; x++)
				mask[y * width + x] = true;
		return ArrayImgs.booleans(mask, width, height);
	}

	/** Returns values as an image. */
	public static ArrayImg<FloatType, ?> image(final float[] values, final long... dimensions) {
		return ArrayImgs.floats(values, dimensions);
	}

	/** Returns settings for a training of so many steps of the tiny network, one thread. */
	public static TrainingSettings quick(final Signal signal, final long steps) {
		final TrainingSettings defaults = TrainingSettings.defaults();
		return new TrainingSettings(signal, defaults.noise(), defaults.schedule(), TINY, 32, 4, Double.POSITIVE_INFINITY,
			steps, defaults.entropyWeight(), defaults.beta(), 5e-3, 5, 1, Start.SCRATCH, null);
	}
}
