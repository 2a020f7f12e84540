package org.vaerestore.bench;

/** What is measured. */
public enum Protocol {
	/** Enhance one noisy image, seen alone. */
	D1,
	/** Enhance the first frame of a stack of noisy ones. */
	D4,
	/** Restore one damaged image, seen alone. */
	I1,
	/** Restore a damaged slice of a stack. */
	IS;

	boolean restores() {
		return this == I1 || this == IS;
	}
}
