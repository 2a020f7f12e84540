package org.vaerestore.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.Region;

/**
 * Divides the holes of a plane into groups, so that no more of the plane is looked at than what is around them.
 * <p>
 * What is closer than 64 pixels stays together, and holes come together as long as their surroundings overlap so far that
 * this takes no longer. What would be larger than a limit is cut between squares of 64 pixels, through holes as well, as
 * long as these are so narrow that each part sees all of their surroundings; wider ones stay whole, whatever they take.
 * </p>
 */
final class HoleGrouping {

	/** Pixels around holes that help to restore them. */
	static final int MARGIN = 128;

	private final PlaneMask holes;
	private final int granularity;
	private final int side;

	/**
	 * @param granularity that regions begin at multiples of
	 * @param side such that regions have no more pixels than its square, unless a hole needs more
	 */
	HoleGrouping(final PlaneMask holes, final int granularity, final int side) {
		this.holes = holes;
		this.granularity = granularity;
		this.side = side;
	}

	/** Returns groups that have each hidden pixel of the plane once. */
	List<HoleGroup> groups() {
		final List<Part> parts = new ArrayList<>();
		for (final int[] cluster : holes.clusters()) {
			final Part part = new Part(cluster);
			if (part.size() <= most()) parts.add(part);
			else cut(cluster, parts);
		}
		while (mergeOnce(parts)) {
			// What has become larger may be near to others now.
		}
		return parts.stream().map(Part::group).toList();
	}

	/** Returns all holes as one group. */
	HoleGroup all() {
		return new HoleGroup(around(holes.bounds()), holes);
	}

	private long most() {
		return (long) side * side;
	}

	private void cut(final int[] cluster, final List<Part> parts) {
		final int[] wide = wide(cluster);
		if (wide.length > 0) for (final int[] whole : holes.ofSquares(wide).clusters())
			parts.add(new Part(whole));
		final int columns = holes.squareColumns(), cell = Math.max(1, (side - 2 * MARGIN) / PlaneMask.SIDE);
		final Map<Integer, List<Integer>> cells = new TreeMap<>();
		for (final int square : cluster)
			if (Arrays.binarySearch(wide, square) < 0) cells.computeIfAbsent(square / columns / cell * columns + square % columns /
				cell, key -> new ArrayList<>()).add(square);
		for (final List<Integer> squares : cells.values())
			parts.add(new Part(squares.stream().mapToInt(Integer::intValue).toArray()));
	}

	/**
	 * Returns the squares in which holes may be wider than what is seen beside a cut: those within the margin of four that are
	 * full, as every hole 191 pixels wide has them. Sorted.
	 */
	private int[] wide(final int[] cluster) {
		final int columns = holes.squareColumns(), around = MARGIN / PlaneMask.SIDE;
		final boolean[] near = new boolean[columns * ((holes.height() + PlaneMask.SIDE - 1) / PlaneMask.SIDE)];
		for (final int square : cluster) {
			final int column = square % columns, row = square / columns;
			if (column + 1 == columns || (row + 1) * columns >= near.length || !holes.isSquareFull(square) || !holes.isSquareFull(
				square + 1) || !holes.isSquareFull(square + columns) || !holes.isSquareFull(square + columns + 1)) continue;
			for (int v = Math.max(0, row - around); v <= row + 1 + around && v * columns < near.length; v++)
				Arrays.fill(near, v * columns + Math.max(0, column - around), v * columns + Math.min(columns, column + 2 + around),
					true);
		}
		return IntStream.of(cluster).filter(square -> near[square]).sorted().toArray();
	}

	private boolean mergeOnce(final List<Part> parts) {
		boolean merged = false;
		for (int i = 0; i < parts.size(); i++)
			for (int j = parts.size() - 1; j > i; j--) {
				final Part a = parts.get(i), b = parts.get(j);
				final long together = around(union(a.box, b.box)).size();
				if (together > a.size() + b.size() || together > Math.max(most(), Math.max(a.size(), b.size()))) continue;
				parts.set(i, new Part(IntStream.concat(IntStream.of(a.squares), IntStream.of(b.squares)).toArray()));
				parts.remove(j);
				merged = true;
			}
		return merged;
	}

	private static Region union(final Region a, final Region b) {
		final int x = Math.min(a.x(), b.x()), y = Math.min(a.y(), b.y());
		return new Region(x, y, Math.max(a.x() + a.width(), b.x() + b.width()) - x, Math.max(a.y() + a.height(), b.y() + b
			.height()) - y);
	}

	private Region around(final Region box) {
		final int x = Math.max(0, box.x() - MARGIN) / granularity * granularity;
		final int y = Math.max(0, box.y() - MARGIN) / granularity * granularity;
		return new Region(x, y, Math.min(holes.width(), box.x() + box.width() + MARGIN) - x, Math.min(holes.height(), box.y() +
			box.height() + MARGIN) - y);
	}

	/** Some of the squares. */
	private final class Part {

		private final int[] squares;
		/** The smallest region with all of its pixels. */
		private final Region box;
		private final Region seen;

		Part(final int[] squares) {
			this.squares = squares;
			box = holes.ofSquares(squares).bounds();
			seen = around(box);
		}

		long size() {
			return seen.size();
		}

		HoleGroup group() {
			return new HoleGroup(seen, holes.ofSquares(squares));
		}
	}
}
