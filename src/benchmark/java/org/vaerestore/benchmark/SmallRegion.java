package org.vaerestore.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.Architecture;

import ij.ImagePlus;
import ij.process.ShortProcessor;

/**
 * Times the start: loading ND4J and the first training step, and how long a user waits for the restoration of a region of
 * 40 x 40 pixels in an image of 512 x 512 with the built-in model, the first time and once warm, beside training steps whose time
 * on a quiet machine {@link EngineBenchmark} tells.
 */
public final class SmallRegion {

	private static final int SIDE = 512, HOLE = 40, TIMES = 10;

	private long start = System.nanoTime();

	private SmallRegion() {}

	public static void main(final String[] arguments) {
		new SmallRegion().run(Runtime.getRuntime().availableProcessors());
		System.exit(0);
	}

	private void run(final int threads) {
		final ImagePlus image = image();
		final boolean[] hidden = new boolean[SIDE * SIDE];
		for (int i = 0; i < HOLE * HOLE; i++)
			hidden[(SIDE / 2 + i / HOLE) * SIDE + SIDE / 2 + i % HOLE] = true;
		final Mask mask = Mask.ofPixels(ImageAxes.of(image), List.of(hidden));
		start = System.nanoTime();
		try (VaeRestoreContender training = new VaeRestoreContender(Architecture.DEFAULT, threads)) {
			lap("ND4J and a network");
			training.step();
			lap("first training step");
			for (int time = 1; time <= TIMES; time++) {
				final VaeModel model = BuiltIn.modelFor(List.of(ImageJobs.trainingImage(image, mask)), TrainingSettings.defaults()
					.withSignal(Signal.CLEAN), Progress.silent());
				lap("built-in model and a look at the image, " + time);
				ImageJobs.restore(image, mask, model, RestoreSettings.defaults(), false, false, Progress.silent());
				lap("restoration " + time);
				training.step();
				lap("training step, to compare");
			}
		}
	}

	private static ImagePlus image() {
		final Random random = new Random(1);
		final ShortProcessor plane = new ShortProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++)
			plane.set(i, (int) (1000 + 300 * Math.sin(i % SIDE * 0.07) * Math.cos(i / SIDE * 0.05) + 30 * random.nextGaussian()));
		return new ImagePlus("image", plane);
	}

	private void lap(final String what) {
		System.out.printf(Locale.ROOT, "%6.0f ms  %s%n", (System.nanoTime() - start) / 1e6, what);
		start = System.nanoTime();
	}
}
