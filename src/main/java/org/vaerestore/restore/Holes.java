package org.vaerestore.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** What is to be restored of an image: what is masked, and what is no number. */
final class Holes {

	/** The longest array of Java. */
	private static final int MOST_PLANES = Integer.MAX_VALUE - 8;

	private final Planes planes;
	private final PlaneMask[] masks;

	private Holes(final Planes planes, final PlaneMask[] masks) {
		this.planes = planes;
		this.masks = masks;
	}

	/**
	 * Finds the holes of an image of any size. Pixels are looked at only where they may be no numbers and the mask doesn't
	 * say which are none.
	 *
	 * @throws InputException if there is none
	 */
	static Holes find(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final Progress progress)
	{
		final Holes found = any(image, mask, progress);
		if (Arrays.stream(found.masks).allMatch(PlaneMask::isEmpty)) throw new InputException(
			"The mask is empty: there is nothing to restore. Mark what is damaged with values other than 0.");
		return found;
	}

	/** Finds the holes of an image that need not have any; see {@link #find}. */
	static Holes any(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final Progress progress)
	{
		final MaskReader reader = MaskReader.of(mask, image);
		final Planes planes = Planes.of(image);
		final boolean known = reader.isComplete() || image.getType() instanceof IntegerType;
		final PlaneReader values = known ? null : PlaneReader.of(image);
		if (planes.count() > MOST_PLANES) throw new InputException("The image has " + planes.count() + " planes, and at most " +
			MOST_PLANES + " can be restored at once; give a part of it.");
		final PlaneMask[] found = new PlaneMask[(int) planes.count()];
		for (int plane = 0; plane < found.length; plane++) {
			progress.checkCancelled();
			found[plane] = known ? reader.plane(plane) : reader.plane(plane).or(values.where(plane, value -> !Float.isFinite(value)));
		}
		return new Holes(planes, found);
	}

	/** Returns the holes of a plane. */
	PlaneMask of(final long plane) {
		return masks[(int) plane];
	}

	/** Returns the planes that have holes, and something that is visible. */
	List<Long> damaged() {
		return planes(false);
	}

	/** Returns the planes of which nothing is visible. */
	List<Long> whole() {
		return planes(true);
	}

	private List<Long> planes(final boolean whole) {
		final List<Long> found = new ArrayList<>();
		for (int plane = 0; plane < masks.length; plane++)
			if (!masks[plane].isEmpty() && masks[plane].isWhole() == whole) found.add((long) plane);
		return found;
	}

	/** Returns the planes beside one that may help it, nearest first. */
	List<Long> beside(final long plane, final int axis, final int reach) {
		final List<Long> found = new ArrayList<>();
		for (int distance = 1; axis >= 0 && distance <= reach; distance++)
			for (final int step : new int[] { -distance, distance })
				if (planes.beside(plane, axis, step) >= 0) found.add(planes.beside(plane, axis, step));
		return found;
	}

}
