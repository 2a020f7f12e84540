package org.vaerestore.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.StackMask;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Parts of an image that is to be restored: what is around its damage, and some of what is elsewhere. They tell its
 * intensities and its noise without a look at all of it, which may be much more than what is restored.
 */
final class DamagedSample {

	/** Images of no more planes of no more pixels are looked at whole. */
	private static final int FEW_PLANES = 16, FEW_PIXELS = 1 << 22;
	/** Planes of each kind that are looked at, and parts of each of them if they are large. */
	private static final int PLANES = 6, PARTS = 4;
	/** Side of a part in pixels. */
	private static final int SIDE = 512;

	private final TrainingImage image;
	private final Planes planes;
	private final MaskReader masks;
	private final List<TrainingImage> parts = new ArrayList<>();

	private DamagedSample(final TrainingImage image) {
		this.image = image;
		planes = Planes.of(image.image());
		masks = MaskReader.of(image.mask(), image.image());
	}

	/** Returns parts of an image, or all of it if it isn't large or has no mask. */
	static List<TrainingImage> of(final TrainingImage image) {
		final Planes all = Planes.of(image.image());
		if (!(image.mask() instanceof StackMask) || all.count() <= FEW_PLANES && all.whole().size() <= FEW_PIXELS) return List.of(
			image);
		final DamagedSample sample = new DamagedSample(image);
		sample.choose();
		return sample.parts.isEmpty() ? List.of(image) : sample.parts;
	}

	private void choose() {
		final List<Long> damaged = new ArrayList<>(), any = new ArrayList<>();
		for (long plane = 0; plane < planes.count(); plane++) {
			final PlaneMask mask = masks.plane(plane);
			if (mask.isWhole()) continue;
			any.add(plane);
			if (!mask.isEmpty()) damaged.add(plane);
		}
		final Set<Long> chosen = new TreeSet<>(some(any, PLANES));
		chosen.addAll(some(damaged, PLANES));
		for (final long plane : chosen)
			if (planes.whole().size() <= FEW_PIXELS) add(plane, planes.whole());
			else addParts(plane, masks.plane(plane));
	}

	private void addParts(final long plane, final PlaneMask mask) {
		for (int part = 0; part < PARTS; part++)
			add(plane, around(planes.width() * (2 * (part % 2) + 1) / 4, planes.height() * (2 * (part / 2) + 1) / 4));
		for (final int[] cluster : some(mask.clusters(), PARTS)) {
			final Region hole = mask.ofSquares(cluster).bounds();
			add(plane, around(hole.x() + hole.width() / 2, hole.y() + hole.height() / 2));
		}
	}

	private Region around(final int x, final int y) {
		final int width = Math.min(SIDE, planes.width()), height = Math.min(SIDE, planes.height());
		return new Region(Math.max(0, Math.min(planes.width() - width, x - width / 2)), Math.max(0, Math.min(planes.height() -
			height, y - height / 2)), width, height);
	}

	private void add(final long plane, final Region region) {
		final boolean[] hidden = masks.read(plane, region);
		for (final boolean one : hidden)
			if (!one) {
				parts.add(new TrainingImage(part(image.image(), plane, region), new StackMask(new long[] { region.width(), region
					.height() }, List.of(PlaneMask.of(hidden, region.width())), masks.isComplete()), image.title()));
				return;
			}
	}

	private <T extends RealType<T>> RandomAccessibleInterval<T> part(final RandomAccessibleInterval<? extends RealType<?>> all,
		final long plane, final Region region)
	{
		@SuppressWarnings("unchecked")
		RandomAccessibleInterval<T> slice = (RandomAccessibleInterval<T>) all;
		final long[] origin = planes.position(plane, region.x(), region.y());
		for (int d = all.numDimensions() - 1; d > 1; d--)
			slice = Views.hyperSlice(slice, d, origin[d]);
		return Views.zeroMin(Views.interval(slice, FinalInterval.createMinSize(origin[0], origin[1], region.width(), region
			.height())));
	}

	/** Returns so many of a list, evenly spread. */
	private static <E> List<E> some(final List<E> all, final int most) {
		final List<E> some = new ArrayList<>();
		final int count = Math.min(most, all.size());
		for (int k = 0; k < count; k++)
			some.add(all.get((int) ((2L * k + 1) * all.size() / (2 * count))));
		return some;
	}
}
