package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.factory.Nd4j;

/** The rectified linear unit, max(x, 0). */
public final class Relu implements Layer {

	private final boolean inPlace;
	/** Where outputs are, or null for arrays of this layer's own. */
	private final Scratch scratch;
	private INDArray output;
	private INDArray sign;
	private INDArray rectified;
	private RectifiedLinear forward;
	private Sign backward;
	private final Operation product = new Operation("multiply");

	private Relu(final boolean inPlace, final Scratch scratch) {
		this.inPlace = inPlace;
		this.scratch = scratch;
	}

	/** Returns a layer that leaves its input as it is. */
	public static Relu copying() {
		return new Relu(false, null);
	}

	/**
	 * Returns a layer that leaves its input as it is, and whose output is valid until the next one of its kind.
	 *
	 * @param scratch where outputs are; null for a layer that owns them
	 */
	public static Relu copying(final Scratch scratch) {
		return new Relu(false, scratch);
	}

	/** Returns a layer that overwrites its input, for inputs that nobody else needs. */
	public static Relu inPlace() {
		return new Relu(true, null);
	}

	@Override
	public INDArray forward(final INDArray input) {
		if (inPlace) rectified = input;
		else {
			if (output == null || !output.equalShapes(input)) {
				if (scratch == null) OffHeap.close(output);
				output = scratch == null ? OffHeap.allocate(input.shape()) : scratch.array("activation", input.shape());
			}
			rectified = output;
		}
		if (forward == null || forward.x() != input || forward.z() != rectified) forward = new RectifiedLinear(input,
			rectified, 0);
		Nd4j.getExecutioner().exec(forward);
		return rectified;
	}

	/** Overwrites the gradient that it is given, and returns it. */
	@Override
	public INDArray backward(final INDArray gradient) {
		if (sign == null || !sign.equalShapes(rectified)) {
			OffHeap.close(sign);
			sign = OffHeap.allocate(rectified.shape());
		}
		// ND4J's own relu_bp is ten times slower than these two.
		if (backward == null || backward.x() != rectified || backward.z() != sign) backward = new Sign(rectified, sign);
		Nd4j.getExecutioner().exec(backward);
		product.run(gradient, gradient, sign);
		return gradient;
	}

	@Override
	public void close() {
		product.forget();
		if (scratch == null) OffHeap.close(output);
		OffHeap.close(sign);
		output = null;
		sign = null;
		rectified = null;
		forward = null;
		backward = null;
	}
}
