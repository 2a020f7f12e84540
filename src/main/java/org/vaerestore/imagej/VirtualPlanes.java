package org.vaerestore.imagej;

import java.util.AbstractList;
import java.util.function.Function;

import ij.ImageStack;

/**
 * The planes of a virtual stack, read when they are asked for; the ones used last are kept while they fit into a share
 * of the heap.
 */
final class VirtualPlanes<A> extends AbstractList<A> {

	/** More would hardly ever be asked for again. */
	private static final long MOST_BYTES = 256L << 20;

	private final ImageStack stack;
	private final Function<Object, A> access;
	private final Recent<Integer, A> kept;

	VirtualPlanes(final ImageStack stack, final Function<Object, A> access) {
		this.stack = stack;
		this.access = access;
		kept = new Recent<>(MOST_BYTES, (long) stack.getWidth() * stack.getHeight() * Math.max(1, stack.getBitDepth() / 8));
	}

	// One plane at a time: the stacks' own reading isn't safe for more than one thread.
	@Override
	public A get(final int index) {
		return kept.get(index, key -> access.apply(stack.getProcessor(key + 1).getPixels()));
	}

	@Override
	public int size() {
		return stack.getSize();
	}
}
