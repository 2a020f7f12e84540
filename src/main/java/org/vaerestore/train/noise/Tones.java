package org.vaerestore.train.noise;

/**
 * How bright a scene is: an even sample of its values.
 *
 * @param sample sorted, at least one
 */
public record Tones(float[] sample) {

	float least() {
		return sample[0];
	}

	float most() {
		return sample[sample.length - 1];
	}

	float median() {
		return sample[sample.length / 2];
	}
}
