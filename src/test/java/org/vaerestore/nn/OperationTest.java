package org.vaerestore.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class OperationTest {

	@Test
	void readsWhatItsArraysHaveNow() {
		Workers.run(() -> {
			final Operation sum = new Operation("add");
			final INDArray a = filled(1, 3), b = filled(2, 3), c = filled(0, 3);
			sum.run(c, a, b);
			a.assign(5);
			sum.run(c, a, b);
			assertArrayEquals(new float[] { 7, 7, 7 }, c.toFloatVector());
		});
	}

	@Test
	void goesOnWithOtherArraysOfOtherShapes() {
		Workers.run(() -> {
			final Operation sum = new Operation("add");
			sum.run(filled(0, 3), filled(1, 3), filled(2, 3));
			final INDArray wide = filled(0, 2, 4), input = filled(3, 2, 4);
			sum.run(wide, input, input);
			assertEquals(48, wide.sumNumber().doubleValue());
		});
	}

	@Test
	void equalArraysAreNotTheSame() {
		Workers.run(() -> {
			final Operation sum = new Operation("add");
			final INDArray a = filled(1, 3), twin = filled(1, 3), output = filled(0, 3), outputTwin = filled(0, 3);
			sum.run(output, a, a);
			output.assign(0);
			sum.run(outputTwin, a, twin);
			twin.assign(4);
			sum.run(outputTwin, a, twin);
			assertArrayEquals(new float[] { 0, 0, 0 }, output.toFloatVector());
			assertArrayEquals(new float[] { 5, 5, 5 }, outputTwin.toFloatVector());
		});
	}

	@Test
	void writesOverItsInput() {
		Workers.run(() -> {
			final Operation product = new Operation("multiply");
			final INDArray a = filled(3, 4);
			product.run(a, a, filled(2, 4));
			assertArrayEquals(new float[] { 6, 6, 6, 6 }, a.toFloatVector());
		});
	}

	@Test
	void worksAgainAfterForgetting() {
		Workers.run(() -> {
			final Operation sum = new Operation("add");
			final INDArray a = filled(1, 3), output = filled(0, 3);
			sum.run(output, a, a);
			sum.forget();
			output.assign(0);
			sum.run(output, a, a);
			assertArrayEquals(new float[] { 2, 2, 2 }, output.toFloatVector());
		});
	}

	private static INDArray filled(final double value, final long... shape) {
		final INDArray array = OffHeap.allocate(shape);
		array.assign(value);
		return array;
	}
}
