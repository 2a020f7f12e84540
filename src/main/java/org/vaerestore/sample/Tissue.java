package org.vaerestore.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.procedural.FractalNoise;

/**
 * Cells that share out the plane among them: the cells of Voronoi around jittered points, with wavy borders.
 */
final class Tissue {

	private static final double SPACING = 88;
	private static final double JITTER = 0.32;
	private static final double MISSING = 0.13;

	private final int columns, rows;
	private final List<Cell> cells;
	private final FractalNoise bendX, bendY;

	Tissue(final int width, final int height, final SplittableRandom random) {
		// two more cells on each side, so that those that are seen have neighbours
		columns = (int) Math.ceil(width / SPACING) + 4;
		rows = (int) Math.ceil(height / SPACING) + 4;
		bendX = new FractalNoise(random.nextLong());
		bendY = new FractalNoise(random.nextLong());
		final double[][] middles = new double[columns * rows][2];
		for (int i = 0; i < middles.length; i++) {
			middles[i][0] = (i % columns - 1.5 + JITTER * random.nextDouble(-1, 1)) * SPACING;
			middles[i][1] = (i / columns - 1.5 + JITTER * random.nextDouble(-1, 1)) * SPACING;
		}
		final List<Cell> list = new ArrayList<>();
		for (int i = 0; i < middles.length; i++) {
			// as on a chessboard, so that no two neighbours are missing
			final boolean missing = (i % columns + i / columns) % 2 == 0 && random.nextDouble() < MISSING;
			final double brightness = missing ? 0 : 0.65 + 0.7 * random.nextDouble();
			list.add(new Cell(i, middles[i][0], middles[i][1], reach(middles, i), brightness));
		}
		cells = List.copyOf(list);
	}

	List<Cell> cells() {
		return cells;
	}

	/** Finds the cell at a point, and how far its border is in pixels. */
	Place at(final double x, final double y, final double z) {
		final double wx = x + 22 * bendX.at(x / 70, y / 70, z / 90, 3);
		final double wy = y + 22 * bendY.at(x / 70, y / 70, z / 90, 3);
		final int column = (int) Math.round(wx / SPACING + 1.5), row = (int) Math.round(wy / SPACING + 1.5);
		Cell first = null, second = null;
		double firstSquare = Double.POSITIVE_INFINITY, secondSquare = Double.POSITIVE_INFINITY;
		for (int r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++) {
			for (int c = Math.max(0, column - 2); c <= Math.min(columns - 1, column + 2); c++) {
				final Cell cell = cells.get(r * columns + c);
				final double square = square(wx - cell.x(), wy - cell.y());
				if (square < firstSquare) {
					second = first;
					secondSquare = firstSquare;
					first = cell;
					firstSquare = square;
				}
				else if (square < secondSquare) {
					second = cell;
					secondSquare = square;
				}
			}
		}
		final double apart = Math.sqrt(square(first.x() - second.x(), first.y() - second.y()));
		return new Place(first, (secondSquare - firstSquare) / (2 * apart));
	}

	private static double reach(final double[][] middles, final int index) {
		double nearest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < middles.length; i++) {
			if (i == index) continue;
			nearest = Math.min(nearest, square(middles[i][0] - middles[index][0], middles[i][1] - middles[index][1]));
		}
		return Math.sqrt(nearest) / 2;
	}

	private static double square(final double dx, final double dy) {
		return dx * dx + dy * dy;
	}

	/** A point in the tissue: the cell that it is in, and its distance from that cell's border in pixels. */
	record Place(Cell cell, double border) {}
}
