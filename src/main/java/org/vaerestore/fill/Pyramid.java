package org.vaerestore.fill;

import java.util.ArrayList;
import java.util.List;

/** A plane at halving resolutions, up to the first at which nothing is hidden any more. */
final class Pyramid {

	private final List<Level> levels = new ArrayList<>(List.of(new Level()));
	private int depth;

	/** Loads a plane; afterwards the hidden pixels are undefined. */
	void load(final float[] plane, final boolean[] hidden, final int width, final int height) {
		levels.get(0).load(plane, hidden, width, height);
		depth = 1;
		while (top().hiddenCount() > 0 && !top().isEmpty()) {
			if (levels.size() == depth) levels.add(new Level());
			levels.get(depth).loadHalfOf(top());
			depth++;
		}
	}

	/** The level at full resolution. */
	Level base() {
		return levels.get(0);
	}

	/**
	 * Solves the Laplace equation, from the coarsest level to the finest, each starting from the one before.
	 *
	 * @param coarseSweeps sweeps at each level but the finest
	 * @param fineSweeps sweeps at the finest level
	 */
	void solveLaplace(final int coarseSweeps, final int fineSweeps, final double factor) {
		for (int k = depth - 2; k >= 0; k--) {
			levels.get(k).interpolate(levels.get(k + 1));
			levels.get(k).relax(k == 0 ? fineSweeps : coarseSweeps, factor);
		}
	}

	private Level top() {
		return levels.get(depth - 1);
	}
}
