package org.vaerestore.train.holes;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws the holes of training patches: strokes, discs, blocks, scattered pixels, a large central hole, and pieces of
 * the user's own masks, alone or two kinds together. Between 10 and 30 % of a patch are hidden, for a model learns next
 * to nothing from holes as sparse as real damage.
 *
 * <pre>
 * HoleSampler holes = HoleSampler.of(64, List.of());
 * boolean[] hidden = new boolean[64 * 64];
 * holes.draw(new SplittableRandom(1), hidden);
 * </pre>
 */
public final class HoleSampler {

	/** Least share of a patch that is hidden. */
	public static final double LEAST = 0.1;
	/** Largest share of a patch that is hidden. */
	public static final double MOST = 0.3;

	private static final int SMALLEST_SIDE = 8;
	private static final double USER_SHARE = 0.4;
	private static final double MIXED_SHARE = 0.3;
	private static final int PATIENCE = 8;

	private final int side;
	private final List<HoleShape> shapes = List.of(new Strokes(), new Discs(), new Blocks(), new Blocks(), new Scatter(),
		new CentralHole(), new CentralHole());
	private final List<HoleShape> userShapes;
	private final HoleShape filler = new Scatter();

	private HoleSampler(final int side, final List<HoleShape> userShapes) {
		this.side = side;
		this.userShapes = userShapes;
	}

	/**
	 * Returns a sampler for square patches.
	 *
	 * @param side of a patch in pixels, at least 8
	 * @param userMasks masks of which pieces are used too; those without a damaged pixel don't count
	 */
	public static HoleSampler of(final int side, final List<UserMask> userMasks) {
		if (side < SMALLEST_SIDE) throw new IllegalArgumentException("The side of a patch is " + side + ", less than " +
			SMALLEST_SIDE + ".");
		final List<HoleShape> pieces = new ArrayList<>();
		for (final UserMask mask : userMasks) {
			final UserPieces piece = new UserPieces(mask);
			if (!piece.isEmpty()) pieces.add(piece);
		}
		return new HoleSampler(side, List.copyOf(pieces));
	}

	/**
	 * Draws the holes of one patch. May be called by several threads at a time, each with its own random.
	 *
	 * @param hidden result, {@code side * side} pixels, index {@code y * side + x}: true = hidden
	 */
	public void draw(final SplittableRandom random, final boolean[] hidden) {
		final int size = side * side;
		if (hidden.length != size) throw new IllegalArgumentException("A mask of " + hidden.length + " pixels is not " +
			side + " x " + side + ".");
		final int least = (int) Math.ceil(LEAST * size);
		final int most = (int) Math.floor(MOST * size);
		final HoleCanvas canvas = new HoleCanvas(hidden, side, random.nextInt(least, most + 1), most);
		final HoleShape first = pick(random);
		final HoleShape second = random.nextDouble() < MIXED_SHARE ? pick(random) : first;
		int idle = 0;
		while (canvas.missing() > 0 && idle < PATIENCE) {
			final int before = canvas.count();
			(random.nextBoolean() ? first : second).draw(random, canvas);
			idle = canvas.count() == before ? idle + 1 : 0;
		}
		// What is left may be too small for the kinds that were picked.
		while (canvas.count() < least)
			filler.draw(random, canvas);
	}

	private HoleShape pick(final SplittableRandom random) {
		final List<HoleShape> choice = !userShapes.isEmpty() && random.nextDouble() < USER_SHARE ? userShapes : shapes;
		return choice.get(random.nextInt(choice.size()));
	}
}
