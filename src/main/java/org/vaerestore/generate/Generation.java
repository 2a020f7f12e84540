package org.vaerestore.generate;

import java.util.SplittableRandom;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.vae.Pictures;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Generates images that are like a model's training data, from nothing but noise.
 * <p>
 * The top level's latents are a field that is drawn from the density of the training data's, so that large structures go on from
 * place to place as far as those of the data do; all others come from their priors.
 * What comes out shows what a model has learned; it is no measurement of anything.
 * </p>
 */
public final class Generation {

	private static final int LEAST_SIDE = 8;
	/** The longest array of Java. */
	private static final int MOST_PIXELS = Integer.MAX_VALUE - 8;
	/** Arrays of an image's size that are held besides the images. */
	private static final int WORKING = 8;

	private Generation() {}

	/**
	 * Generates images.
	 *
	 * @param model any model with a latent density
	 * @param count number of images, at least 1
	 * @param width of each in pixels, at least 8
	 * @param height of each in pixels, at least 8
	 * @param seed of everything random
	 * @param threads compute threads
	 * @param progress of the job
	 * @return the images along the third dimension, in units of the training data
	 * @throws InputException if the size or number can't be made, or the memory isn't enough
	 * @throws CancelledException if it was cancelled
	 */
	public static Img<FloatType> generate(final VaeModel model, final int count, final int width, final int height,
		final long seed, final int threads, final Progress progress)
	{
		final Architecture architecture = model.architecture();
		requireSize(architecture, count, width, height);
		if (model.density() == null) throw new InputException("The model " + model.id() +
			" has no latent density to sample from; finish its training first.");
		final int granularity = architecture.granularity();
		final int paddedWidth = (width + granularity - 1) / granularity * granularity;
		final int paddedHeight = (height + granularity - 1) / granularity * granularity;
		final int area = paddedWidth * paddedHeight;
		final Img<FloatType> images = ArrayImgs.floats(width, height, count);
		final PlaneWriter writer = PlaneWriter.of(images);
		final Pictures nothing = Pictures.alike(1, paddedHeight, paddedWidth, new float[area], new float[area], model
			.normalisation().told());
		final SplittableRandom random = new SplittableRandom(seed);
		try (LadderVae vae = LadderVae.of(architecture, model.weights(), threads)) {
			for (int i = 0; i < count; i++) {
				progress.checkCancelled();
				progress.update((double) i / count, "generating");
				final float[] top = top(model, paddedHeight / granularity, paddedWidth / granularity, random);
				final Latents latents = Latents.sample(architecture, new long[] { random.nextLong() }, new int[1], new int[1])
					.withTop(architecture, top);
				final float[] signal = vae.predict(nothing, latents).mean();
				model.normalisation().inverse(signal);
				writer.write(i, new Region(0, 0, width, height), signal, new Region(0, 0, paddedWidth, paddedHeight), null);
			}
		}
		progress.update(1, "generated");
		return images;
	}

	private static float[] top(final VaeModel model, final int height, final int width, final SplittableRandom random) {
		final int channels = model.architecture().latentChannels();
		final double[][] rows = model.density().field(height, width, random);
		final float[] top = new float[rows.length * channels];
		for (int i = 0; i < top.length; i++)
			top[i] = (float) rows[i / channels][i % channels];
		return top;
	}

	private static void requireSize(final Architecture architecture, final int count, final int width,
		final int height)
	{
		if (count < 1) throw new InputException("The number of images is " + count + "; it must be at least 1.");
		if (width < LEAST_SIDE || height < LEAST_SIDE) throw new InputException("The size is " + width + " x " + height +
			" pixels; it must be at least " + LEAST_SIDE + " x " + LEAST_SIDE + ".");
		if (width > MOST_PIXELS / height / count) throw new InputException("The size is " + count + " images of " + width + " x " +
			height + " pixels, and more than " + MOST_PIXELS + " pixels can't be held; ask for fewer or smaller images.");
		// A tile has no surroundings to agree with its neighbours by, so images are generated whole.
		MemoryBudget.require(LadderVae.ENGINE.and(LadderVae.memory(architecture, 1, height, width, false)).and(
			LadderVae.memoryOfAThread(architecture, false)).and(MemoryNeed.onHeap(Float.BYTES * (long) width * height * (count +
				WORKING))), "generating " + count + " images of " + width +
				" x " + height + " pixels", "ask for smaller images");
	}
}
