package org.vaerestore.vae.noise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * How strong the noise of images is on the whole, and how sure that is.
 *
 * @param deviation standard deviation of the noise, root mean square over the pixels, in units of the image; 0 without
 *          noise
 * @param low least standard deviation that what was looked at allows for, in the same units
 * @param high largest such one; far above {@code low} where noise and texture can't be told apart
 * @param source what tells it
 */
public record NoiseLevel(double deviation, double low, double high, Source source) {

	/** No noise was found, as nothing tells of it. */
	static final NoiseLevel NONE = new NoiseLevel(0, 0, 0, Source.NOTHING);

	/** Largest ratio of the bounds at which an estimate counts as sure. */
	private static final double SURE = 1.25;

	/** What tells how strong noise is. */
	public enum Source {
		/** Nothing does: too small, too much is damaged, or all values are the same. */
		NOTHING("nothing to tell it by"),
		/** Places where the image is flat. */
		FLAT_PLACES("from the flat places of the image"),
		/** Patterns that the image doesn't have, so that only noise has them; texture is nearly everywhere. */
		GAPS_OF_TEXTURE("from what the texture leaves free, as hardly a place is flat"),
		/** Differences between planes that show the same. */
		DIFFERENCES("from the differences between planes that show the same"),
		/** The user. */
		GIVEN("as given by hand");

		private final String words;

		Source(final String words) {
			this.words = words;
		}

		/** Returns it in words that can follow a number. */
		public String words() {
			return words;
		}
	}

	/**
	 * Checks the values.
	 *
	 * @throws IllegalArgumentException if they are not finite, negative, or not in the order low, deviation, high
	 */
	public NoiseLevel {
		Objects.requireNonNull(source, "source");
		if (!(low >= 0 && low <= deviation && deviation <= high && Double.isFinite(high))) throw new IllegalArgumentException(
			"A noise of standard deviation " + deviation + " is not between " + low + " and " + high + ".");
	}

	/** Returns the level of a noise that the user gave. */
	public static NoiseLevel given(final double deviation) {
		return new NoiseLevel(deviation, deviation, deviation, Source.GIVEN);
	}

	/**
	 * Returns the level of a noise.
	 *
	 * @param variance of it
	 * @param others variances that were found in other ways
	 * @param error relative one of each standard deviation
	 */
	static NoiseLevel of(final double variance, final double error, final Source source, final double... others) {
		final double least = Math.min(variance, Arrays.stream(others).min().orElse(variance));
		final double most = Math.max(variance, Arrays.stream(others).max().orElse(variance));
		return new NoiseLevel(Math.sqrt(variance), (1 - error) * Math.sqrt(least), (1 + error) * Math.sqrt(most), source);
	}

	/** Returns whether what is noise and what is texture can hardly be told apart. */
	public boolean isDoubtful() {
		return high > SURE * low;
	}

	/** Returns the level in words, such as "standard deviation 5.3 (5.1 to 5.5), from the flat places of the image". */
	public String describe() {
		final String bounds = source == Source.GIVEN ? "" : String.format(Locale.ROOT, " (%.3g to %.3g)", low, high);
		return String.format(Locale.ROOT, "standard deviation %.3g%s, %s", deviation, bounds, source.words());
	}
}
