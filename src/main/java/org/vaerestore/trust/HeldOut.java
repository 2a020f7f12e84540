package org.vaerestore.trust;

import java.util.Arrays;

/** Pixels that were hidden and predicted: what was said of each, and what it is. */
final class HeldOut {

	private float[] predicted = new float[1024];
	private float[] deviation = new float[1024];
	private float[] recorded = new float[1024];
	private int count;

	void add(final float value, final float expectedDeviation, final float truth) {
		if (!Float.isFinite(value) || !Float.isFinite(truth)) return;
		if (count == predicted.length) {
			predicted = Arrays.copyOf(predicted, 2 * count);
			deviation = Arrays.copyOf(deviation, 2 * count);
			recorded = Arrays.copyOf(recorded, 2 * count);
		}
		predicted[count] = value;
		deviation[count] = expectedDeviation;
		recorded[count++] = truth;
	}

	int count() {
		return count;
	}

	Coverage coverage() {
		return Coverage.of(predicted(), deviation(), recorded());
	}

	float[] predicted() {
		return Arrays.copyOf(predicted, count);
	}

	float[] deviation() {
		return Arrays.copyOf(deviation, count);
	}

	float[] recorded() {
		return Arrays.copyOf(recorded, count);
	}
}
