package org.vaerestore.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.nn.Workers;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.vae.noise.GaussianLikelihood;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.vae.noise.OneScale;
import org.vaerestore.vae.score.EnergyScore;

/** The whole network's gradient against differences of its objective, parameter by parameter. */
class LadderVaeGradientTest {

	private static final float STEP = 1e-3f;

	@ParameterizedTest
	@CsvSource({ "1,1,4,2,1,2", "2,2,6,3,2,1", "2,3,8,2,1,2" })
	void gradientsOfTheObjective(final int shuffle, final int levels, final int channels, final int latents,
		final int blocks, final int posteriorRows)
	{
		final TrainingBatch batch = batch(2, 16, posteriorRows, new SplittableRandom(3));
		gradients(new Architecture(shuffle, levels, channels, latents, blocks), batch, new Objective(0.8, FreeBits.NONE, 0.05,
			0.7));
	}

	/** Samples that are scored, a posterior with an encoder of its own, a convolution at full resolution. */
	@ParameterizedTest
	@CsvSource({ "2,2,6,3,1,2,1,1", "2,3,8,2,1,1,2,2", "1,2,8,2,2,2,2,1" })
	void gradientsWhereThePriorIsSampled(final int shuffle, final int levels, final int channels, final int latents,
		final int blocks, final int mean, final int sampled, final int posterior)
	{
		final TrainingBatch batch = batch(2, 16, posterior, new SplittableRandom(3));
		gradients(new Architecture(shuffle, levels, channels, latents, blocks).with(PriorUse.SAMPLED), new TrainingBatch(batch
			.context(), batch.target(), batch.weight(), batch.targetVariance(), new TrainingBatch.Division(mean, sampled,
				posterior)), new Objective(0.8, FreeBits.NONE, 0.05, 0.7, 0.6, new OneScale(0.9), 1.3, new EnergyScore(2, 0.7)));
	}

	/** Any number of planes beside each picture, in a network that sees them at every level. */
	@ParameterizedTest
	@CsvSource({ "1,1,MEAN", "2,3,MEAN", "1,2,SAMPLED" })
	void gradientsWithCompanions(final int shuffle, final int levels, final PriorUse prior) {
		final SplittableRandom random = new SplittableRandom(5);
		final TrainingBatch batch = batch(2, 16, 1, random);
		final List<List<Companion>> companions = List.of(List.of(companion(random), companion(random)), List.of(companion(random)));
		gradients(new Architecture(shuffle, levels, 6, 2, 1).with(prior).withCompanions(4), new TrainingBatch(batch.context().with(
			companions), batch.target(), batch.weight(), batch.targetVariance(), new TrainingBatch.Division(2, prior == PriorUse.SAMPLED
				? 1 : 0, 1)), new Objective(0.8, FreeBits.NONE, 0.05, 0.7, 0.6, new OneScale(0.9), 1.3, new EnergyScore(2, 0.7)).withAveraged(0.9));
	}

