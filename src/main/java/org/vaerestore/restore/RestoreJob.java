package org.vaerestore.restore;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Imagination;
import org.vaerestore.predict.IntensityCheck;
import org.vaerestore.predict.LargeHoles;
import org.vaerestore.predict.PlaneJob;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

/** The parts of an image that are looked at to restore it, and the way through them. */
final class RestoreJob {

	/** Sides of parts that are looked at in one piece: as large as fits, for the smaller they are, the more is seen twice. */
	private static final int LARGEST = 2048, SMALLEST = 512;

	/** What is on the heap of networks of the usual size, that for large holes and the model, however little is restored. */
	private static final long NETWORKS = 16L << 20;

	private final PlaneReader reader;
	private final Holes holes;
	private final RestoreSettings settings;
	private final Architecture model;
	/** Which part of a larger image this is. */
	private final Cutout cutout;
	private final WholePlane wholePlanes;
	private final SignalAround signal = new SignalAround();
	/** By plane; those of which nothing is visible have none. */
	private final SortedMap<Long, List<HoleGroup>> groups = new TreeMap<>();

	/**
	 * @param side see {@link HoleGrouping}
	 */
	RestoreJob(final PlaneReader reader, final Holes holes, final Architecture model, final RestoreSettings settings,
		final int side)
	{
		this(reader, holes, Cutout.whole(reader.planes()), model, settings, side);
	}

	private RestoreJob(final PlaneReader reader, final Holes holes, final Cutout cutout, final Architecture model,
		final RestoreSettings settings, final int side)
	{
		this.cutout = cutout;
		this.reader = reader;
		this.holes = holes;
		this.model = model;
		this.settings = settings;
		wholePlanes = new WholePlane(reader, holes, settings.sliceAxis());
		// One mask may be that of all planes.
		final Map<PlaneMask, List<HoleGroup>> known = new IdentityHashMap<>();
		for (final long plane : holes.damaged())
			if (cutout.asksFor(plane)) groups.put(plane, known.computeIfAbsent(holes.of(plane), mask -> groups(mask, side)));
		groups.values().removeIf(List::isEmpty);
	}

	/** Finds out what is to be done of a part of an image: maybe nothing. */
	static RestoreJob of(final PlaneReader reader, final Holes holes, final Cutout cutout, final Architecture model,
		final RestoreSettings settings)
	{
		return new RestoreJob(reader, holes, cutout, model, settings, LARGEST);
	}

	/**
	 * Finds out what is to be done.
	 *
	 * @throws InputException if nothing can be restored
	 */
	static RestoreJob of(final PlaneReader reader, final Holes holes, final Architecture model,
		final RestoreSettings settings)
	{
		RestoreJob job = new RestoreJob(reader, holes, model, settings, LARGEST);
		job.requireSense();
		for (int side = LARGEST / 2; side >= SMALLEST && !MemoryBudget.nowFor(job.memory()).covers(job.memory()); side /= 2)
			job = new RestoreJob(reader, holes, model, settings, side);
		return job;
	}

	private List<HoleGroup> groups(final PlaneMask mask, final int side) {
		final HoleGrouping grouping = new HoleGrouping(mask, model.granularity(), side);
		return settings.mode() == RestoreSettings.Mode.RESIZE ? List.of(grouping.all()) : grouping.groups().stream().filter(this::isAskedFor)
			.toList();
	}

	private boolean isAskedFor(final HoleGroup group) {
		return cutout.core().meets(group.holes().bounds());
	}

	private void requireSense() {
		final List<Long> whole = holes.whole();
		if (groups.isEmpty() && whole.stream().noneMatch(wholePlanes::isHelped)) throw new InputException(String.format(Locale.ROOT,
			"The mask covers all %d pixels of plane %d; nothing is left to restore it from. Mask only what is damaged.", reader
				.planes().whole().size(), whole.get(0) + 1));
	}

