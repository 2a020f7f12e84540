package org.vaerestore.predict;

import java.util.Arrays;

import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.noise.NoiseEstimate;

/**
 * Says what patches that are alike tell of each other: texture that repeats itself is more than a network sees at a time.
 * <p>
 * Patches that look alike in the network's estimate are stacked, and of each stack's spectrum in the image what the
 * estimate has there is kept, as in the second step of BM3D (Dabov et al., IEEE Trans. Image Process. 2007). The network
 * takes the place of the first step.
 * </p>
 */
final class SimilarPatches {

	private static final int SIDE = PatchSpectrum.SIDE;
	/** Patches that are alike, and pixels from one patch that is looked at to the next. */
	private static final int ALIKE = PatchSpectrum.PATCHES, STEP = 4;
	/** How far away patches are looked for, in pixels along each axis. */
	private static final int REACH = 16;
	/** How far around a pixel it is looked whether they come nearer to the truth. */
	private static final int AROUND = 16;
	/** Pixels whose noise a change must outweigh to be taken: where next to nothing changes, nothing tells whether it should. */
	private static final double CERTAINTY = 50;

	private final float[] noisy;
	private final float[] pilot;
	private final int width;
	private final int height;
	private final float variance;
	private final boolean[] whole;
	private final float[] sum;
	private final float[] weights;
	private final float[] kept;
	private final float[] through;
	private final float[] pilotVariance;
	private final int[] nearest = new int[ALIKE];
	private final float[] distances = new float[ALIKE];
	private final PatchSpectrum stack = new PatchSpectrum(), pilotStack = new PatchSpectrum();

	/**
	 * Prepares a region.
	 *
	 * @param noisy row by row, with white noise
	 * @param visible of each pixel 1 if it is known; patches with others tell nothing
	 * @param pilot the network's estimate
	 * @param pilotVariance predicted variance of its errors
	 * @param width of the region in pixels
	 * @param level standard deviation of the noise
	 */
	SimilarPatches(final float[] noisy, final float[] visible, final float[] pilot, final float[] pilotVariance,
		final int width, final double level)
	{
		this.pilotVariance = pilotVariance;
		this.noisy = noisy;
		this.pilot = pilot;
		this.width = width;
		height = noisy.length / width;
		variance = (float) (level * level);
		whole = whole(visible);
		sum = new float[noisy.length];
		weights = new float[noisy.length];
		kept = new float[noisy.length];
		through = new float[noisy.length];
	}

	/**
	 * Returns whether similar patches are to be asked: they take as long as a small network, so that only what larger ones say
	 * is made better; and where noise is correlated, it is taken for what patches have in common.
	 */
	static boolean areWorthIt(final Architecture architecture, final ToldNoise noise) {
		return architecture.blocks() >= 2 && noise.level() > 0 && noise.correlations().strongest() <= NoiseEstimate.WHITE;
	}

	/**
	 * Returns what similar patches say, where they say something, else the network's estimate.
	 *
	 * @param region where the pixels are in the plane; the places of patches belong to the plane, so that tiles agree
	 * @param planeWidth of the plane in pixels; what lies beyond it is mirrored and isn't asked
	 * @param planeHeight of the plane in pixels
	 */
	float[] estimate(final Region region, final int planeWidth, final int planeHeight) {
		for (int y = Math.floorMod(-region.y(), STEP); y + SIDE <= height; y += STEP)
			for (int x = Math.floorMod(-region.x(), STEP); x + SIDE <= width; x += STEP) {
				final int planeX = region.x() + x, planeY = region.y() + y;
				final boolean inside = planeX > -SIDE && planeY > -SIDE && planeX < planeWidth && planeY < planeHeight;
				if (inside && whole[y * width + x]) addAround(x, y);
			}
		final float[] change = new float[pilot.length], keptMore = new float[pilot.length];
		for (int i = 0; i < change.length; i++) {
			if (weights[i] == 0) continue;
			change[i] = sum[i] / weights[i] - pilot[i];
			keptMore[i] = kept[i] / weights[i] - (1 - through[i] / weights[i]) * pilotVariance[i] / variance;
		}
		return mixed(change, keptMore);
	}

	/**
	 * Returns the estimate with as much of the change as brings it closest to the truth by Stein's unbiased estimate of the
	 * risk (Annals of Statistics 9, 1981), around each pixel. Of a network's own noise its result keeps the share that its
	 * predicted variance is of that of the noise.
	 */
	private float[] mixed(final float[] change, final float[] keptMore) {
		final LocalSums with = new LocalSums(width, height, i -> change[i] * (noisy[i] - pilot[i]) - variance * keptMore[i]),
				squares = new LocalSums(width, height, i -> change[i] * change[i]);
		final float[] estimate = pilot.clone();
		final double prior = CERTAINTY * variance;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double share = with.around(x, y, AROUND) / (squares.around(x, y, AROUND) + prior);
				estimate[y * width + x] += (float) (Math.max(0, Math.min(1, share)) * change[y * width + x]);
			}
		return estimate;
	}

	private void addAround(final int x, final int y) {
		if (!find(x, y)) return;
		stack.read(noisy, width, nearest);
		pilotStack.read(pilot, width, nearest);
		stack.filter(pilotStack, variance);
		stack.add(sum, weights, kept, through, width, nearest);
	}

	/** Finds the patches that are most like one, with itself; returns whether there are enough. */
	private boolean find(final int x, final int y) {
		Arrays.fill(distances, Float.POSITIVE_INFINITY);
		int farthest = 0;
		for (int v = Math.max(0, y - REACH); v <= Math.min(height - SIDE, y + REACH); v++)
			for (int u = Math.max(0, x - REACH); u <= Math.min(width - SIDE, x + REACH); u++) {
				if (!whole[v * width + u]) continue;
				final float distance = distance(y * width + x, v * width + u, distances[farthest]);
				if (distance >= distances[farthest]) continue;
				distances[farthest] = distance;
				nearest[farthest] = v * width + u;
				for (int i = 0; i < ALIKE; i++)
					if (distances[i] > distances[farthest]) farthest = i;
			}
		return distances[farthest] < Float.POSITIVE_INFINITY;
	}

	private float distance(final int a, final int b, final float most) {
		float squares = 0;
		for (int row = 0; row < SIDE && squares < most; row++) {
			final int i = a + row * width, j = b + row * width;
			for (int k = 0; k < SIDE; k++) {
				final float difference = pilot[i + k] - pilot[j + k];
				squares += difference * difference;
			}
		}
		return squares;
	}

	/** Returns at which places a patch begins of which all is known. */
	private boolean[] whole(final float[] visible) {
		final LocalSums hidden = new LocalSums(width, height, i -> visible[i] < 1 ? 1 : 0);
		final boolean[] places = new boolean[width * height];
		for (int y = 0; y + SIDE <= height; y++)
			for (int x = 0; x + SIDE <= width; x++)
				places[y * width + x] = hidden.within(x, y, SIDE, SIDE) == 0;
		return places;
	}
}
