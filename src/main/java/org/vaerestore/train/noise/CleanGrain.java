package org.vaerestore.train.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/** Grain that belongs to images which are held to be clean: a network that restores them must leave it. */
public final class CleanGrain {

	private static final double GRAINY = 0.4, WEAKEST = 0.7, BRIGHTEST = 1.4, FINEST = 0.01, COARSEST = 0.3;

	private final Grain white = new WhiteGrain(), blurred = new LensGrain();

	/** Returns square patches of a scene and of slices beside it; all or none have a grain, alike in strength. */
	public List<float[]> grainy(final List<float[]> patches, final SplittableRandom random) {
		final double scale = Draws.logUniform(random, WEAKEST, BRIGHTEST), strength = random.nextDouble() < GRAINY ? Draws
			.logUniform(random, FINEST, COARSEST) : 0;
		final Grain grain = random.nextBoolean() ? blurred : white;
		final List<float[]> grainy = new ArrayList<>();
		for (final float[] patch : patches) {
			for (int i = 0; i < patch.length; i++)
				patch[i] *= (float) scale;
			grainy.add(strength == 0 ? patch : NoisyPatch.of(patch, grain.draw(NoisyPatch.sideOf(patch), random),
				strength).seen());
		}
		return grainy;
	}
}
