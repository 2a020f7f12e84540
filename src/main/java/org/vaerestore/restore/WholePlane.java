package org.vaerestore.restore;

import java.util.Arrays;
import java.util.List;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.job.Progress;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.procedural.GaussianBlur;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

/**
 * Restores a plane of which nothing is visible from the slices beside it: each pixel goes on evenly from the nearest slice
 * before to the nearest one behind in which it is known.
 */
final class WholePlane {

	/** Pixels that are worked on at a time. */
	static final int MOST_PIXELS = 1 << 20;
	/** What is held of each of these. */
	static final long BYTES_PER_PIXEL = 40;
	/** Share of a slice's pixels that must be known. */
	private static final double LEAST_KNOWN = 0.5;
	/** From how far around a pixel it is judged how the slices differ there: a standard deviation in pixels. */
	private static final double AROUND = 2;

	private final PlaneReader reader;
	private final Holes holes;
	private final int axis;
	private final FillWorkspace fills = new FillWorkspace();

	WholePlane(final PlaneReader reader, final Holes holes, final int axis) {
		this.reader = reader;
		this.holes = holes;
		this.axis = axis;
	}

	/** Returns whether there is something to restore a plane from. */
	boolean isHelped(final long plane) {
		return !helpers(plane).isEmpty();
	}

	private List<Long> helpers(final long plane) {
		final long most = (long) ((1 - LEAST_KNOWN) * reader.planes().whole().size());
		return holes.beside(plane, axis, NeighbouringSlices.REACH).stream().filter(beside -> holes.of(beside).count() <= most)
			.toList();
	}

	/** Hands on the plane, some rows at a time. */
	void restore(final long plane, final int copies, final RestoredPixels result, final Progress progress) {
		final Planes planes = reader.planes();
		final int rows = Math.max(1, MOST_PIXELS / planes.width());
		for (int top = 0; top < planes.height(); top += rows) {
			progress.checkCancelled();
			progress.update((double) top / planes.height(), "restoring from the slices beside");
			final Region band = new Region(0, top, planes.width(), Math.min(rows, planes.height() - top));
			final boolean[] all = new boolean[band.size()];
			Arrays.fill(all, true);
			final SignalEstimate estimate = between(plane, band);
			for (int copy = 0; copy < copies; copy++)
				result.restored(plane, copy, band, all, estimate);
		}
	}

	private SignalEstimate between(final long plane, final Region band) {
		final Side before = new Side(band.size()), behind = new Side(band.size());
		for (final long beside : helpers(plane)) {
			final Side side = beside < plane ? before : behind;
			side.add(reader.read(beside, band), holes.of(beside).read(band), distance(plane, beside));
		}
		final float[] mean = new float[band.size()], squares = new float[band.size()];
		final boolean[] unknown = new boolean[band.size()];
		for (int i = 0; i < mean.length; i++) {
			final int a = before.distance[i], b = behind.distance[i];
			unknown[i] = a == 0 && b == 0;
			mean[i] = unknown[i] ? 0 : a == 0 ? behind.values[i] : b == 0 ? before.values[i] : (b * before.values[i] + a *
				behind.values[i]) / (a + b);
			// What lies between two slices may be like the one or like the other; of one slice alone, the next tells how they change.
			final double change = a > 0 && b > 0 ? (before.values[i] - behind.values[i]) / 2 : a > 0 ? before.change[i]
				: behind.change[i];
			squares[i] = (float) (change * change);
		}
		fills.hybrid(mean, unknown, band.width(), band.height());
		final float[] deviation = GaussianBlur.blur(squares, band.width(), band.height(), AROUND);
		for (int i = 0; i < deviation.length; i++)
			deviation[i] = (float) Math.sqrt(deviation[i]);
		return new SignalEstimate(mean, deviation);
	}

	private int distance(final long plane, final long beside) {
		int distance = 1;
		while (reader.planes().beside(plane, axis, distance) != beside && reader.planes().beside(plane, axis,
			-distance) != beside)
			distance++;
		return distance;
	}

	/** What is known on one side of a plane. */
	private static final class Side {

		private final float[] values;
		/** How far the nearest slice is that knows a pixel; 0 if none does. */
		private final int[] distance;
		/** By how much the next slice differs. */
		private final float[] change;

		Side(final int size) {
			values = new float[size];
			distance = new int[size];
			change = new float[size];
		}

		/** Adds a slice further away than those before. */
		void add(final float[] slice, final boolean[] hidden, final int howFar) {
			for (int i = 0; i < slice.length; i++) {
				if (hidden[i]) continue;
				if (distance[i] > 0) change[i] = slice[i] - values[i];
				else {
					values[i] = slice[i];
					distance[i] = howFar;
				}
			}
		}
	}
}
