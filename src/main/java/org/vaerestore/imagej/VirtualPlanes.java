package org.vaerestore.imagej;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import ij.ImageStack;

/**
 * The planes of a virtual stack, read when they are asked for; the ones used last are kept while they fit into a share
 * of the heap.
 */
final class VirtualPlanes<A> extends AbstractList<A> {

	private static final int HEAP_SHARE = 8;
	/** More would hardly ever be asked for again. */
	private static final long MOST_BYTES = 256L << 20;

	private final ImageStack stack;
	private final Function<Object, A> access;
	private final int capacity;
	private final Map<Integer, A> kept = new LinkedHashMap<>(16, 0.75f, true);

	VirtualPlanes(final ImageStack stack, final Function<Object, A> access) {
		this.stack = stack;
		this.access = access;
		final long bytes = (long) stack.getWidth() * stack.getHeight() * Math.max(1, stack.getBitDepth() / 8);
		this.capacity = (int) Math.max(2, Math.min(stack.getSize(), Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() /
			HEAP_SHARE) / bytes));
	}

	// The stacks' own reading isn't safe for more than one thread either.
	@Override
	public synchronized A get(final int index) {
		A plane = kept.get(index);
		if (plane == null) {
			if (kept.size() >= capacity) kept.remove(kept.keySet().iterator().next());
			plane = access.apply(stack.getProcessor(index + 1).getPixels());
			kept.put(index, plane);
		}
		return plane;
	}

	@Override
	public int size() {
		return stack.getSize();
	}
}
