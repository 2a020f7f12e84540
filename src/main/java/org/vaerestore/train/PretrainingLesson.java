package org.vaerestore.train;

import org.vaerestore.vae.noise.GaussianLikelihood;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.SquaredError;

/** What procedural pictures are to teach. */
public enum PretrainingLesson {
	/** All that restoring and enhancing need: noise, holes of all kinds, slices beside. */
	ALL {

		@Override
		BatchSource source(final long seed, final int side) {
			return new ProceduralBatches(seed, side);
		}

		@Override
		Likelihood likelihood() {
			return new GaussianLikelihood();
		}
	},
	/** Large holes in pictures without noise, and nothing else: goes on from weights that know all, and forgets the rest. */
	LARGE_HOLES {

		@Override
		BatchSource source(final long seed, final int side) {
			return new LargeHoleBatches(seed, side);
		}

		@Override
		Likelihood likelihood() {
			return new SquaredError();
		}
	};

	abstract BatchSource source(long seed, int side);

	abstract Likelihood likelihood();
}
