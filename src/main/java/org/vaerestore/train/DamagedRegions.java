package org.vaerestore.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.predict.LargeHoles;
import org.vaerestore.predict.PlaneJob;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

/**
 * Parts of the training images with holes and a start, that patches are cut from: a window that moves on along an endless
 * row of them, as starting takes as long as a training step. What a patch is depends on step and random alone.
 */
final class DamagedRegions implements AutoCloseable {

	private static final int WINDOW = 12, STEPS_PER_REGION = 4;
	/** Side of a region in patches, if images are as large and patches no larger than this. */
	private static final int PATCHES = 2, LARGEST = 96;
	/** What is held of each pixel. */
	private static final int BYTES = 3 * Float.BYTES + 3;
	private static final int PATIENCE = 30;
	/** Flips and rotations in which large holes are looked at: fewer than in use, which is nearly as good, as others wait for it. */
	private static final int ORIENTATIONS = 2;
	/** A patch with more than this share hidden teaches little. */
	private static final double MOST_HIDDEN = 0.6;

	private final Source source;
	private final Normalisation normalisation;
	private final Holes holes;
	private final int patch;
	private final int regionSide;
	private final long seed;
	private final LargeHoles large;
	private final FillWorkspace fills = new FillWorkspace();
	private final Map<Long, DamagedPatch> started = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Long, DamagedPatch> eldest) {
			return size() > 2 * WINDOW;
		}
	};

	/** Where regions are from. */
	interface Source {

		/**
		 * Draws a region.
		 *
		 * @param step at which it is first used
		 * @param region takes its pixels
		 */
		void draw(long step, SplittableRandom random, Patch region);
	}

	/** Draws the holes of a patch. */
	interface Holes {

		/**
		 * Draws them.
		 *
		 * @param hidden is set where something is hidden, row by row
		 */
		void draw(SplittableRandom random, boolean[] hidden);
	}

	/**
	 * Creates them, of images; none is made yet.
	 *
	 * @param holes of patches
	 * @param patch side of a patch in pixels
	 */
	DamagedRegions(final PatchSource source, final Normalisation normalisation, final Holes holes, final int patch,
		final long seed)
	{
		this(Math.min(side(patch), source.smallestSide() / patch * patch), source, normalisation, holes, patch, seed);
	}

	private DamagedRegions(final int regionSide, final PatchSource source, final Normalisation normalisation,
		final Holes holes, final int patch, final long seed)
	{
		this(regionSide, of(source.ofSide(regionSide)), normalisation, holes, patch, seed);
	}

	/**
	 * Creates them; none is made yet.
	 *
	 * @param regionSide side of a region in pixels, a multiple of that of a patch
	 */
	DamagedRegions(final int regionSide, final Source source, final Normalisation normalisation, final Holes holes,
		final int patch, final long seed)
	{
		this.regionSide = regionSide;
		this.source = source;
		large = largeHoles(regionSide, ORIENTATIONS);
		this.normalisation = normalisation;
		this.holes = holes;
		this.patch = patch;
		this.seed = seed;
	}

	private static Source of(final PatchSource source) {
		return (step, random, region) -> source.draw(random, region);
	}

	/** Returns the memory that regions take at most, and the network that improves their large holes. */
	static MemoryNeed memory(final int patch) {
		final int side = side(patch);
		return MemoryNeed.onHeap(2L * WINDOW * BYTES * side * side).and(LadderVae.memory(LargeHoles.ARCHITECTURE, 1, side, side,
			false)).and(LadderVae.memoryOfAThread(LargeHoles.ARCHITECTURE, false));
	}

	/** Returns what tells what is in large holes of squares, on one thread beside those that train. */
	static LargeHoles largeHoles(final int side, final int orientations) {
		return new LargeHoles(TilePlan.of(new PlaneJob(LargeHoles.ARCHITECTURE, side, side, orientations), MemoryNeed.onHeap(0), 1,
			MemoryBudget.now()), orientations);
	}

	@Override
	public void close() {
		large.close();
	}

	/** Returns the side of a region where pictures are large enough. */
	static int side(final int patch) {
		return patch > LARGEST ? patch : PATCHES * patch;
	}

	/** Returns a patch of a step. */
	DamagedPatch patch(final long step, final SplittableRandom random) {
		DamagedPatch cut = null;
		for (int attempt = 0; attempt < PATIENCE && (cut == null || cut.hiddenShare() > MOST_HIDDEN); attempt++)
			cut = started.computeIfAbsent(step / STEPS_PER_REGION + random.nextInt(WINDOW), this::region).cut(random.nextInt(
				regionSide - patch + 1), random.nextInt(regionSide - patch + 1), patch, random.nextInt(8));
		return cut;
	}

	private DamagedPatch region(final long index) {
		final SplittableRandom random = new SplittableRandom(Seeds.of(seed, Seeds.SCENES, index));
		final Patch region = Patch.ofSide(regionSide);
		source.draw(index * STEPS_PER_REGION, random, region);
		return DamagedPatch.of(region, regionSide, hidden(random), normalisation, fills, large);
	}

	/** Draws holes patch by patch, so that they have the sizes that they have in one. */
	private boolean[] hidden(final SplittableRandom random) {
		final boolean[] hidden = new boolean[regionSide * regionSide];
		for (int top = 0; top < regionSide; top += patch)
			for (int left = 0; left < regionSide; left += patch) {
				final boolean[] part = new boolean[patch * patch];
				holes.draw(random, part);
				for (int y = 0; y < patch; y++)
					System.arraycopy(part, y * patch, hidden, (top + y) * regionSide + left, patch);
			}
		return hidden;
	}
}
