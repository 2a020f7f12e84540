package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.VaeModel;
import org.vaerestore.tiles.PlaneReader;
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
			final float[] visible = new float[noisy.length];
			Arrays.fill(visible, 1);
			final Sampling sampling = new Sampling(samples, 3);
			final float[] whole = new PlanePredictor(vae, model.normalisation(), new Tiling(SIDE, 1), 0).estimate(noisy, visible, SIDE,
				sampling, Progress.silent()).mean();
			final float[] tiled = new PlanePredictor(vae, model.normalisation(), new Tiling(64, 1), PlanePredictor.HALO).estimate(noisy,
				visible, SIDE, sampling, Progress.silent()).mean();
			double difference = 0;
			for (int y = 64; y < SIDE - 64; y++)
				for (int x = 64; x < SIDE - 64; x++)
					difference = Math.max(difference, Math.abs(whole[y * SIDE + x] - tiled[y * SIDE + x]));
			assertTrue(difference < 1e-3 * 200, "largest difference " + difference + " of a range of 200");
		}
	}

	/** Read region by region, an image gives what it gives in memory; with one pass, tiles are what threads divide. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 8 })
	void streamedPlanesAgreeWithThoseInMemory(final int orientations) {
		final int width = 150, height = 230;
		final float[] noisy = Pictures.noisy(Pictures.waves(width, height, 1), 10, 2);
		noisy[40 * width + 70] = Float.NaN;
		final float[] visible = new float[noisy.length];
		for (int i = 0; i < visible.length; i++)
			visible[i] = Float.isNaN(noisy[i]) ? 0 : 1;
		final Architecture architecture = new Architecture(2, 3, 8, 2, 1);
		final Normalisation normalisation = new Normalisation(null, 100, 50, 0, 200);
		final Sampling sampling = new Sampling(0, orientations, 1);
		final List<float[]> results = new ArrayList<>();
		for (final int threads : new int[] { 1, 2 })
			try (LadderVae vae = new LadderVae(architecture, 5, threads)) {
				final PlanePredictor predictor = new PlanePredictor(vae, normalisation, new Tiling(48, threads), 32);
				final SignalEstimate inMemory = predictor.estimate(noisy, visible, width, sampling, Progress.silent());
				final float[] streamed = new float[noisy.length], deviations = new float[noisy.length];
				final int[] next = new int[1];
				predictor.estimate(PlaneReader.of(Pictures.image(noisy, width, height)), 0, -1, sampling, true, (rows, estimate) -> {
					assertEquals(next[0], rows.y());
					next[0] += rows.height();
					System.arraycopy(estimate.mean(), 0, streamed, rows.y() * width, rows.size());
					System.arraycopy(estimate.deviation(), 0, deviations, rows.y() * width, rows.size());
				}, Progress.silent());
				assertEquals(height, next[0]);
				// Far from the hole, which is filled from a tile alone or from all of the plane.
				for (int i = 0; i < noisy.length; i++) {
					assertEquals(inMemory.mean()[i], streamed[i], 0.5);
					assertTrue(deviations[i] > 0);
				}
				results.add(inMemory.mean());
			}
		assertArrayEquals(results.get(0), results.get(1), orientations == 8 ? 0 : 1e-1f);
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
