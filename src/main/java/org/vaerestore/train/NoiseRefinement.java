package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.job.Progress;
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

	/**
	 * Fits it.
	 *
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	static MixtureNoise fit(final PoissonGaussianNoise base, final LadderVae vae, final PatchSource source,
		final BatchMaker maker, final int rows, final Normalisation normalisation, final long seed,
		final Progress progress)
	{
		float[] signals = {};
		float[] observed = {};
		int count = 0;
		for (int b = 0; b < BATCHES; b++) {
			progress.checkCancelled();
			progress.update((double) b / BATCHES, "fitting the noise");
			final TrainingBatch batch = maker.draw(source, rows, new SplittableRandom(Seeds.of(seed, Seeds.NOISE, b)));
			final float[] predicted = vae.predict(batch.context(), Latents.mean()).mean();
			if (b == 0) {
				signals = new float[BATCHES * predicted.length];
				observed = new float[signals.length];
			}
			for (int i = 0; i < predicted.length; i++) {
				if (batch.weight()[i] == 0) continue;
				signals[count] = (float) (predicted[i] * normalisation.scale() + normalisation.offset());
				observed[count++] = (float) (batch.target().values()[i] * normalisation.scale() + normalisation.offset());
			}
		}
		return MixtureFit.fit(base, Arrays.copyOf(signals, count), Arrays.copyOf(observed, count), progress);
	}
}
