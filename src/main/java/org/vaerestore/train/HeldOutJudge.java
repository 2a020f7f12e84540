package org.vaerestore.train;

import org.vaerestore.vae.LadderVae;

/** A judge who keeps a part of what it could judge by until the end. */
interface HeldOutJudge extends Judge {

	/** Returns errors at many places that no {@link #score} has seen, in the same order for every network. */
	double[] check(LadderVae vae);
}
