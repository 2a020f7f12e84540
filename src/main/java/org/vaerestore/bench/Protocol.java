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
	IS,
	/** What restored regions of one damaged image look like, means and samples. */
	L1,
	/** The same of a damaged slice of a stack. */
	LS,
	/** Enhance one noisy image full of texture, whose noise isn't told. */
	T1;

	boolean restores() {
		return this == I1 || this == IS || isOfLooks();
	}

	/** Returns whether it asks what results look like. */
	boolean isOfLooks() {
		return this == L1 || this == LS;
	}

	/** Returns whether references differ from the images by a gain and an offset that no method can know. */
	boolean isFitted() {
		return this == D1 || this == D4;
	}

	/** Returns what weights are called that were trained for a case: not always on what they are measured on. */
	String trained() {
		return this == T1 ? "trained" : "adapted";
	}
}
