package org.vaerestore.sample;

/**
 * One cell of the tissue; lengths and positions in pixels.
 *
 * @param index place in the tissue
 * @param x middle
 * @param y middle
 * @param reach half the distance to the nearest other cell's middle
 * @param brightness how much dye it took up, about 1; 0 where a cell is missing
 */
record Cell(int index, double x, double y, double reach, double brightness) {

	boolean isPresent() {
		return brightness > 0;
	}
}
