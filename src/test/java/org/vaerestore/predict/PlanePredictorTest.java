package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;

class PlanePredictorTest {

	private static final int SIDE = 320;

	/** With a network of the default depth; a sample's noise must agree between tiles, too. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void tilesAgreeWithTheWhole(final int samples) {
		final float[] noisy = Pictures.noisy(Pictures.waves(SIDE, SIDE, 1), 10, 2);
		final VaeModel model = Trainer.train(List.of(new TrainingImage(Pictures.image(noisy, SIDE, SIDE), null, "waves")),
			Pictures.quick(Signal.NOISY, 60).withNetwork(new Architecture(2, 4, 8, 2, 1), 64, 4), null,
			new TrainingListener() {}, Progress.silent());
		try (LadderVae vae = LadderVae.of(model.architecture(), model.weights(), 1)) {
			final boolean[] hidden = new boolean[noisy.length];
			final Sampling sampling = new Sampling(samples, 3);
			final float[] whole = new PlanePredictor(vae, model.normalisation(), SIDE, 0).estimate(noisy, hidden, SIDE,
				sampling, Progress.silent()).mean();
			final float[] tiled = new PlanePredictor(vae, model.normalisation(), 64, PlanePredictor.HALO).estimate(noisy,
				hidden, SIDE, sampling, Progress.silent()).mean();
			double difference = 0;
			for (int y = 64; y < SIDE - 64; y++)
				for (int x = 64; x < SIDE - 64; x++)
					difference = Math.max(difference, Math.abs(whole[y * SIDE + x] - tiled[y * SIDE + x]));
			assertTrue(difference < 1e-3 * 200, "largest difference " + difference + " of a range of 200");
		}
	}

	@Test
	void orientationsAreTheEightDifferentOnes() {
		final int[][] all = new int[Orientation.COUNT][];
		for (int i = 0; i < Orientation.COUNT; i++) {
			all[i] = new Orientation(i).sources(3, 3);
			final int[] sorted = all[i].clone();
			Arrays.sort(sorted);
			assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5, 6, 7, 8 }, sorted);
			for (int k = 0; k < i; k++)
				assertTrue(!Arrays.equals(all[i], all[k]), i + " is " + k);
			assertTrue(all[i][4] == 4, "the centre stays");
		}
		assertArrayEquals(new int[] { 0, 3, 1, 4, 2, 5 }, new Orientation(4).sources(3, 2));
	}
}