	private static Companion companion(final SplittableRandom random) {
		final float[] values = new float[16 * 16], visible = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
			visible[i] = random.nextInt(5) == 0 ? 0 : 1;
		}
		return new Companion(values, visible, 0.3f);
	}

	private static void gradients(final Architecture architecture, final TrainingBatch batch, final Objective objective) {
		final SplittableRandom random = new SplittableRandom(3);
		try (LadderVae vae = new LadderVae(architecture, 9, 1)) {
			final ParameterStore store = vae.store();
			final FloatBuffer values = store.values();
			for (int i = 0; i < store.size(); i++)
				values.put(i, (float) (values.get(i) + 0.1 * random.nextGaussian()));
			loss(vae, batch, objective, architecture);
			final float[] analytic = new float[store.size()];
			store.gradients().get(0, analytic);
			for (final ParameterStore.Slot slot : store.slots())
				check(vae, batch, objective, architecture, slot, analytic, random);
		}
	}

	private static void check(final LadderVae vae, final TrainingBatch batch, final Objective objective,
		final Architecture architecture, final ParameterStore.Slot slot, final float[] analytic,
		final SplittableRandom random)
	{
		final float[] direction = new float[slot.length()];
		double norm = 0;
		double expected = 0;
		double size = 0;
		for (int i = 0; i < direction.length; i++)
			size += analytic[slot.offset() + i] * (double) analytic[slot.offset() + i];
		// Half along the gradient, where a wrong one shows most, half across, where a missing part would hide.
		for (int i = 0; i < direction.length; i++) {
			direction[i] = (float) (analytic[slot.offset() + i] / Math.sqrt(size + 1e-20) + random.nextGaussian() / Math.sqrt(
				direction.length));
			norm += direction[i] * direction[i];
		}
		for (int i = 0; i < direction.length; i++) {
			direction[i] /= Math.sqrt(norm);
			expected += direction[i] * analytic[slot.offset() + i];
		}
		// Forward passes are exact to seven digits, which is a part in fifty of a small difference.
		final double found = numeric(vae, batch, objective, architecture, slot, direction, STEP);
		assertEquals(found, expected, 4e-2 * Math.max(Math.abs(found), Math.sqrt(size)) + 1e-3, slot.name());
	}

	private static double numeric(final LadderVae vae, final TrainingBatch batch, final Objective objective,
		final Architecture architecture, final ParameterStore.Slot slot, final float[] direction, final float step)
	{
		final FloatBuffer values = vae.store().values();
		final float[] before = new float[direction.length];
		values.get(slot.offset(), before);
		move(values, slot, before, direction, step);
		final double above = loss(vae, batch, objective, architecture);
		move(values, slot, before, direction, -step);
		final double below = loss(vae, batch, objective, architecture);
		values.put(slot.offset(), before);
		return (above - below) / (2 * step);
	}

	private static void move(final FloatBuffer values, final ParameterStore.Slot slot, final float[] before,
		final float[] direction, final float step)
	{
		for (int i = 0; i < direction.length; i++)
			values.put(slot.offset() + i, before[i] + step * direction[i]);
	}

	/** The objective from the reported losses and, for the entropy, from the definition. */
	private static double loss(final LadderVae vae, final TrainingBatch batch, final Objective objective,
		final Architecture architecture)
	{
		return Workers.call(() -> {
			final Losses losses = vae.accumulate(batch, objective, new GaussianLikelihood(), new SplittableRandom(4));
			double evidence = losses.reconstruction() - objective.entropy() * vae.posteriorEntropy() / weight(batch);
			for (final double kl : losses.kl())
				evidence += objective.beta() * kl;
			return objective.predictive() * losses.predictive() + objective.evidence() * evidence + (batch.division().sampled() == 0
				? 0 : objective.sampled() * losses.score()) + (objective.averaged() == 0 ? 0 : objective.averaged() * losses.averaged());
		});
	}

	private static double weight(final TrainingBatch batch) {
		double sum = 0;
		for (int i = 0; i < batch.division().posterior() * batch.context().area(); i++)
			sum += batch.weight()[i];
		return sum;
	}

	@Test
	void hiddenTargetsDoNotMatter() {
		final Architecture architecture = new Architecture(2, 2, 8, 2, 1);
		final TrainingBatch batch = batch(2, 16, 1, new SplittableRandom(8));
		try (LadderVae vae = new LadderVae(architecture, 9, 1)) {
			final Objective objective = new Objective(1, FreeBits.NONE, 0, 1);
			final double first = Workers.call(() -> vae.accumulate(batch, objective, new GaussianLikelihood(),
				new SplittableRandom(4)).predictive());
			for (int i = 0; i < batch.weight().length; i++)
				if (batch.weight()[i] == 0) batch.target().values()[i] += 100;
			final double second = Workers.call(() -> vae.accumulate(batch, objective, new GaussianLikelihood(),
				new SplittableRandom(4)).predictive());
			assertEquals(first, second);
			assertTrue(Double.isFinite(first));
		}
	}

	/** Divided between threads, a batch has the same losses and gradients, and each division gives the same bits again. */
	@Test
	void threadsDivideTheBatch() {
		final Architecture architecture = new Architecture(2, 3, 8, 2, 1);
		final TrainingBatch batch = batch(6, 16, 3, new SplittableRandom(8));
		final float[][] gradients = new float[4][];
		final double[] predictive = new double[4];
		final int[] threads = { 1, 2, 3, 3 };
		for (int k = 0; k < 4; k++)
			try (LadderVae vae = new LadderVae(architecture, 9, threads[k])) {
				// Without posterior rows nothing is random.
				final TrainingBatch prior = new TrainingBatch(batch.context(), batch.target(), batch.weight(), batch
					.targetVariance(), k < 2 ? 0 : 3);
				final Losses losses = vae.accumulate(prior, new Objective(1, FreeBits.NONE, 0, 1), new GaussianLikelihood(),
					new SplittableRandom(4));
				predictive[k] = losses.predictive();
				gradients[k] = new float[vae.store().size()];
				vae.store().gradients().get(0, gradients[k]);
			}
		for (int k = 1; k < 4; k++)
			assertEquals(predictive[0], predictive[k], 1e-6);
		double largest = 0;
		for (final float gradient : gradients[0])
			largest = Math.max(largest, Math.abs(gradient));
		assertArrayEquals(gradients[0], gradients[1], (float) (1e-5 * largest));
		assertArrayEquals(gradients[2], gradients[3]);
	}

	/** What predicts shares arrays between layers, what learns doesn't; pictures of several shapes come and go. */
	@Test
	void predictsWhatItLearns() {
		final Architecture architecture = new Architecture(2, 3, 8, 2, 2);
		try (LadderNetwork learning = new LadderNetwork(architecture, true); LadderNetwork predicting = new LadderNetwork(
			architecture, false))
		{
			Workers.run(() -> {
				learning.store().allocate(7);
				predicting.store().share(learning.store());
				for (final int side : new int[] { 16, 32, 16, 8 }) {
					final Pictures pictures = pictures(2, side, new SplittableRandom(side));
					final Rows rows = Rows.training(2, 2, 0, 1);
					for (final LadderNetwork network : new LadderNetwork[] { learning, predicting })
						network.forward(pictures, pictures, 0, rows, Latents.training(new SplittableRandom(3)));
					assertArrayEquals(learning.mean(), predicting.mean());
					assertArrayEquals(learning.logVariance(), predicting.logVariance());
				}
			});
		}
	}

	@Test
	void threadsDivideAPrediction() {
		final Pictures pictures = pictures(5, 16, new SplittableRandom(2));
		final Architecture architecture = new Architecture(2, 2, 8, 2, 1);
		try (LadderVae one = new LadderVae(architecture, 3, 1); LadderVae three = new LadderVae(architecture, 3, 3)) {
			final Prediction expected = one.predict(pictures, Latents.mean());
			assertArrayEquals(expected.mean(), three.predict(pictures, Latents.mean()).mean(), 1e-6f);
			final Prediction[] each = new Prediction[12];
			three.sideBySide(each.length, k -> each[k] = three.predict(pictures, Latents.mean()));
			for (final Prediction prediction : each)
				assertArrayEquals(expected.variance(), prediction.variance(), 1e-6f);
		}
	}

	private static TrainingBatch batch(final int rows, final int side, final int posteriorRows,
		final SplittableRandom random)
	{
		final int size = rows * side * side;
		final float[] weight = new float[size];
		final float[] variance = new float[size];
		java.util.Arrays.fill(variance, 0.1f);
		for (int i = 0; i < size; i++)
			weight[i] = random.nextInt(3) == 0 ? 0 : 1;
		return new TrainingBatch(pictures(rows, side, random), pictures(rows, side, random), weight, variance, posteriorRows);
	}

	private static Pictures pictures(final int rows, final int side, final SplittableRandom random) {
		final float[] values = new float[rows * side * side];
		final float[] visible = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
			visible[i] = random.nextInt(4) == 0 ? 0 : 1;
		}
		return Pictures.alike(rows, side, side, values, visible, new ToldNoise(0.3f, new NoiseCorrelations(new float[] { 0.4f,
			0.1f, -0.2f, 0, 0.2f, 0, 0.1f, 0 }, 0.5f, 0.25f)));
	}
}
