package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesKindsTest {

	private static final int SIDE = 64, SERIES = 40;

	static SeriesKind[] slices() {
		return new SeriesKind[] { new LayeredSlices(), new BodySlices(), new TissueSlices() };
	}

	@Test
	void aShareOfFramesIsExactlyTheSame() {
		int exact = 0;
		for (int seed = 0; seed < SERIES; seed++) {
			final float[][] frames = ProceduralSeries.draw(new Frames(), SIDE, 4, new SplittableRandom(seed));
			if (Arrays.stream(frames).allMatch(frame -> Arrays.equals(frame, frames[0]))) exact++;
		}
		assertTrue(exact > 0.2 * SERIES && exact < 0.65 * SERIES, exact + " of " + SERIES);
	}

	@Test
	void framesThatDriftAreStillTheSameScene() {
		for (final double likeness : Likeness.mean(new Frames(), SIDE, 4, SERIES))
			assertTrue(likeness > 0.8, "" + likeness);
	}

	@Test
	void thingsMoveOverWhatMostlyStays() {
		final double[] likeness = Likeness.mean(new MovingThings(), SIDE, 4, SERIES);
		for (int k = 1; k < likeness.length; k++)
			assertTrue(likeness[k] > 0.6 && likeness[k] < 0.99, Arrays.toString(likeness));
	}

	@Test
	void transientsMakeSomeFrameDifferFromAnother() {
		int subtle = 0;
		for (int seed = 0; seed < SERIES; seed++) {
			final float[][] frames = ProceduralSeries.draw(new Transients(), SIDE, 3, new SplittableRandom(seed));
			assertTrue(Arrays.stream(frames).anyMatch(frame -> !Arrays.equals(frame, frames[0])), "seed " + seed);
			for (int k = 1; k < frames.length; k++) {
				final double likeness = Likeness.of(frames[0], frames[k]);
				if (likeness > 0.95 && likeness < 0.9999) subtle++;
			}
		}
		assertTrue(subtle > SERIES / 2, subtle + " frames differ by little");
	}

	@ParameterizedTest
	@MethodSource("slices")
	void slicesAreTheMoreAlikeTheNearerTheyAre(final SeriesKind kind) {
		final double[] likeness = Likeness.mean(kind, SIDE, 6, SERIES);
		final double nearest = likeness[1] + likeness[2], next = likeness[3] + likeness[4], farthest = likeness[5] + likeness[6];
		assertTrue(nearest > next && next > farthest, Arrays.toString(likeness));
	}

	@Test
	void coloursShareTheirTextures() {
		final double[] likeness = Likeness.mean(new Colours(), SIDE, 2, SERIES);
		assertTrue(likeness[1] > 0.6 && likeness[2] > 0.6, Arrays.toString(likeness));
	}

	@Test
	void stainedSectionsAreWhiteWhereNothingAbsorbs() {
		int white = 0;
		for (int seed = 0; seed < SERIES; seed++) {
			final float[][] colours = new Stains().draw(SIDE, 3, new SplittableRandom(seed));
			for (final float[] colour : colours)
				for (final float value : colour)
					assertTrue(value >= 0 && value < 1.0001, "seed " + seed + ": " + value);
			if (brightest(colours[0]) > 0.9 && brightest(colours[2]) > 0.9) white++;
		}
		assertTrue(white > SERIES / 2, white + " of " + SERIES);
	}

	@Test
	void channelsAreAnythingFromTheSameToUnrelated() {
		int alike = 0, inverted = 0, unrelated = 0;
		for (int seed = 0; seed < SERIES; seed++) {
			final float[][] channels = ProceduralSeries.draw(new Channels(), SIDE, 2, new SplittableRandom(seed));
			for (int k = 1; k < channels.length; k++) {
				final double likeness = Likeness.of(channels[0], channels[k]);
				if (likeness > 0.7) alike++;
				if (likeness < -0.5) inverted++;
				if (Math.abs(likeness) < 0.2) unrelated++;
			}
		}
		assertTrue(alike > 5 && inverted > 1 && unrelated > 5, alike + " alike, " + inverted + " inverted, " + unrelated + " unrelated");
	}

	@Test
	void partsOfTheSameCellsLieTogether() {
		final double[] likeness = Likeness.mean(new StainedCells(), SIDE, 2, SERIES);
		assertTrue(likeness[1] > 0.15 && likeness[1] < 0.95, Arrays.toString(likeness));
	}

	@Test
	void strangersTellNothing() {
		int unlike = 0;
		for (int seed = 0; seed < SERIES; seed++) {
			final float[][] planes = ProceduralSeries.draw(new Strangers(), SIDE, 2, new SplittableRandom(seed));
			if (Math.abs(Likeness.of(planes[0], planes[1])) < 0.3 || Math.abs(Likeness.of(planes[0], planes[2])) < 0.3) unlike++;
		}
		assertTrue(unlike > SERIES / 3, unlike + " of " + SERIES);
	}

	private static float brightest(final float[] plane) {
		final float[] sorted = plane.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length - 1];
	}
}
