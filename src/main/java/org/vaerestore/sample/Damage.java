package org.vaerestore.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Scratches and dust on a plane.
 *
 * @param width pixels
 * @param height pixels
 * @param values counts that cover the plane, row-major; -1 where it is whole
 */
record Damage(int width, int height, int[] values) {

	private static final int WHOLE = -1;
	private static final int BRIGHT = 3400, DARK = 140;

	/** Draws scratches from side to side, bright, and specks of dust, dark. */
	static Damage draw(final int width, final int height, final SplittableRandom random) {
		final int[] values = new int[width * height];
		Arrays.fill(values, WHOLE);
		final Damage damage = new Damage(width, height, values);
		final double area = width * height / 65536.0, small = Math.min(1, Math.min(width, height) / 128.0);
		final int specks = (int) Math.max(2, Math.round(14 * area));
		for (int i = 0; i < specks; i++) damage.addSpeck(small, random);
		final int scratches = (int) Math.max(1, Math.round(3 * Math.sqrt(area)));
		for (int i = 0; i < scratches; i++) damage.addScratch(small, random);
		return damage;
	}

	/** Returns the plane of a stack that starts at an index, damaged. */
	short[] apply(final short[] stack, final int start) {
		final short[] plane = new short[values.length];
		for (int i = 0; i < plane.length; i++) plane[i] = values[i] == WHOLE ? stack[start + i] : (short) values[i];
		return plane;
	}

	/** Returns 255 where the plane is damaged, else 0. */
	byte[] mask() {
		final byte[] mask = new byte[values.length];
		for (int i = 0; i < mask.length; i++) mask[i] = (byte) (values[i] == WHOLE ? 0 : 255);
		return mask;
	}

	private void addSpeck(final double scale, final SplittableRandom random) {
		final double x = random.nextDouble(width), y = random.nextDouble(height);
		final double radius = scale * random.nextDouble(3, 7.5);
		final double stretch = random.nextDouble(0.8, 1.25), phase = random.nextDouble(2 * Math.PI);
		final int corners = random.nextInt(2, 5);
		for (int py = (int) Math.max(0, y - 2 * radius); py <= Math.min(height - 1, y + 2 * radius); py++) {
			for (int px = (int) Math.max(0, x - 2 * radius); px <= Math.min(width - 1, x + 2 * radius); px++) {
				final double dx = (px - x) * stretch, dy = (py - y) / stretch;
				final double lobes = 1 + 0.12 * Math.sin(corners * Math.atan2(dy, dx) + phase);
				if (Math.hypot(dx, dy) <= radius * lobes) values[py * width + px] = DARK + (int) (12 * random.nextGaussian());
			}
		}
	}

	private void addScratch(final double scale, final SplittableRandom random) {
		final double angle = random.nextDouble(Math.PI), bend = random.nextDouble(-0.12, 0.12);
		final double thickness = Math.max(1, scale * random.nextDouble(1.6, 3.2));
		final double half = Math.hypot(width, height) / 2 * random.nextDouble(0.5, 1.1);
		final double x = width * random.nextDouble(0.25, 0.75), y = height * random.nextDouble(0.25, 0.75);
		for (double t = -half; t <= half; t += 0.4) {
			final double aside = bend * t * t / half;
			final double px = x + t * Math.cos(angle) - aside * Math.sin(angle);
			final double py = y + t * Math.sin(angle) + aside * Math.cos(angle);
			addDot(px, py, thickness / 2, random);
		}
	}

	private void addDot(final double x, final double y, final double radius, final SplittableRandom random) {
		for (int py = (int) Math.max(0, Math.ceil(y - radius)); py <= Math.min(height - 1, y + radius); py++) {
			for (int px = (int) Math.max(0, Math.ceil(x - radius)); px <= Math.min(width - 1, x + radius); px++) {
				if (Math.hypot(px - x, py - y) <= radius) values[py * width + px] = BRIGHT + (int) (60 * random.nextGaussian());
			}
		}
	}
}