	/** Returns the memory that it takes, cut down to what is free now as far as it can be. */
	MemoryNeed memory() {
		return groups.isEmpty() ? besides() : TilePlan.of(planes(), besides(), settings.threads(), MemoryBudget.now()).memory();
	}

	/** Returns planes as large as what is held of one at most, and the largest of the networks that they may go through. */
	private PlaneJob planes() {
		final int width = regions().mapToInt(Region::width).max().orElseThrow(), height = regions().mapToInt(Region::height).max()
			.orElseThrow();
		final Architecture network = Stream.of(model, LargeHoles.ARCHITECTURE, Imagination.ARCHITECTURE).max(Comparator.comparingLong(
			one -> LadderVae.memory(one, 1, height, width, false).all())).orElseThrow();
		return new PlaneJob(network, width, height, new Sampling(0, 0).passes());
	}

	private MemoryNeed besides() {
		final long part = regions().mapToLong(region -> PlaneRestorer.BYTES_PER_PIXEL * region.size() + LocalGaussianFill.BYTES_PER_COLUMN *
			region.width()).max().orElse(0);
		final long band = holes.whole().isEmpty() ? 0 : Math.min(WholePlane.MOST_PIXELS, reader.planes().whole().size());
		return MemoryNeed.onHeap(NETWORKS + part + WholePlane.BYTES_PER_PIXEL * band);
	}

	private Stream<Region> regions() {
		return groups.values().stream().flatMap(List::stream).map(HoleGroup::region);
	}

	/** Does it, and hands on the results. */
	void run(final VaeModel weights, final RestoredPixels result, final Progress progress) {
		for (final long plane : holes.whole())
			if (cutout.asksFor(plane)) restoreWhole(plane, result, progress);
		if (groups.isEmpty()) return;
		final Region largest = regions().max((a, b) -> Integer.compare(a.size(), b.size())).orElseThrow();
		final TilePlan plan = TilePlan.require(planes(), besides(), settings.threads(), cutout,
			"restoring what is masked, which spreads over " + largest.width() + " x " + largest.height() +
				" pixels with its surroundings", progress);
		final long first = groups.firstKey();
		final Region seen = IntensityCheck.around(groups.get(first).get(0).region(), reader.planes());
		IntensityCheck.warn(reader.read(first, seen), holes.of(first).read(seen), weights.normalisation(), progress);
		final NeighbouringSlices slices = new NeighbouringSlices(reader, holes, settings.sliceAxis());
		final double all = regions().mapToDouble(Region::size).sum();
		double done = 0;
		try (PlaneRestorer restorer = new PlaneRestorer(weights, settings, plan)) {
			for (final Map.Entry<Long, List<HoleGroup>> plane : groups.entrySet())
				for (final HoleGroup group : plane.getValue()) {
					progress.checkCancelled();
					final double then = done + group.region().size();
					restore(plane.getKey(), group, slices, restorer, result, progress.part(done / all, then / all));
					done = then;
				}
		}
	}

	private void restoreWhole(final long plane, final RestoredPixels result, final Progress progress) {
		if (wholePlanes.isHelped(plane)) wholePlanes.restore(plane, settings.alternatives(), result, progress.part(0, 0));
		else {
			progress.log("Plane " + (plane + 1) + " is masked whole, and no plane beside it is known that it could be restored " +
				"from: it is left as it is.");
			result.left(plane);
		}
	}

	private void restore(final long plane, final HoleGroup group, final NeighbouringSlices slices,
		final PlaneRestorer restorer, final RestoredPixels result, final Progress progress)
	{
		final Region region = group.region();
		final boolean[] hidden = holes.of(plane).read(region), where = group.holes().read(region);
		final float[] values = reader.read(plane, region);
		final boolean[] unknown = signal.replace(values, hidden, region.width(), progress);
		restorer.restore(new DamagedPlane(values, unknown, region.width(), slices.of(plane, region, hidden, progress)), result
			.asksForDeviation(), (copy, estimate) -> result.restored(plane, copy, region, where, estimate), progress);
	}
}
