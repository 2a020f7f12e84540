package org.vaerestore.sample;

import java.util.SplittableRandom;

/** Vesicles of a cell: small balls, the larger ones often hollow, crowded around the nucleus. */
final class Vesicles {

	private static final double GRID = 0.5;

	private final Tissue tissue;
	private final Volume dye;

	Vesicles(final Tissue tissue, final Volume dye) {
		this.tissue = tissue;
		this.dye = dye;
	}

	/** Draws all vesicles of a cell; none lies in the nucleus. */
	void draw(final Cell cell, final Nucleus nucleus, final SplittableRandom random) {
		final int count = random.nextInt(60, 120);
		final double side = random.nextDouble(2 * Math.PI);
		for (int i = 0; i < count; i++) {
			final double around = side + 1.6 * random.nextGaussian();
			final double out = 16 + 14 * Math.abs(random.nextGaussian());
			final double x = cell.x() + out * Math.cos(around), y = cell.y() + out * Math.sin(around);
			final double z = dye.depth() * random.nextDouble();
			final double radius = Math.min(3.4, 0.9 * Math.exp(0.5 * random.nextGaussian()));
			final double strength = cell.brightness() * 2.4 * Math.exp(0.4 * random.nextGaussian());
			final boolean hollow = radius > 1.7 && random.nextDouble() < 0.6;
			final Tissue.Place place = tissue.at(x, y, z);
			if (place.cell() != cell || place.border() < radius + 2 || nucleus.depthAt(x, y, z) > -0.05) continue;
			ball(x, y, z, radius, hollow ? radius - 1 : 0, strength);
		}
	}

	private void ball(final double x, final double y, final double z, final double radius, final double hollow,
		final double strength)
	{
		final double amount = strength * GRID * GRID * GRID / Volume.PITCH;
		final int reach = (int) Math.ceil(radius / GRID);
		for (int k = -reach; k <= reach; k++) {
			for (int j = -reach; j <= reach; j++) {
				for (int i = -reach; i <= reach; i++) {
					final double far = GRID * Math.sqrt(i * i + j * j + k * k);
					if (far > radius || far < hollow) continue;
					dye.add(x + i * GRID, y + j * GRID, z + k * GRID, amount);
				}
			}
		}
	}
}
