package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.NoNoise;

class LessonTest {

	private static final int SIDE = 64, PATCHES = 100;

	@Test
	void dependsOnTheNoise() {
		assertInstanceOf(HoleLesson.class, Lesson.of(NoiseKind.MIXTURE, new NoNoise()));
		assertInstanceOf(RecorruptionLesson.class, Lesson.of(NoiseKind.AUTO, new GaussianNoise(1)));
		assertInstanceOf(BlindSpotLesson.class, Lesson.of(NoiseKind.MIXTURE, new GaussianNoise(1)));
	}

	/** Clean patches always have holes; of noisy ones some, and of the others pixels are blind or nothing. */
	@Test
	void hidesWhatIsToBeLearned() {
		assertEquals(PATCHES, patches(new HoleLesson(), 0));
		assertEquals(15, patches(new RecorruptionLesson(), 0), 10);
		assertEquals(PATCHES, patches(new BlindSpotLesson(), 0));
		assertEquals(70, patches(new BlindSpotLesson(), 0.23) - patches(new RecorruptionLesson(), 0.23), 20);
	}

	@Test
	void addsNoiseWhereItRecorruptsAlone() {
		final SplittableRandom random = new SplittableRandom(2);
		assertEquals(0, new HoleLesson().recorruption(random));
		assertEquals(0, new BlindSpotLesson().recorruption(random));
		final double share = new RecorruptionLesson().recorruption(random);
		assertTrue(share >= 0.5 && share <= 1, "share " + share);
	}

	/** Returns of how many patches more than a share is hidden. */
	private static int patches(final Lesson lesson, final double share) {
		final SplittableRandom random = new SplittableRandom(1);
		final HoleSampler holes = HoleSampler.of(SIDE, List.of());
		int patches = 0;
		for (int i = 0; i < PATCHES; i++) {
			final boolean[] hidden = new boolean[SIDE * SIDE];
			lesson.hide(holes, hidden, random);
			int count = 0;
			for (final boolean pixel : hidden)
				if (pixel) count++;
			if (count > share * SIDE * SIDE) patches++;
		}
		return patches;
	}
}
