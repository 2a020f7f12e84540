package org.vaerestore.benchmark;

import java.util.SplittableRandom;

import org.vaerestore.procedural.ProceduralPictures;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/** Images drawn by rules: 16-bit, square, with counts around {@value #LEVEL}. */
final class SyntheticImages {

	private static final int TILE = 512, KINDS = 8;
	private static final double LEVEL = 1000, CONTRAST = 200;
	/** Variance of the noise per count, as photons have it. */
	private static final double GAIN = 8;
	private static final double AREA_OF_A_HOLE = 6000;

	private SyntheticImages() {}

	/** Returns a picture without noise. */
	static Img<UnsignedShortType> picture(final int side) {
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(side, side);
		draw(image, 0, new SplittableRandom(1));
		return image;
	}

	/** Returns frames of one picture, each with noise of its own: width, height, frame; a single one has two dimensions. */
	static Img<UnsignedShortType> noisy(final int side, final int frames) {
		final Img<UnsignedShortType> image = frames == 1 ? ArrayImgs.unsignedShorts(side, side) : ArrayImgs.unsignedShorts(
			side, side, frames);
		draw(image, GAIN, new SplittableRandom(1));
		return image;
	}

	/** Returns a mask with round holes and scratches, a few hundredths of the plane in all. */
	static Img<BitType> holes(final int side) {
		final Img<BitType> mask = ArrayImgs.bits(side, side);
		final RandomAccess<BitType> at = mask.randomAccess();
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < side * side / AREA_OF_A_HOLE; i++) {
			final double x = random.nextDouble(side), y = random.nextDouble(side), angle = random.nextDouble(Math.PI);
			final double length = random.nextBoolean() ? 0 : 60, radius = length > 0 ? 1.5 : random.nextDouble(2, 8);
			for (double along = 0; along <= length; along++)
				disc(at, side, x + along * Math.cos(angle), y + along * Math.sin(angle), radius);
		}
		return mask;
	}

	private static void disc(final RandomAccess<BitType> at, final int side, final double x, final double y,
		final double radius)
	{
		for (int v = (int) Math.max(0, Math.ceil(y - radius)); v <= Math.min(side - 1, y + radius); v++)
			for (int u = (int) Math.max(0, Math.ceil(x - radius)); u <= Math.min(side - 1, x + radius); u++)
				if (Math.hypot(u - x, v - y) <= radius) at.setPositionAndGet(u, v).set(true);
	}

	/** Large images are laid out with several pictures: drawing takes long. */
	private static void draw(final Img<UnsignedShortType> image, final double gain, final SplittableRandom random) {
		final int tiles = (int) (image.dimension(0) / TILE);
		final float[][] pictures = new float[Math.min(KINDS, tiles * tiles)][];
		for (int i = 0; i < pictures.length; i++)
			pictures[i] = ProceduralPictures.draw(TILE, i);
		final Cursor<UnsignedShortType> cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			final int x = cursor.getIntPosition(0), y = cursor.getIntPosition(1);
			final double signal = Math.max(1, LEVEL + CONTRAST * pictures[(y / TILE * tiles + x / TILE) % pictures.length][y %
				TILE * TILE + x % TILE]);
			final double noise = gain == 0 ? 0 : Math.sqrt(gain * signal) * random.nextGaussian();
			cursor.get().setReal(Math.max(0, Math.min(65535, Math.round(signal + noise))));
		}
	}
}
