package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.model.VaeModel;
import org.vaerestore.train.noise.ProceduralNoise;
import org.vaerestore.train.noise.SeenPatch;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.Prediction;
import org.vaerestore.vae.PriorSample;

/**
 * Patches of procedural pictures that had noise and were enhanced by the built-in weights: all of their pixels count as hidden,
 * and can be trusted as far as these weights say that they can.
 */
final class EnhancedPatches implements AutoCloseable {

	private final ScenePool<Scene> scenes;
	private final int side;
	private final ProceduralNoise noise = new ProceduralNoise();
	private final LadderVae vae;
	private final float[] visible;

	/** Creates them, for one thread; none is made yet. */
	EnhancedPatches(final ScenePool<Scene> scenes, final int side) {
		this.scenes = scenes;
		this.side = side;
		final VaeModel model = BuiltIn.model();
		vae = LadderVae.of(model.architecture(), model.weights(), 1);
		visible = new float[side * side];
		Arrays.fill(visible, 1);
	}

	/** Returns a patch of a step. */
	DamagedPatch draw(final long step, final SplittableRandom random) {
		final Scene scene = scenes.scene(step, random);
		final SeenPatch seen = noise.noisy(scene.tones(), scene.patch(side, random), random);
		final Prediction enhanced = vae.predict(Pictures.alike(1, side, side, seen.seen(), visible, seen.noise()), Latents.mean());
		final float[] trust = new float[visible.length];
		for (int i = 0; i < trust.length; i++)
			trust[i] = PriorSample.trust(Math.sqrt(enhanced.variance()[i]));
		final boolean[] all = new boolean[trust.length];
		Arrays.fill(all, true);
		return new DamagedPatch(side, seen.truth(), all, all, all, enhanced.mean(), trust);
	}

	@Override
	public void close() {
		vae.close();
	}
}
