package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How feature maps are laid out as rows of pixels with gaps of zeros between rows and between images, so that a step of a
 * window from any position to the next one is a step of the same number of floats, across the ends of rows and images too.
 * <p>
 * The gap behind a row is that before the next one. Rows are dealt in turn to as many planes as a window's stride has
 * pixels: a window's next position down is the next row of the same plane.
 * </p>
 *
 * @param images number of images
 * @param height rows of an image
 * @param width pixels of a row
 * @param channels values of a pixel
 * @param planes number of planes
 * @param top rows of zeros before the first image
 * @param left pixels of zeros before the first pixel of a row
 * @param period rows from one image to the next, a multiple of {@code planes}
 * @param pitch pixels from one row to the next
 */
record PaddedRows(int images, int height, int width, int channels, int planes, int top, int left, int period, int pitch) {

	/** Takes a row: where it is in the array of feature maps, and where in the padded rows. */
	@FunctionalInterface
	private interface Row {

		void at(long inArray, long inRows);
	}

	/** Returns the layout of maps that a window goes over. */
	static PaddedRows under(final Window window, final INDArray maps) {
		final int height = (int) maps.size(1), width = (int) maps.size(2);
		final int top = window.before(height), left = window.before(width);
		return new PaddedRows((int) maps.size(0), height, width, (int) maps.size(3), window.stride(), top, left, multiple(
			height + Math.max(top, window.after(height)), window.stride()), multiple(width + Math.max(left, window.after(width)),
				window.stride()));
	}

	/** Returns the layout of maps that have a pixel for each of a window's positions over these, those in gaps included. */
	PaddedRows positions(final INDArray maps) {
		return new PaddedRows(images, (int) maps.size(1), (int) maps.size(2), (int) maps.size(3), 1, 0, 0, period / planes,
			pitch / planes);
	}

	private static int multiple(final int length, final int of) {
		return (length + of - 1) / of * of;
	}

	/** Returns the number of rows of each plane, gaps included. */
	int rows() {
		return images * (period / planes);
	}

	/** Returns the floats of a row, gap included. */
	int rowFloats() {
		return pitch * channels;
	}

	/** Tells whether there is no gap at all, so that the maps themselves are laid out so. */
	boolean isDense() {
		return planes == 1 && period == height && pitch == width;
	}

	/**
	 * Copies rows of feature maps into padded rows; gaps stay as they are.
	 *
	 * @param maps all of them
	 * @param from first row of each plane
	 * @param count rows of each plane
	 * @param rows takes the planes one after the other
	 * @param planeFloats from one plane to the next
	 */
	void fill(final Floats maps, final int from, final int count, final Floats rows, final long planeFloats) {
		forEach(from, count, planeFloats, (inArray, inRows) -> rows.from(inRows).copy(maps.from(inArray), (long) width *
			channels));
	}

	/** Copies padded rows back into feature maps. */
	void read(final Floats maps, final int from, final int count, final Floats rows, final long planeFloats) {
		forEach(from, count, planeFloats, (inArray, inRows) -> maps.from(inArray).copy(rows.from(inRows), (long) width *
			channels));
	}

	private void forEach(final int from, final int count, final long planeFloats, final Row row) {
		for (int plane = 0; plane < planes; plane++)
			for (int r = 0; r < count; r++) {
				final int padded = (from + r) * planes + plane - top;
				if (padded < 0 || padded / period >= images || padded % period >= height) continue;
				final long y = (long) padded / period * height + padded % period;
				row.at(y * width * channels, plane * planeFloats + ((long) r * pitch + left) * channels);
			}
	}
}
