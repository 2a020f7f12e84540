package org.vaerestore.vae;

import org.vaerestore.job.Bytes;
import org.vaerestore.job.InputException;

/**
 * Memory that a job may take now, on the Java heap and beside it.
 * <p>
 * The heap's limit is Java's (-Xmx). Beside it a job may take what is left of four fifths of the machine's memory, or of
 * the container's, and of what JavaCPP allows the process: by itself four times the heap's limit, else its property
 * org.bytedeco.javacpp.maxPhysicalBytes. Beyond that limit the engine doesn't throw but ends the process, so that jobs ask
 * here first, choose tiles and batches that fit, and say at their start if none does.
 * </p>
 *
 * @param heap bytes that are free on the heap, or that it may grow by
 * @param beside bytes that the engine may take
 * @param all bytes that heap and engine may take together
 */
public record MemoryBudget(long heap, long beside, long all) {

	/** The rest is left to everything else on the machine. */
	private static final double SHARE = 0.8;
	/** Of the process's limit, kept for a heap that garbage has made as large as it may be. */
	private static final int HEAP_SHARE = 4;

	/** Returns what is free now; garbage counts as in use. */
	public static MemoryBudget now() {
		return of(MemoryState.now());
	}

	/** Returns what is free now, after garbage is collected unless there is room enough with it. */
	public static MemoryBudget nowFor(final MemoryNeed need) {
		final MemoryBudget budget = free(need);
		if (budget.covers(need)) return budget;
		System.gc();
		return free(need);
	}

	/**
	 * Makes sure that there is room for a job.
	 *
	 * @param need of the job
	 * @param what the memory is for, in a few words
	 * @param remedy what else the user can do than to give more memory, such as "use a smaller image"
	 * @throws InputException if there isn't, with both figures and the remedies
	 */
	public static void require(final MemoryNeed need, final String what, final String remedy) {
		nowFor(need).requireRoom(need, what, remedy);
	}

	/** Returns whether there is room for a job. */
	public boolean covers(final MemoryNeed need) {
		return need.heap() <= heap && need.beside() <= beside && need.all() <= all;
	}

	/** Tells a user what a job takes, and what there is. */
	public String compare(final MemoryNeed need) {
		return "Takes about " + Bytes.describe(need.all()) + " of memory beside the image; " + Bytes.describe(Math.min(all, beside)) +
			" are free for it.";
	}

	static MemoryBudget of(final MemoryState state) {
		final long heap = Math.max(0, state.heapLimit() - state.heapUsed());
		final long limit = Math.min((long) (SHARE * state.machine()), state.processLimit() > 0 ? state.processLimit()
			: Long.MAX_VALUE);
		// What the heap has grown to and doesn't use is the process's already, and the job's to take.
		final long taken = Math.max(0, state.process() - (state.heapSize() - state.heapUsed()));
		final long engine = Math.max(0, state.process() - state.heapSize());
		final long beside = state.processLimit() > 0 ? state.processLimit() - Math.min(state.heapLimit(), state.processLimit() /
			HEAP_SHARE) - engine : Long.MAX_VALUE;
		return new MemoryBudget(heap, Math.max(0, beside), Math.max(0, limit - taken));
	}

	/**
	 * Makes sure that a job fits into this budget; see {@link #require}.
	 *
	 * @throws InputException if it doesn't
	 */
	public void requireRoom(final MemoryNeed need, final String what, final String remedy) {
		if (covers(need)) return;
		final boolean onHeap = need.heap() > heap, besideIt = need.beside() > beside;
		final long taken = onHeap ? need.heap() : besideIt ? need.beside() : need.all();
		final long free = onHeap ? heap : besideIt ? beside : all;
		throw new InputException("There is not enough memory for " + what + ": it takes about " + Bytes.describe(taken) +
			", and " + Bytes.describe(free) + " are free. Close other images, " + remedy +
			", or give Java more memory (Edit > Options > Memory & Threads in ImageJ, -Xmx or VAE_RESTORE_XMX elsewhere).");
	}

	private static MemoryBudget free(final MemoryNeed need) {
		return of(need.beside() == 0 ? MemoryState.ofHeap() : MemoryState.now());
	}
}
