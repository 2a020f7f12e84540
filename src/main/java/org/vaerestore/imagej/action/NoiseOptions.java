package org.vaerestore.imagej.action;

import java.util.List;

import org.vaerestore.imagej.NoiseOfImages;
import org.vaerestore.vae.noise.KnownNoise;

import ij.ImagePlus;

/** Noise by hand, where the user knows better than the image tells. */
final class NoiseOptions {

	private static final String NO = "no", VALUES = "values", SELECTION = "selection", DARK_FLAT = "dark-flat";

	static final Option.Choice KNOWN = new Option.Choice("known", "Known noise", "Whether you know the noise better than the " +
		"image tells: no, it is found in the image; from deviation, gain and black; measured in the selection, a place that is " +
		"flat but for noise; or measured in a dark and a flat image of the same detector.", List.of(NO, VALUES, SELECTION,
			DARK_FLAT), NO);
	static final Option.Number DEVIATION = new Option.Number("deviation", "Deviation of the noise", "Standard deviation of " +
		"the noise, in units of the image; with a gain, that without light (read-out noise); for known=values.", "", 0, 1e12, false, 0);
	static final Option.Number GAIN = new Option.Number("gain", "Gain", "How much the variance of the noise grows with the " +
		"signal, in units of the image per detected photon; 0 for noise that is the same everywhere; for known=values.", "", 0,
		1e12, false, 0);
	static final Option.Number BLACK = new Option.Number("black", "Black level", "The value recorded without light, for a gain.", "",
		-1e12, 1e12, false, 0);
	static final Option.ImageName DARK = new Option.ImageName("dark", "Dark image", "An image recorded without light, best of two " +
		"frames or more; for known=dark-flat.", true);
	static final Option.ImageName FLAT = new Option.ImageName("flat", "Flat image", "An image recorded in even light, best of two " +
		"frames or more; for known=dark-flat.", true);

	private NoiseOptions() {}

	/** Returns whether the user knows the noise. */
	static boolean areGiven(final Values values) {
		return !values.is(KNOWN, NO);
	}

	/** Returns the noise that the user knows; null if it is to be found in the image. */
	static KnownNoise known(final Values values, final ImagePlus image) {
		switch (values.text(KNOWN)) {
			case VALUES:
				return NoiseOfImages.given(KnownNoise.photons(values.number(DEVIATION), values.number(GAIN), values.number(BLACK)),
					image);
			case SELECTION:
				return NoiseOfImages.ofSelection(image);
			case DARK_FLAT:
				return NoiseOfImages.ofDetector(NamedImage.find(values.text(DARK), DARK), NamedImage.find(values.text(FLAT), FLAT));
			default:
				return null;
		}
	}
}
