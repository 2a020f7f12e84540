package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoiseEstimation;
import org.vaerestore.vae.noise.Stabilisation;

class NoiseLessonsTest {

	private static final int SIDE = 64;
	private static final double DEVIATION = 10;

	/** The noise of context and target is uncorrelated, and of the strength that the network is told. */
	@Test
	void recorruptedPicturesHaveUncorrelatedNoise() {
		final float[] flat = new float[SIDE * SIDE * 40];
		java.util.Arrays.fill(flat, 100);
		final float[] noisy = Pictures.noisy(flat, DEVIATION, 9);
		final Normalisation normalisation = Normalisation.fit(noisy, Stabilisation.of(new GaussianNoise(DEVIATION *
			DEVIATION), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
		final ResidualNoise residual = ResidualNoise.measure(List.of(new NoiseEstimation.Plane(noisy, SIDE, SIDE * 40,
			null)), normalisation, Progress.silent());
		final BatchMaker maker = new BatchMaker(SIDE, new RecorruptionLesson(), normalisation, residual, HoleSampler.of(SIDE, List
			.of()));
		final SplittableRandom random = new SplittableRandom(4);
		double covariance = 0;
		double contextVariance = 0;
		double expectedContext = 0;
		double targetVariance = 0;
		double expectedTarget = 0;
		int count = 0;
		for (int p = 0; p < 40; p++) {
			final Patch patch = Patch.ofSide(SIDE);
			for (int i = 0; i < SIDE * SIDE; i++) {
				patch.values()[i] = noisy[p * SIDE * SIDE + i];
				patch.known()[i] = true;
				patch.trained()[i] = true;
			}
			final TrainingBatch batch = maker.make(new Patch[] { patch }, random.nextDouble(0.3, 0.7), 0, random);
			final double signal = normalisation.forward(100);
			for (int i = 0; i < SIDE * SIDE; i++) {
				if (batch.context().visible()[i] == 0) continue;
				final double c = batch.context().values()[i] - signal;
				final double t = batch.target().values()[i] - signal;
				covariance += c * t;
				contextVariance += c * c;
				targetVariance += t * t;
				expectedContext += Math.pow(batch.context().noise().get(0).level(), 2);
				expectedTarget += batch.targetVariance()[i];
				count++;
			}
		}
		assertEquals(0, covariance / Math.sqrt(contextVariance * targetVariance), 0.02, "correlation");
		assertEquals(1, contextVariance / expectedContext, 0.05);
		assertEquals(1, targetVariance / expectedTarget, 0.05);
		assertTrue(count > 100_000);
	}

	/** Where neighbours' noise correlates, what is added and taken away does too: the context doesn't tell of a neighbour. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.18, 0.6 })
	void correlatedNoiseIsSplitInTwoToo(final double correlation) {
		final SplittableRandom random = new SplittableRandom(12);
		final CorrelatedNoise noise = new CorrelatedNoise(SIDE, NoiseCorrelations.ofLens(correlation));
		final Normalisation white = new Normalisation(Stabilisation.of(new GaussianNoise(1), Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY), 0, 1, -1, 1);
		final double[] covariances = { covariance(noise, white.withCorrelations(NoiseCorrelations.ofLens(correlation)), random), covariance(noise, white,
			random) };
		assertEquals(0, covariances[0], 0.03);
		assertEquals(correlation, covariances[1], 0.03, "white noise leaves what neighbours have in common");
	}

	/** Returns the covariance of context and target at horizontal neighbours in recorrupted noise of variance 1. */
	private static double covariance(final CorrelatedNoise noise, final Normalisation normalisation,
		final SplittableRandom random)
	{
		final BatchMaker maker = new BatchMaker(SIDE, new RecorruptionLesson(), normalisation, ResidualNoise.measure(List.of(),
			normalisation, Progress.silent()), HoleSampler.of(SIDE, List.of()));
		double sum = 0;
		int count = 0;
		for (int p = 0; p < 60; p++) {
			final Patch patch = Patch.ofSide(SIDE);
			final double[] drawn = noise.draw(random);
			for (int i = 0; i < drawn.length; i++) {
				patch.values()[i] = (float) drawn[i];
				patch.known()[i] = patch.trained()[i] = true;
			}
			final TrainingBatch batch = maker.make(new Patch[] { patch }, 0.5, 0, random);
			for (int i = 0; i + 1 < drawn.length; i++) {
				if (i % SIDE == SIDE - 1 || batch.context().visible()[i] == 0) continue;
				sum += batch.context().values()[i] * batch.target().values()[i + 1];
				count++;
			}
		}
		return sum / count;
	}

	/** Where noise is weaker than the model says, it is found to be. */
	@Test
	void residualNoiseIsMeasuredWhereItIsWeak() {
		final float[] values = new float[256 * 256];
		for (int i = 0; i < values.length; i++)
			values[i] = i % 256 < 128 ? 20 : 200;
		final float[] strong = Pictures.noisy(values, DEVIATION, 3);
		final float[] weak = Pictures.noisy(values, 0.3 * DEVIATION, 3);
		for (int i = 0; i < values.length; i++)
			values[i] = i % 256 < 128 ? weak[i] : strong[i];
		final Normalisation normalisation = Normalisation.fit(values, Stabilisation.of(new GaussianNoise(DEVIATION *
			DEVIATION), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
		final ResidualNoise residual = ResidualNoise.measure(List.of(new NoiseEstimation.Plane(values, 256, 256, null)),
			normalisation, Progress.silent());
		final double level = normalisation.noiseLevel();
		assertEquals(0.3 * level, residual.deviation(normalisation.forward(20)), 0.03 * level);
		assertEquals(level, residual.deviation(normalisation.forward(200)), 0.03 * level);
	}

	@Test
	void aMixtureIsFittedOnTheWay() {
		final float[] noisy = Pictures.noisy(Pictures.waves(96, 80, 2), 12, 1);
		final TrainingSettings settings = Pictures.quick(Signal.NOISY, 40).withNoise(NoiseKind.MIXTURE);
		final VaeModel model = Trainer.train(List.of(new TrainingImage(Pictures.image(noisy, 96, 80, 2), null, "waves")),
			settings, null, new TrainingListener() {}, Progress.silent());
		assertTrue(model.noise() instanceof MixtureNoise, model.noise().describe());
		final VaeModel again = Trainer.train(List.of(new TrainingImage(Pictures.image(noisy, 96, 80, 2), null, "waves")),
			settings, null, new TrainingListener() {}, Progress.silent());
		assertEquals(model.id(), again.id());
	}
}
