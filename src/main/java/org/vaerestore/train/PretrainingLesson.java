package org.vaerestore.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.vaerestore.job.InputException;

/** What procedural pictures are to teach, and in which shares. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({ @JsonSubTypes.Type(value = PretrainingLesson.NoiseAndHoles.class, name = "noise-and-holes"),
	@JsonSubTypes.Type(value = PretrainingLesson.LargeHoles.class, name = "large-holes"),
	@JsonSubTypes.Type(value = PretrainingLesson.SampledHoles.class, name = "sampled-holes"),
	@JsonSubTypes.Type(value = PretrainingLesson.Beside.class, name = "beside") })
public sealed interface PretrainingLesson {

	/** Says in a few words what is taught. */
	String describe();

	/**
	 * All that restoring and enhancing need: noise, holes of all kinds, slices beside.
	 *
	 * @param noisy share of patches with noise alone
	 * @param noisyWithHoles share of patches with noise and holes; all others have holes alone
	 * @param inStack share of the patches with holes alone that have slices beside them
	 * @param fromMean share of the other patches with holes alone whose holes start from the mean around them, not from a fill
	 * @param empty share of patches with holes of which nothing is shown
	 * @param hiddenWeight weight of a hidden pixel in a patch with holes alone, where one of a noisy patch has 1
	 */
	record NoiseAndHoles(double noisy, double noisyWithHoles, double inStack, double fromMean, double empty,
		double hiddenWeight) implements PretrainingLesson
	{

		/** Half of the patches with noise, half with holes, which count about the same. */
		public static final NoiseAndHoles EVEN = new NoiseAndHoles(0.5, 0.06, 0.25, 0.5, 0.03, 4);

		/**
		 * Checks the values.
		 *
		 * @throws InputException if one is out of its range
		 */
		public NoiseAndHoles {
			requireShare("noisy", noisy);
			requireShare("noisyWithHoles", noisyWithHoles);
			requireShare("noisy and noisyWithHoles together", noisy + noisyWithHoles);
			requireShare("inStack", inStack);
			requireShare("fromMean", fromMean);
			requireShare("empty", empty);
			if (!(hiddenWeight > 0 && hiddenWeight <= 100)) throw new InputException("The weight of hidden pixels is " +
				hiddenWeight + "; it must be above 0 and at most 100.");
		}

		@Override
		public String describe() {
			return "noise and holes (noisy " + noisy + ", noisy with holes " + noisyWithHoles + ", in a stack " + inStack +
				" and from the mean " + fromMean + " of the others, empty " + empty + ", weight of hidden pixels " + hiddenWeight +
				")";
		}
	}

	/**
	 * Large holes in pictures without noise, and nothing else: goes on from weights that know all, and forgets the rest.
	 *
	 * @param smallest side of the smallest holes in pixels
	 */
	record LargeHoles(double smallest) implements PretrainingLesson {

		/**
		 * Checks the value.
		 *
		 * @throws InputException if it is out of its range
		 */
		public LargeHoles {
			if (!(smallest >= 1 && smallest <= 16)) throw new InputException("The smallest of the large holes has " + smallest +
				" pixels; it must be from 1 to 16.");
		}

		@Override
		public String describe() {
			return "large holes (from " + smallest + " pixels on)";
		}
	}

	/**
	 * What may be behind holes and noise, in samples: holes start from where restoring starts from, what was noisy from what
	 * enhancing makes of it, and each sample of the prior is to be like what was there.
	 *
	 * @param large share of the regions whose holes are large; the others have holes of all kinds
	 * @param empty share of patches of which nothing is shown
	 * @param grained share of the regions whose texture goes on everywhere, so that it does in their holes
	 * @param enhanced share of patches that were noisy and have been enhanced: there, samples are to be like what the noise
	 *          leaves open
	 */
	record SampledHoles(double large, double empty, double grained, double enhanced) implements PretrainingLesson {

		/**
		 * Checks the values.
		 *
		 * @throws InputException if one is out of its range
		 */
		public SampledHoles {
			requireShare("large", large);
			requireShare("empty", empty);
			requireShare("grained", grained);
			requireShare("enhanced", enhanced);
		}

		@Override
		public String describe() {
			return "what may be behind holes (large " + large + ", empty " + empty + ", grained " + grained + ") and noise (" + enhanced + ")";
		}
	}

	/**
	 * What planes beside a noisy picture tell of it: slices, frames and channels that show the same, or nearly, or something
	 * else. All that a network knows of pictures alone stays as it is.
	 */
	record Beside() implements PretrainingLesson {

		@Override
		public String describe() {
			return "what planes beside a noisy picture tell of it";
		}
	}

	/** Returns whether pictures have noise, so that errors count by their likelihood. */
	default boolean isNoisy() {
		return this instanceof NoiseAndHoles || this instanceof Beside;
	}

	private static void requireShare(final String name, final double share) {
		if (!(share >= 0 && share <= 1)) throw new InputException("The share " + name + " is " + share +
			"; it must be from 0 to 1.");
	}
}
