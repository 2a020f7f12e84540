package org.vaerestore.nn;

import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Adamax (Kingma and Ba, ICLR 2015, algorithm 2): Adam with the infinity norm, which stays calm when a gradient
 * suddenly grows, as those of ladder VAEs do; every float has its own count of steps, so ranges may differ.
 */
public final class Adamax implements Optimizer {

	private static final double DECAY1 = 0.9;
	private static final double DECAY2 = 0.999;
	private static final float EPSILON = 1e-8f;

	private final float[] first;
	private final float[] norm;
	private final float[] steps;

	/** Creates an optimizer for so many floats. */
	public Adamax(final int size) {
		first = new float[size];
		norm = new float[size];
		steps = new float[size];
	}

	@Override
	public void step(final FloatBuffer values, final FloatBuffer gradients, final double scale, final int from,
		final int to, final double rate)
	{
		float correctedFor = -1;
		double correctedRate = rate;
		for (int i = from; i < to; i++) {
			final float step = ++steps[i];
			if (step != correctedFor) {
				correctedRate = rate / (1 - Math.pow(DECAY1, step));
				correctedFor = step;
			}
			final double g = gradients.get(i) * scale;
			first[i] = (float) (DECAY1 * first[i] + (1 - DECAY1) * g);
			norm[i] = Math.max((float) (DECAY2 * norm[i]), (float) Math.abs(g));
			values.put(i, (float) (values.get(i) - correctedRate * first[i] / (norm[i] + EPSILON)));
		}
	}

	@Override
	public Map<String, float[]> state() {
		return Map.of("adamax.first", first, "adamax.norm", norm, "adamax.steps", steps);
	}
}
