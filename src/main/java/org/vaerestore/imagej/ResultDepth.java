package org.vaerestore.imagej;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.noise.Stabilisation;

import ij.ImagePlus;

/** In how many bits results are written. */
public enum ResultDepth {

	/** As the image, or in 32 bits where rounding to whole numbers would be coarse. */
	AUTO("auto"),
	/** As the image, rounded. */
	SAME("same"),
	/** 32 bits, not rounded. */
	FLOAT("32-bit");

	/** Standard deviation of the errors of rounding to whole numbers. */
	private static final double ROUNDING = 1 / Math.sqrt(12);
	/** Most that rounding may add, as a share of the noise's standard deviation, and of the range of the image. */
	private static final double OF_NOISE = 0.2, OF_RANGE = 0.02;

	private final String text;

	ResultDepth(final String text) {
		this.text = text;
	}

	/** Returns the depth of a name: auto, same, or 32-bit. */
	public static ResultDepth of(final String name) {
		return Arrays.stream(values()).filter(depth -> depth.text.equalsIgnoreCase(name)).findFirst().orElseThrow(
			() -> new InputException("The depth is " + name + "; it must be one of " + String.join(", ", names()) + "."));
	}

	/** Returns all names. */
	public static List<String> names() {
		return Arrays.stream(values()).map(depth -> depth.text).toList();
	}

	/**
	 * Returns whether the result for an image is to be 32-bit instead of the image's type, and logs why if nobody asked for it.
	 *
	 * @param image of which the type counts alone
	 * @param model that is used on it
	 */
	public boolean float32(final ImagePlus image, final VaeModel model, final Progress progress) {
		if (this != AUTO) return this == FLOAT;
		final Optional<String> reason = coarse(image, model);
		reason.ifPresent(why -> progress.log("The result is 32-bit, as " + why + "; depth=same rounds all the same."));
		return reason.isPresent();
	}

	/** Logs a line if a result that has to have the image's type is rounded where it should not be. */
	public void warn(final ImagePlus image, final VaeModel model, final Progress progress) {
		if (this == AUTO) coarse(image, model).ifPresent(why -> progress.log("The result has the image's own depth here, and is rounded, although " +
			why + "."));
	}

	/**
	 * Returns why rounding a result to an image's type is coarse; nothing if it isn't, or if the type has fractions or colours.
	 *
	 * @param model whose normalisation and noise are those of the image
	 */
	static Optional<String> coarse(final ImagePlus image, final VaeModel model) {
		if (image.getType() == ImagePlus.GRAY32 || image.getType() == ImagePlus.COLOR_RGB) return Optional.empty();
		final Normalisation normalisation = model.normalisation();
		final Stabilisation stabilisation = normalisation.stabilisation();
		if (stabilisation != null) {
			final double noise = Math.sqrt(stabilisation.model().variance(normalisation.inverse(0)));
			if (ROUNDING > OF_NOISE * noise) return Optional.of(String.format(Locale.ROOT,
				"the noise's standard deviation at the image's median is %.2g, and rounding to whole numbers would be coarse against it",
				noise));
		}
		final double range = normalisation.high() - normalisation.low();
		return range > 0 && ROUNDING > OF_RANGE * range ? Optional.of(String.format(Locale.ROOT,
			"a range from %.3g to %.3g is too little to be rounded to whole numbers", normalisation.low(), normalisation.high()))
			: Optional.empty();
	}
}
