package org.vaerestore.imagej.mask;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ij.gui.Roi;
import ij.gui.ShapeRoi;

/**
 * Parts of an area that lie far from each other, as areas of their own: what is between them can be more than fits into an
 * array.
 */
final class ShapeParts {

	/** Areas of fewer pixels are left whole. */
	private static final int MOST_PIXELS = 1 << 22;
	/** Side of the windows that an area is looked at through. */
	private static final int WINDOW = 1024;

	private final int columns;
	private final int[] joined;

	private ShapeParts(final Rectangle bounds) {
		columns = bounds.width / WINDOW + 2;
		joined = new int[columns * (bounds.height / WINDOW + 2)];
		for (int window = 0; window < joined.length; window++)
			joined[window] = window;
	}

	/** Returns areas that don't overlap and together are the same as an area. */
	static List<Roi> of(final Roi area) {
		final Rectangle bounds = area.getBounds();
		if (!(area instanceof ShapeRoi shape) || (long) bounds.width * bounds.height <= MOST_PIXELS) return List.of(area);
		final ShapeParts parts = new ShapeParts(bounds);
		final List<Path2D> outlines = outlines(shape);
		for (final Path2D outline : outlines)
			parts.join(outline.getBounds());
		final Map<Integer, Path2D> together = new TreeMap<>();
		for (final Path2D outline : outlines)
			together.computeIfAbsent(parts.root(parts.window(outline.getBounds().x, outline.getBounds().y)),
				key -> new Path2D.Double(Path2D.WIND_EVEN_ODD)).append(outline, false);
		final AffineTransform place = AffineTransform.getTranslateInstance(shape.getXBase(), shape.getYBase());
		return together.values().stream().map(path -> (Roi) new ShapeRoi(place.createTransformedShape(path))).toList();
	}

	/** Returns the closed outlines that a shape consists of, holes included. */
	private static List<Path2D> outlines(final ShapeRoi shape) {
		final List<Path2D> outlines = new ArrayList<>();
		final double[] at = new double[6];
		for (final PathIterator path = shape.getShape().getPathIterator(null, 0.1); !path.isDone(); path.next()) {
			final int kind = path.currentSegment(at);
			if (kind == PathIterator.SEG_MOVETO) {
				outlines.add(new Path2D.Double());
				outlines.get(outlines.size() - 1).moveTo(at[0], at[1]);
			}
			else if (kind == PathIterator.SEG_LINETO) outlines.get(outlines.size() - 1).lineTo(at[0], at[1]);
			else outlines.get(outlines.size() - 1).closePath();
		}
		return outlines;
	}

	private int window(final int x, final int y) {
		return Math.max(0, y) / WINDOW * columns + Math.max(0, x) / WINDOW;
	}

	private void join(final Rectangle outline) {
		final int first = window(outline.x, outline.y), last = window(outline.x + outline.width, outline.y + outline.height);
		for (int row = first / columns; row <= last / columns; row++)
			for (int column = first % columns; column <= last % columns; column++)
				joined[root(row * columns + column)] = root(first);
	}

	private int root(final int window) {
		int root = window;
		while (joined[root] != root)
			root = joined[root] = joined[joined[root]];
		return root;
	}
}
