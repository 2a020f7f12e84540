package org.vaerestore.nn;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * All parameters of a network in one array, and their gradients in another.
 * <p>
 * Optimizers, clipping and averaging are then one loop over one block of memory. Layers declare their parameters at
 * construction; {@link #allocate} ends the declaring and sets the initial values.
 * </p>
 */
public final class ParameterStore implements AutoCloseable {

	/** Floats; keeps each parameter on a cache line of its own. */
	private static final int ALIGNMENT = 16;

	private final List<Slot> slots = new ArrayList<>();
	private int size;
	private INDArray values;
	private INDArray gradients;
	private boolean shared;

	/** Declares a parameter that starts with normally distributed values of a standard deviation, 0 for zeros. */
	public Slot declare(final String name, final double standardDeviation, final int... shape) {
		if (values != null) throw new IllegalStateException("The parameters are allocated already.");
		final Slot slot = new Slot(name, shape.clone(), size, standardDeviation);
		slots.add(slot);
		size += (slot.length() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
		return slot;
	}

	/** Allocates all declared parameters, as zeros. */
	public void allocate() {
		values = OffHeap.allocate(size);
		values.assign(0);
		bind();
	}

	/** Allocates all declared parameters and draws their initial values. */
	public void allocate(final long seed) {
		allocate();
		final SplittableRandom random = new SplittableRandom(seed);
		final FloatBuffer buffer = OffHeap.buffer(values);
		for (final Slot slot : slots) {
			if (slot.standardDeviation > 0) for (int i = 0; i < slot.length(); i++)
				buffer.put(slot.offset + i, (float) (random.nextGaussian() * slot.standardDeviation));
		}
	}

	/**
	 * Takes the values of another store, which must live longer, for a copy of the same network with gradients of its own.
	 */
	public void share(final ParameterStore owner) {
		if (owner.size != size) throw new IllegalArgumentException("The parameters are those of another network.");
		values = owner.values;
		shared = true;
		bind();
	}

	private void bind() {
		gradients = OffHeap.allocate(size);
		gradients.assign(0);
		for (final Slot slot : slots)
			slot.parameter = new Parameter(slot.name, view(values, slot), view(gradients, slot));
	}

	/** Returns the declared parameters, in the order of their declaration. */
	public List<Slot> slots() {
		return List.copyOf(slots);
	}

	/** Returns the memory of all values. */
	public FloatBuffer values() {
		return OffHeap.buffer(values);
	}

	/** Returns the memory of all gradients. */
	public FloatBuffer gradients() {
		return OffHeap.buffer(gradients);
	}

	/** Sets the gradients to zero of parameters whose names begin so, for steps in which they play no part. */
	public void clearGradients(final String prefix) {
		final FloatBuffer buffer = gradients();
		for (final Slot slot : slots)
			if (slot.name.startsWith(prefix)) buffer.put(slot.offset, new float[slot.length()]);
	}

	/** Returns the number of floats in {@link #values()}, padding included. */
	public int size() {
		return size;
	}

	@Override
	public void close() {
		if (!shared) OffHeap.close(values);
		OffHeap.close(gradients);
		values = null;
		gradients = null;
	}

	private static INDArray view(final INDArray all, final Slot slot) {
		final long[] shape = Arrays.stream(slot.shape).asLongStream().toArray();
		return all.get(NDArrayIndex.interval(slot.offset, slot.offset + slot.length())).reshape('c', shape);
	}

	/** The place of a parameter in its store. */
	public static final class Slot {

		private final String name;
		private final int[] shape;
		private final int offset;
		private final int length;
		private final double standardDeviation;
		private Parameter parameter;

		private Slot(final String name, final int[] shape, final int offset, final double standardDeviation) {
			this.name = name;
			this.shape = shape;
			this.offset = offset;
			length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
			this.standardDeviation = standardDeviation;
		}

		/** Returns the parameter's name. */
		public String name() {
			return name;
		}

		/** Returns the length of each axis. */
		public int[] shape() {
			return shape.clone();
		}

		/** Returns where in the store's arrays the parameter begins. */
		public int offset() {
			return offset;
		}

		/** Returns the number of values. */
		public int length() {
			return length;
		}

		/** Returns the parameter; only after {@link ParameterStore#allocate}. */
		public Parameter parameter() {
			if (parameter == null) throw new IllegalStateException("Parameter " + name + " is not allocated yet.");
			return parameter;
		}
	}
}
