package org.vaerestore.vae;

/**
 * Memory that a job takes besides what is in use already.
 *
 * @param beside bytes beside the Java heap, where networks compute; 0 or more
 * @param heap bytes on the Java heap, where images are; 0 or more
 */
public record MemoryNeed(long beside, long heap) {

	/** Nothing. */
	public static final MemoryNeed NONE = new MemoryNeed(0, 0);

	/** Returns what something on the heap takes. */
	public static MemoryNeed onHeap(final long bytes) {
		return new MemoryNeed(0, bytes);
	}

	/** Returns what this and something else take at the same time. */
	public MemoryNeed and(final MemoryNeed other) {
		return new MemoryNeed(beside + other.beside, heap + other.heap);
	}

	/** Returns what this and something else take one after the other. */
	public MemoryNeed or(final MemoryNeed other) {
		return new MemoryNeed(Math.max(beside, other.beside), Math.max(heap, other.heap));
	}

	/** Returns the need of so many at a time. */
	public MemoryNeed times(final int count) {
		return new MemoryNeed(count * beside, count * heap);
	}

	/** Returns the bytes in all. */
	public long all() {
		return beside + heap;
	}
}
