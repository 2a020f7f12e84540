package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Noise whose amplitude falls with the frequency by a power, in all directions or drawn out along one, as hair and wood
 * are.
 *
 * @param axis along which it is drawn out
 * @param coarsest spacing of the coarsest noise across the axis, in pixels
 * @param stretch how many times longer than wide its spots are
 * @param octaves how many there are, each twice as fine as the one before
 * @param slope power of the frequency by which the amplitude falls; 1 is the slope of pictures, 0 that of white noise
 */
record Fractal(Axis axis, double coarsest, double stretch, int octaves, double slope, PlaneNoise noise) implements
	Texture
{

	static Texture draw(final SplittableRandom random) {
		return of(1, random);
	}

	static Texture drawnOut(final SplittableRandom random) {
		return of(Draws.logUniform(random, 2.5, 25), random);
	}

	private static Fractal of(final double stretch, final SplittableRandom random) {
		final int octaves = random.nextInt(1, 7);
		final double finest = Draws.logUniform(random, 1.1, octaves < 3 ? 8 : 3);
		return new Fractal(Axis.draw(random), finest * (1 << octaves - 1), stretch, octaves, random.nextDouble(0.3, 2.1),
			new PlaneNoise(random.nextLong()));
	}

	@Override
	public double at(final double x, final double y) {
		final double u = axis.along(x, y) / (coarsest * stretch), v = axis.across(x, y) / coarsest;
		return 0.5 * (stretch == 1 ? noise.octaves(u, v, octaves, Math.pow(2, 1 - slope)) : drawnOut(u, v));
	}

	/** Adds octaves that are not turned, as all of them are drawn out along the axis. */
	private double drawnOut(final double u, final double v) {
		final double fall = Math.pow(2, 1 - slope);
		double sum = 0, weight = 1, power = 0, scale = 1;
		for (int octave = 0; octave < octaves; octave++) {
			sum += weight * noise.at(u * scale + 31.7 * octave, v * scale + 17.3 * octave);
			power += weight * weight;
			weight *= fall;
			scale *= 2;
		}
		return sum / (PlaneNoise.DEVIATION * Math.sqrt(power));
	}
}
