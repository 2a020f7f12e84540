package org.vaerestore.nn;

/** Something that is computed again and again with the same arrays. */
@FunctionalInterface
interface Computation {

	/** Computes it; to be called on a worker. */
	void run();

	/** Forgets its arrays, before their owners close them; then it can't be run any more. */
	default void forget() {}
}
