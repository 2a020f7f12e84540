package org.vaerestore.trust;

import java.util.Objects;

/**
 * Something that a user should know before measuring in a result.
 *
 * @param weight how much it matters
 * @param name short name, such as "Structure in the residual"
 * @param figure what was measured
 * @param advice what it means and what to do
 */
public record Finding(Weight weight, String name, String figure, String advice) {

	/** How much a finding matters, the least first. */
	public enum Weight {
		/** Good to know. */
		NOTE,
		/** Measurements need care. */
		CAUTION,
		/** Measurements would be wrong. */
		STOP
	}

	/** Checks that nothing is missing. */
	public Finding {
		Objects.requireNonNull(weight, "weight");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(figure, "figure");
		Objects.requireNonNull(advice, "advice");
	}
}
