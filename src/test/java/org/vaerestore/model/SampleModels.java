package org.vaerestore.model;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.density.LatentDensity;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseModel;
import org.vaerestore.vae.noise.PoissonGaussianNoise;
import org.vaerestore.vae.noise.Stabilisation;

/** Models for tests, with random numbers. */
final class SampleModels {

	private SampleModels() {}

	/** With everything that a model can have. */
	static VaeModel full(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final PoissonGaussianNoise line = new PoissonGaussianNoise(random.nextDouble(1, 9), random.nextDouble());
		final NoiseModel noise = new MixtureNoise(line, new double[] { 1, 2.5 }, new double[][] { { 0.25, 0.75 }, { 1,
			0 } }, new double[][] { { -0.3, 0.1 }, { 0, 0 } }, new double[][] { { 1, 0.5 }, { 1, 1 } });
		final LatentDensity density = LatentDensity.of(new double[] { 0.25, 0.75 }, new double[][] { { random.nextDouble(),
			2 }, { -1, 0.1 } }, new double[][][] { { { 1, 0.5 }, { 0.5, 2 } }, { { 3, 0 }, { 0, 1e-3 } } }, new double[] {
				-9.1, -3, -2.5 });
		final Checkpoint checkpoint = new Checkpoint(List.of(tensor(random, "moment", 3, 4), tensor(random, "last", 5)), Map
			.of("step", 1200.0, "best", Double.NEGATIVE_INFINITY, "drawn", 1e-300));
		final Stabilisation stabilisation = Stabilisation.of(line, Double.NEGATIVE_INFINITY, 255);
		final Normalisation normalisation = new Normalisation(stabilisation, random.nextDouble(), 1 + random.nextDouble(),
			-3.5, 249);
		final Map<String, String> settings = Map.of("patch", "64", "beta", "1.0", "signal", "NOISY");
		final List<TrainingPoint> history = List.of(new TrainingPoint(1, Double.NaN, 3.2, 3, new double[] { 0.1, 0.05, 0.05 },
			Double.NaN), new TrainingPoint(5_000_000_000L, Double.NaN, Double.POSITIVE_INFINITY, -0.25, new double[] { 0, 1e-12,
				3 }, 31.79));
		final List<Tensor> weights = List.of(tensor(random, "encoder.weight", 3, 3, 2, 5), tensor(random, "encoder.bias",
			5), tensor(random, "scalar"));
		final byte[] sample = { (byte) 0x89, 'P', 'N', 'G', 0, 1, 2 };
		return new VaeModel("m" + seed, new Architecture(2, 3, 32, 2, 1), 64, normalisation, noise, settings, history,
			provenance(), weights, density, sample, checkpoint);
	}

	/** With everything but a stabilisation, whose tables take long to make. */
	static VaeModel plain(final long seed) {
		final VaeModel full = full(seed);
		return new VaeModel(full.id(), full.architecture(), full.inputSize(), new Normalisation(null, 1, 2, -3.5, 249), full
			.noise(), full.settings(), full.history(), full.provenance(), full.weights(), full.density(), full.sample(), full
				.checkpoint());
	}

	/** With nothing but what a model must have. */
	static VaeModel bare() {
		return new VaeModel("bare", Architecture.DEFAULT, 32, new Normalisation(null, 0, 1, 0, 255), new NoNoise(), Map
			.of(), List.of(), provenance(), List.of(), null, null, null);
	}

	static Tensor tensor(final SplittableRandom random, final String name, final int... shape) {
		int size = 1;
		for (final int length : shape)
			size *= length;
		final float[] values = new float[size];
		for (int i = 0; i < size; i++)
			values[i] = (float) random.nextDouble(-2, 2);
		return new Tensor(name, shape, values);
	}

	private static Provenance provenance() {
		return new Provenance("cells \u00b5m \"quoted\"", "512 x 512 x 20", "ab12", "VAE Restore 0.1", "1.0.0-M2.1",
			"17.0.15", "Linux amd64", Long.MIN_VALUE, "2026-01-02T03:04:05Z");
	}
}
