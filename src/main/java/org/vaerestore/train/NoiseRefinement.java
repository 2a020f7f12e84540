package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.model.Normalisation;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.MixtureFit;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.PoissonGaussianNoise;

/**
 * Fits a noise mixture to what a first pass of training leaves over: predicted signals of blind spots, and what was
 * observed there (bootstrapping; Prakash et al., PPN2V, ISBI 2020).
 */
final class NoiseRefinement {

	private static final int BATCHES = 12;

	private NoiseRefinement() {}

	static MixtureNoise fit(final PoissonGaussianNoise base, final LadderVae vae, final PatchSource source,
		final BatchMaker maker, final int rows, final Normalisation normalisation, final long seed)
	{
		float[] signals = {};
		float[] observed = {};
		for (int b = 0; b < BATCHES; b++) {
			final TrainingBatch batch = maker.draw(source, rows, new SplittableRandom(Seeds.of(seed, Seeds.NOISE, b)));
			final float[] predicted = vae.predict(batch.context(), Latents.mean()).mean();
			int count = signals.length;
			signals = Arrays.copyOf(signals, count + predicted.length);
			observed = Arrays.copyOf(observed, signals.length);
			for (int i = 0; i < predicted.length; i++) {
				if (batch.weight()[i] == 0) continue;
				signals[count] = (float) (predicted[i] * normalisation.scale() + normalisation.offset());
				observed[count++] = (float) (batch.target().values()[i] * normalisation.scale() + normalisation.offset());
			}
			signals = Arrays.copyOf(signals, count);
			observed = Arrays.copyOf(observed, count);
		}
		return MixtureFit.fit(base, signals, observed);
	}
}
