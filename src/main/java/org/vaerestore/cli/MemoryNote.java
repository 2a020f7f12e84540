package org.vaerestore.cli;

/** What the help of a command says of memory. */
final class MemoryNote {

	static final String HEADING = "Memory:";

	/** Of restoring and enhancing. */
	static final String TILES = "  Images are worked on in tiles of 512 pixels, as many at a time as there are threads; where memory is " +
		"short, in smaller and fewer ones, and where even these don't fit, the command says so at its start. There are four " +
		"fifths of the machine's memory, or the container's, and at most four times the heap of Java. VAE_RESTORE_XMX sets the heap, " +
		"such as 8g (default: half of the memory); fewer --threads take less.";

	/** Of training. */
	static final String TRAINING = "  Where memory is short, training takes fewer patches per step, and where one doesn't fit, the " +
		"command says so at its start. There are four fifths of the machine's memory, or the container's, and at most four times the " +
		"heap of Java. VAE_RESTORE_XMX sets the heap, such as 8g (default: half of the memory); a smaller --batch, --patch or " +
		"number of --channels takes less.";

	private MemoryNote() {}
}
