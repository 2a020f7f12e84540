package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.NoiseOfImages;
import org.vaerestore.job.InputException;
import org.vaerestore.tiles.Region;
import org.vaerestore.train.MeasuredNoise;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.vae.noise.KnownNoise;

import picocli.CommandLine.Option;

/** Noise by hand, where the user knows better than the image tells. */
final class KnownNoiseOptions {

	@Option(names = { "--noise-sd", "--noise-readout" }, paramLabel = "SD", description =
		"Standard deviation of the noise, if you know it, in units of the image; with --noise-gain, that of the read-out noise.")
	private Double deviation;

	@Option(names = "--noise-gain", paramLabel = "G", description = "How much the variance of the noise grows with the signal, if " +
		"you know it: units of the image per detected photon.")
	private Double gain;

	@Option(names = "--black-level", paramLabel = "V", description =
		"Value recorded without light, for --noise-gain (default: 0).")
	private Double black;

	@Option(names = "--noise-region", paramLabel = "X,Y,WIDTH,HEIGHT", description =
		"Measure the noise in this rectangle of the first plane, a place that is flat but for noise.")
	private String region;

	@Option(names = "--noise-dark", paramLabel = "PATH", description =
		"Measure the noise in this image recorded without light, best of two frames or more, and in that of --noise-flat.")
	private Path dark;

	@Option(names = "--noise-flat", paramLabel = "PATH", description =
		"An image recorded in even light with the same settings, best of two frames or more.")
	private Path flat;

	/** Returns whether the user knows the noise; fails early if what is given contradicts itself. */
	boolean areGiven() {
		final boolean values = deviation != null || gain != null, images = dark != null || flat != null;
		final int ways = (values ? 1 : 0) + (images ? 1 : 0) + (region != null ? 1 : 0);
		if (ways > 1) throw new InputException("The noise is given in several ways; give --noise-sd and --noise-gain, or " +
			"--noise-region, or --noise-dark and --noise-flat.");
		if (images && (dark == null || flat == null)) throw new InputException(
			"To measure the noise, both --noise-dark and --noise-flat are needed.");
		if (black != null && gain == null) throw new InputException("--black-level is for --noise-gain, which is not given.");
		if (region != null) region();
		return ways == 1;
	}

	/**
	 * Returns what the user knows of the noise of an image, in the units in which it is stored; null for nothing.
	 *
	 * @param stored makes noise in these units of one in those that are shown
	 */
	KnownNoise of(final TrainingImage image, final UnaryOperator<KnownNoise> stored) {
		if (!areGiven()) return null;
		if (region != null) return MeasuredNoise.background(image.image(), 0, region(), null);
		if (dark != null) return NoiseOfImages.ofDetector(ImageReader.read(dark), ImageReader.read(flat));
		return stored.apply(KnownNoise.photons(or0(deviation), or0(gain), or0(black)));
	}

	private Region region() {
		try {
			final int[] numbers = Arrays.stream(region.split(",", -1)).mapToInt(number -> Integer.parseInt(number.strip()))
				.toArray();
			if (numbers.length == 4 && numbers[2] > 0 && numbers[3] > 0) return new Region(numbers[0], numbers[1], numbers[2],
				numbers[3]);
		}
		catch (final IllegalArgumentException e) {
			// Said below.
		}
		throw new InputException("The value --noise-region " + region +
			" is not valid; use X,Y,WIDTH,HEIGHT in whole pixels, such as 10,10,64,64.");
	}

	private static double or0(final Double value) {
		return value == null ? 0 : value;
	}
}
