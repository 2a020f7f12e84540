package org.vaerestore.vae;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.OffHeap;

/**
 * Merges what any number of companions say of a picture, in any order: the mean of their values with weights of their own,
 * beside a picture's own word, which has the value 0 and the weight 1.
 * <p>
 * Values and scores come in pairs of channels; see {@link CompanionWeight}.
 * </p>
 */
final class CompanionMerge implements AutoCloseable {

	private final int channels;
	private INDArray merged;
	private INDArray gradient;
	private float[] totals = {};
	private float[] line = {};
	private float[] sum = {};

	/**
	 * @param channels of the values
	 */
	CompanionMerge(final int channels) {
		this.channels = channels;
	}

	/** Begins with the pictures' own word. */
	void begin(final int rows, final long height, final long width) {
		if (merged == null || merged.size(0) != rows || merged.size(1) != height || merged.size(2) != width) {
			OffHeap.close(merged);
			merged = OffHeap.allocate(rows, height, width, channels);
			totals = new float[(int) merged.length()];
		}
		final int length = (int) width * channels;
		if (sum.length != length) {
			sum = new float[length];
			line = new float[2 * length];
		}
		merged.assign(0);
		Arrays.fill(totals, 1);
	}

	/**
	 * Adds what companions say.
	 *
	 * @param said scores and then values of each companion, [companion, y, x, 2 channel]
	 * @param rows of each companion the row of its picture
	 */
	void add(final INDArray said, final int... rows) {
		final int height = (int) said.size(1), length = sum.length;
		final FloatBuffer in = OffHeap.buffer(said), out = OffHeap.buffer(merged);
		for (int companion = 0; companion < rows.length; companion++)
			for (int y = 0; y < height; y++) {
				final int begin = (rows[companion] * height + y) * length;
				in.get((companion * height + y) * 2 * length, line);
				out.get(begin, sum);
				for (int x = 0; x < length / channels; x++)
					for (int c = 0, i = x * channels, k = 2 * i; c < channels; c++, i++, k++) {
						final float weight = CompanionWeight.of(line[k]);
						totals[begin + i] += weight;
						sum[i] += weight * line[k + channels];
					}
				out.put(begin, sum);
			}
	}

	/** Returns the means, [row, y, x, channel]. */
	INDArray end() {
		final FloatBuffer out = OffHeap.buffer(merged);
		for (int begin = 0; begin < totals.length; begin += sum.length) {
			out.get(begin, sum);
			for (int i = 0; i < sum.length; i++)
				sum[i] /= totals[begin + i];
			out.put(begin, sum);
		}
		return merged;
	}

	/**
	 * Returns the gradient of scores and values, given that of the means.
	 *
	 * @param said as it was added, all at once
	 * @param rows as they were
	 */
	INDArray backward(final INDArray mergedGradient, final INDArray said, final int... rows) {
		if (gradient == null || !gradient.equalShapes(said)) {
			OffHeap.close(gradient);
			gradient = OffHeap.allocate(said.shape());
		}
		final int height = (int) said.size(1), length = sum.length;
		final FloatBuffer in = OffHeap.buffer(said), means = OffHeap.buffer(merged), given = OffHeap.buffer(mergedGradient), out = OffHeap
			.buffer(gradient);
		final float[] above = new float[length];
		for (int companion = 0; companion < rows.length; companion++)
			for (int y = 0; y < height; y++) {
				final int begin = (rows[companion] * height + y) * length, own = (companion * height + y) * 2 * length;
				in.get(own, line);
				means.get(begin, sum);
				given.get(begin, above);
				for (int x = 0; x < length / channels; x++)
					for (int c = 0, i = x * channels, k = 2 * i; c < channels; c++, i++, k++) {
						final float share = above[i] / totals[begin + i], weight = CompanionWeight.of(line[k]);
						line[k] = share * (line[k + channels] - sum[i]) * CompanionWeight.slope(line[k]);
						line[k + channels] = share * weight;
					}
				out.put(own, line);
			}
		return gradient;
	}

	@Override
	public void close() {
		OffHeap.close(merged);
		OffHeap.close(gradient);
		merged = null;
		gradient = null;
	}
}
