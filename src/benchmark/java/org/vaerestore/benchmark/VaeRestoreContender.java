package org.vaerestore.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.FreeBits;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.Learner;
import org.vaerestore.vae.Objective;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.TrainedPart;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianLikelihood;

/** This project's engine; its training step has the optimizer's step and the average of the weights, too. */
final class VaeRestoreContender implements Contender {

	private final LadderVae vae;
	private final Learner learner;
	private final TrainingBatch batch;

	VaeRestoreContender(final Architecture architecture, final int threads) {
		vae = new LadderVae(architecture, 1, threads);
		learner = new Learner(vae, threads);
		final float[] weight = new float[ROWS * SIDE * SIDE];
		Arrays.fill(weight, 1);
		batch = new TrainingBatch(pictures(1), pictures(2), weight, new float[weight.length], POSTERIOR_ROWS);
	}

	@Override
	public void step() {
		learner.step(batch, new Objective(1, FreeBits.NONE, 0, 1), new GaussianLikelihood(), TrainedPart.BOTH, 1e-4,
			new SplittableRandom(1));
	}

	@Override
	public void forward() {
		vae.predict(batch.context(), Latents.mean());
	}

	@Override
	public void close() {
		vae.close();
	}

	private static Pictures pictures(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[ROWS * SIDE * SIDE];
		final float[] visible = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
			visible[i] = 1;
		}
		return Pictures.alike(ROWS, SIDE, SIDE, values, visible, ToldNoise.NONE);
	}
}
