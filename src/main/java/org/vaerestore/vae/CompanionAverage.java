package org.vaerestore.vae;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.OffHeap;

/**
 * Averages pictures with their companions, pixel by pixel, before their encoder sees them, and tells how much of the noise is left.
 * <p>
 * A companion counts by the weight of its score, see {@link CompanionWeight}, in units of the picture's own. Hidden pixels of
 * either take no part.
 * </p>
 */
final class CompanionAverage implements AutoCloseable {

	/** Of a score of nothing: companions begin with a quarter of a picture's own weight. */
	private static final float BEGIN = -1.5f;

	private final int side;
	private Pictures pictures;
	private int from;
	private float[] values = {};
	private float[] totals = {};
	private float[] squares = {};
	private float[] left = {};
	private float[] line = {};
	private INDArray gradient;

	/**
	 * @param side of a block of pixels that is one position
	 */
	CompanionAverage(final int side) {
		this.side = side;
	}

	/** Begins with rows of pictures as they are. */
	void begin(final Pictures newPictures, final int newFrom, final int rows) {
		pictures = newPictures;
		from = newFrom;
		final int size = rows * pictures.area();
		if (values.length != size) {
			values = new float[size];
			totals = new float[size];
			squares = new float[size];
			left = new float[size / (side * side)];
		}
		Arrays.fill(totals, 1);
		Arrays.fill(squares, 1);
		Arrays.fill(values, 0);
		final int length = pictures.width() * side;
		if (line.length != length) line = new float[length];
	}

	/**
	 * Adds a companion.
	 *
	 * @param row of its picture, counted from the first of these
	 * @param said scores of each pixel of a block, [companion, y, x, side^2]
	 * @param index of the companion in these
	 */
	void add(final Companion companion, final int row, final INDArray said, final int index) {
		final float ratio = ratio(companion, row);
		read(said, index, (channel, there) -> {
			final int here = row * pictures.area() + there;
			final float weight = seen(companion, row, there) * CompanionWeight.of(line[channel] + BEGIN);
			totals[here] += weight;
			squares[here] += weight * weight * ratio;
			values[here] += weight * difference(companion, row, there);
		}, null);
	}

	/** Returns the averaged values of the rows, [row, y, x]. */
	float[] end() {
		Arrays.fill(left, 0);
		final int width = pictures.width(), positions = width / side;
		for (int i = 0; i < values.length; i++) {
			values[i] = pictures.values()[from * pictures.area() + i] + values[i] / totals[i];
			final int x = i % width, y = i / width;
			left[y / side * positions + x / side] += (float) Math.sqrt(squares[i]) / totals[i] / (side * side);
		}
		return values;
	}

	/** Returns the standard deviation of the noise that is left, as a share of what there was, at each position of the rows. */
	float[] left() {
		return left;
	}

	/**
	 * Returns the gradient of what companions have said.
	 *
	 * @param valueGradient that of the averaged values
	 * @param leftGradient that of the noise that is left
	 * @param companions as they were added, all at once
	 * @param rows of each companion that of its picture
	 */
	INDArray backward(final float[] valueGradient, final float[] leftGradient, final List<Companion> companions, final INDArray said,
		final int... rows)
	{
		if (gradient == null || !gradient.equalShapes(said)) {
			OffHeap.close(gradient);
			gradient = OffHeap.allocate(said.shape());
		}
		final int width = pictures.width(), positions = width / side, area = pictures.area();
		for (int index = 0; index < rows.length; index++) {
			final Companion companion = companions.get(index);
			final int row = rows[index];
			final float ratio = ratio(companion, row);
			read(said, index, (channel, there) -> {
				final int here = row * area + there, pixel = from * area + here;
				final float score = line[channel] + BEGIN, visible = seen(companion, row, there), weight = visible * CompanionWeight.of(score);
				final float mean = values[here] - pictures.values()[pixel], deviation = (float) Math.sqrt(squares[here]);
				final float ofLeft = leftGradient[here / width / side * positions + here % width / side] / (side * side);
				final float ofWeight = valueGradient[here] * (difference(companion, row, there) - mean) / totals[here] + ofLeft *
					(weight * ratio / deviation - deviation / totals[here]) / totals[here];
				line[channel] = ofWeight * visible * CompanionWeight.slope(score);
			}, OffHeap.buffer(gradient));
		}
		return gradient;
	}

	private float ratio(final Companion companion, final int row) {
		final float own = pictures.noise().get(from + row).level();
		return own > 0 ? companion.noise() / own * (companion.noise() / own) : 1;
	}

	private float seen(final Companion companion, final int row, final int there) {
		return pictures.visible()[(from + row) * pictures.area() + there] < 1 ? 0 : companion.visible()[there];
	}

	private float difference(final Companion companion, final int row, final int there) {
		return companion.values()[there] - pictures.values()[(from + row) * pictures.area() + there];
	}

	/** Visits each pixel of a companion, whose line has been read; and writes lines if they go somewhere. */
	private void read(final INDArray said, final int index, final Pixel pixel, final FloatBuffer to) {
		final FloatBuffer in = OffHeap.buffer(said);
		final int height = pictures.height() / side, width = pictures.width() / side, channels = side * side;
		for (int y = 0; y < height; y++) {
			in.get((index * height + y) * line.length, line);
			for (int x = 0; x < width; x++)
				for (int dy = 0; dy < side; dy++)
					for (int dx = 0; dx < side; dx++)
						pixel.visit(x * channels + dy * side + dx, (y * side + dy) * pictures.width() + x * side + dx);
			if (to != null) to.put((index * height + y) * line.length, line);
		}
	}

	/** What is done with a pixel. */
	private interface Pixel {

		/**
		 * @param channel in the line
		 * @param there in its plane
		 */
		void visit(int channel, int there);
	}

	@Override
	public void close() {
		OffHeap.close(gradient);
		gradient = null;
		values = new float[0];
	}
}
