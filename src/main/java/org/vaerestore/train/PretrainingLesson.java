package org.vaerestore.train;

import org.vaerestore.vae.noise.GaussianLikelihood;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.SquaredError;

/** What procedural pictures are to teach. */
public enum PretrainingLesson {
	/** All that restoring and enhancing need: noise, holes of all kinds, slices beside. */
	ALL(ProceduralBatches::new, new GaussianLikelihood()),
	/** Large holes in pictures without noise, and nothing else: goes on from weights that know all, and forgets the rest. */
	LARGE_HOLES(LargeHoleBatches::new, new SquaredError());

	private final Source source;
	private final Likelihood likelihood;

	PretrainingLesson(final Source source, final Likelihood likelihood) {
		this.source = source;
		this.likelihood = likelihood;
	}

	/** Returns batches of square patches. */
	BatchSource source(final long seed, final int side) {
		return source.of(seed, side);
	}

	Likelihood likelihood() {
		return likelihood;
	}

	/** Makes batches of a seed and a patch's side. */
	@FunctionalInterface
	private interface Source {

		BatchSource of(long seed, int side);
	}
}
