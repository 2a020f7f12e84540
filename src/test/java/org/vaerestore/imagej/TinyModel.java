package org.vaerestore.imagej;

import java.util.List;
import java.util.Random;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.NoiseKind;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.PriorUse;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** Models that work but know nothing, trained in a second, and images like what they were trained on. */
public final class TinyModel {

	private static final int SIDE = 64;
	private static final Architecture NETWORK = new Architecture(2, 2, 4, 1, 1);

	private TinyModel() {}

	/** Returns a model of 32 x 32 pixels input, trained for two steps on waves of 8 bit as a picture without noise. */
	public static VaeModel clean() {
		return train(waves(8, 1, 2, 1), Signal.CLEAN);
	}

	/** Returns a model like {@link #clean} that draws its samples by itself, which is many times as quick as by the built-in weights. */
	public static VaeModel sampled() {
		return train(waves(8, 1, 2, 1), Signal.CLEAN, NETWORK.with(PriorUse.SAMPLED));
	}

	/** Returns a model like {@link #clean}, with a noise model: it enhances in one pass, which is quicker. */
	public static VaeModel noisy() {
		final ImagePlus image = waves(8, 1, 2, 1);
		final Random random = new Random(1);
		for (int plane = 1; plane <= 2; plane++)
			for (int pixel = 0; pixel < SIDE * SIDE; pixel++)
				image.getStack().getProcessor(plane).set(pixel, image.getStack().getProcessor(plane).get(pixel) + (int) Math.round(12 *
					random.nextGaussian()));
		return train(image, Signal.NOISY);
	}

	/** Returns a model of 32 x 32 pixels input, trained for two steps on an image. */
	public static VaeModel train(final ImagePlus image, final Signal signal) {
		return train(image, signal, NETWORK);
	}

	private static VaeModel train(final ImagePlus image, final Signal signal, final Architecture network) {
		final TrainingSettings settings = TrainingSettings.defaults().withSignal(signal).withNoise(signal == Signal.NOISY
			? NoiseKind.GAUSSIAN : NoiseKind.AUTO).withNetwork(network, 32, 2).withSteps(2)
			.withSeedAndThreads(1, 1);
		return Trainer.train(List.of(ImageJobs.trainingImage(image, null)), settings, null, new TrainingListener() {},
			Progress.silent());
	}

	/** Returns an image of 64 x 64 pixels with values from about 60 to 200. */
	public static ImagePlus waves(final int bits, final int channels, final int slices, final int frames) {
		final int planes = channels * slices * frames;
		final ImageStack stack = ImageStack.create(SIDE, SIDE, planes, bits);
		for (int plane = 1; plane <= planes; plane++) {
			final ImageProcessor processor = stack.getProcessor(plane);
			for (int y = 0; y < SIDE; y++)
				for (int x = 0; x < SIDE; x++) {
					final int value = (int) (128 + 60 * Math.sin(0.2 * x + plane) * Math.cos(0.15 * y)) + (7 * x + 13 * y) % 11;
					if (bits == 32) processor.setf(x, y, value);
					else processor.set(x, y, bits == 24 ? 0xff000000 | value << 16 | value / 2 << 8 | 255 - value : value);
				}
		}
		final ImagePlus image = planes == 1 ? new ImagePlus("waves", stack.getProcessor(1)) : new ImagePlus("waves", stack);
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(channels > 1 || frames > 1);
		return image;
	}
}
