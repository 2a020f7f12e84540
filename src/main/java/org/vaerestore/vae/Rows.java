package org.vaerestore.vae;

/**
 * How the rows of a batch are divided.
 *
 * @param context rows of the context, which follow the prior
 * @param target rows of the target, which follow the posterior; at most as many, 0 outside training
 */
record Rows(int context, int target) {

	int all() {
		return context + target;
	}
}
