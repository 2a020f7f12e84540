package org.vaerestore.train.noise;

import java.util.List;

import org.vaerestore.vae.ToldNoise;

/**
 * Procedural patches that are seen together and have the same kind of noise, in network units.
 *
 * @param truths each row by row
 * @param seen each row by row, with noise
 * @param noise of each, as an estimate would find it
 */
public record SeenSeries(List<float[]> truths, List<float[]> seen, ToldNoise noise) {

	/** Lists are copied, patches are not. */
	public SeenSeries {
		truths = List.copyOf(truths);
		seen = List.copyOf(seen);
	}
}
