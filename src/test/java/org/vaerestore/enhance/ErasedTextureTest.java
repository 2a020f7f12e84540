package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.vae.Architecture;

/** What a model has never seen is not lost, and is told. */
class ErasedTextureTest {

	private static final int WIDTH = 96, HEIGHT = 80, AMPLITUDE = 30;

	/** A model of smooth waves erases a grating, which comes back; the log advises a training. */
	@Test
	void comesBackAndIsTold() {
		final float[] waves = Pictures.waves(WIDTH, HEIGHT, 1), grating = new float[waves.length], textured = waves.clone();
		for (int i = 0; i < grating.length; i++) {
			grating[i] = (float) (AMPLITUDE * Math.sin(1.9 * (i % WIDTH) + 1.3 * (i / WIDTH)));
			textured[i] += grating[i];
		}
		final VaeModel model = Trainer.train(List.of(new TrainingImage(Pictures.image(Pictures.noisy(waves, 25, 3), WIDTH, HEIGHT), null,
			"waves")), Pictures.quick(Signal.NOISY, 100).withNetwork(new Architecture(2, 4, 8, 2, 1), 32, 8), null, new TrainingListener() {}, Progress.silent());
		final float[] result = new float[waves.length];
		final List<String> log = new ArrayList<>();
		Enhancement.enhance(Pictures.image(Pictures.noisy(textured, 25, 4), WIDTH, HEIGHT), model, new EnhanceSettings(0, 1, 1, 1)
			.withOrientations(1), Pictures.image(result, WIDTH, HEIGHT), null, new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCancelled() {
					return false;
				}

				@Override
				public void log(final String line) {
					log.add(line);
				}
			});
		assertEquals(1, product(result, grating) / product(grating, grating), 0.2, "share of the grating");
		assertTrue(log.stream().anyMatch(line -> line.contains("took structure for noise") && line.contains("Train")), log.toString());
	}

	private static double product(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * (double) b[i];
		return sum;
	}
}
