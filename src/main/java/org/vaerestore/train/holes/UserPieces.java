package org.vaerestore.train.holes;

import java.util.SplittableRandom;

/**
 * Pieces of a user's own mask: what the mask holds around a random point of one of its outlines, at a random place and
 * in one of the eight orientations of a square.
 */
final class UserPieces implements HoleShape {

	private static final int ATTEMPTS = 8;
	/** Points of outlines that are kept, spread over all. */
	private static final int MOST_POINTS = 1 << 14;

	private final UserMask mask;
	private final int[] outline;

	/** Finds the outlines: damaged pixels beside an undamaged one or at the border of the plane. */
	UserPieces(final UserMask mask) {
		this.mask = mask;
		final long points = mask.damaged().stream().filter(this::isOutline).count();
		outline = new int[(int) Math.min(MOST_POINTS, points)];
		long seen = 0;
		int kept = 0;
		for (int i = mask.damaged().nextSetBit(0); kept < outline.length; i = mask.damaged().nextSetBit(i + 1))
			if (isOutline(i) && seen++ * outline.length / points == kept) outline[kept++] = i;
	}

	boolean isEmpty() {
		return outline.length == 0;
	}

	@Override
	public void draw(final SplittableRandom random, final HoleCanvas canvas) {
		final int side = canvas.side();
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final int point = outline[random.nextInt(outline.length)];
			final Orientation orientation = Orientation.values()[random.nextInt(8)];
			final int x = random.nextInt(side);
			final int y = random.nextInt(side);
			final Window window = new Window(orientation, point % mask.width() - orientation.x(x, y), point / mask.width() -
				orientation.y(x, y), side);
			if (window.countNew(canvas) <= canvas.room()) {
				window.paint(canvas);
				return;
			}
		}
	}

	private boolean isOutline(final int position) {
		final int x = position % mask.width();
		final int y = position / mask.width();
		return !mask.isDamaged(x - 1, y) || !mask.isDamaged(x + 1, y) || !mask.isDamaged(x, y - 1) || !mask.isDamaged(x,
			y + 1);
	}

	/** A square of the mask as the canvas sees it: where the canvas has (0, 0), the mask has (originX, originY). */
	private final class Window {

		private final Orientation orientation;
		private final int originX;
		private final int originY;
		private final int left;
		private final int right;
		private final int top;
		private final int bottom;

		Window(final Orientation orientation, final int originX, final int originY, final int side) {
			this.orientation = orientation;
			this.originX = originX;
			this.originY = originY;
			final int oppositeX = originX + orientation.x(side - 1, side - 1);
			final int oppositeY = originY + orientation.y(side - 1, side - 1);
			left = Math.max(0, Math.min(originX, oppositeX));
			right = Math.min(mask.width() - 1, Math.max(originX, oppositeX));
			top = Math.max(0, Math.min(originY, oppositeY));
			bottom = Math.min(mask.height() - 1, Math.max(originY, oppositeY));
		}

		int countNew(final HoleCanvas canvas) {
			final int[] count = new int[1];
			forEach((x, y) -> {
				if (!canvas.isHidden(x, y)) count[0]++;
			});
			return count[0];
		}

		void paint(final HoleCanvas canvas) {
			forEach(canvas::hide);
		}

		private void forEach(final PixelVisitor visitor) {
			for (int y = top; y <= bottom; y++)
				for (int x = left; x <= right; x++) {
					if (!mask.isDamaged(x, y)) continue;
					final int dx = x - originX, dy = y - originY;
					visitor.visit(orientation.backX(dx, dy), orientation.backY(dx, dy));
				}
		}
	}

	/** Is told a pixel of the canvas. */
	private interface PixelVisitor {

		void visit(int x, int y);
	}
}
