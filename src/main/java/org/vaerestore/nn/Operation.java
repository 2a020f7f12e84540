package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An ND4J operation that keeps what ND4J prepares for it as long as its arrays are the same ones: else each run would leave
 * some kilobytes on the Java heap, and off it a context that waits for the garbage collector.
 */
final class Operation {

	private final String name;
	private final int[] arguments;
	private CustomOp operation;
	private OpContext context;
	private INDArray[] inputs;
	private INDArray[] outputs;

	/**
	 * Declares an operation.
	 *
	 * @param name in ND4J
	 * @param arguments its integer arguments
	 */
	Operation(final String name, final int... arguments) {
		this.name = name;
		this.arguments = arguments;
	}

	/** Writes to an array, which may be the first input itself if the operation is element-wise. */
	void run(final INDArray output, final INDArray... newInputs) {
		if (outputs == null || outputs.length != 1 || outputs[0] != output || !areInputs(newInputs)) bind(new INDArray[] {
			output }, newInputs);
		Nd4j.getExecutioner().exec(operation, context);
	}

	/** Writes to several arrays. */
	void run(final INDArray[] newOutputs, final INDArray... newInputs) {
		if (newOutputs != outputs || !areInputs(newInputs)) bind(newOutputs, newInputs);
		Nd4j.getExecutioner().exec(operation, context);
	}

	/** Forgets its arrays, before their owners close them. */
	void forget() {
		if (context != null) context.purge();
		inputs = null;
		outputs = null;
	}

	private boolean areInputs(final INDArray[] arrays) {
		if (inputs == null || inputs.length != arrays.length) return false;
		// Arrays of equal content are not the same ones.
		for (int i = 0; i < arrays.length; i++)
			if (inputs[i] != arrays[i]) return false;
		return true;
	}

	private void bind(final INDArray[] newOutputs, final INDArray[] newInputs) {
		// Not at construction: that would load ND4J.
		if (context == null) {
			operation = DynamicCustomOp.builder(name).addIntegerArguments(arguments).build();
			context = Nd4j.getExecutioner().buildContext();
			context.setIArguments(operation.iArgs());
		}
		context.purge();
		context.setInputArrays(newInputs);
		context.setOutputArrays(newOutputs);
		inputs = newInputs;
		outputs = newOutputs;
	}
}
