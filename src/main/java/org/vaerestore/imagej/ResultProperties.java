package org.vaerestore.imagej;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.predict.Imagination;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.setaside.SetAside;
import org.vaerestore.vae.Engine;

import ij.ImageJ;
import ij.ImagePlus;

/** Writes into an image's properties how it was made. */
final class ResultProperties {

	private static final String PREFIX = "VAE Restore ";

	private ResultProperties() {}

	/** Writes how an image was restored. */
	static void write(final ImagePlus result, final VaeModel model, final RestoreSettings settings) {
		write(result, "restore", model, settings.estimate(), settings.samples(), settings.seed());
	}

	/**
	 * Writes how an image was enhanced.
	 *
	 * @param job what was done of it
	 */
	static void write(final ImagePlus result, final String job, final VaeModel model, final EnhanceSettings settings) {
		write(result, job, model, settings.estimate(), settings.samples(), settings.seed());
	}

	private static void write(final ImagePlus result, final String job, final VaeModel model, final Estimate estimate,
		final int samples, final long seed)
	{
		final int drawn = estimate == Estimate.MEAN ? samples : estimate.results(samples);
		write(result, estimate == Estimate.ALTERNATIVES ? job + ", alternatives" : job, model, drawn, seed);
		if (estimate == Estimate.MEAN) return;
		set(result, "result", sampled(seed) + (estimate == Estimate.NATURAL ? ": one of many that may have been there" : ", " + drawn +
			" alternatives"));
		if (Imagination.draws(model)) set(result, "samples drawn by", "model " + Imagination.model().id());
	}

	/** Returns how a sample came about. */
	static String sampled(final long seed) {
		return "sampled, seed " + seed;
	}

	static void write(final ImagePlus result, final String job, final VaeModel model, final int samples, final long seed) {
		set(result, "job", job);
		set(result, "model", model.id());
		model.noiseLevel().ifPresent(level -> set(result, "noise", level.describe()));
		set(result, "samples", samples == 0 ? "0 (along the prior's mean)" : Integer.toString(samples));
		set(result, "seed", Long.toString(seed));
		set(result, "version", Engine.productVersion());
		set(result, "host", "ImageJ " + ImageJ.VERSION + ", Java " + System.getProperty("java.version"));
		set(result, "date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
	}

	/** Writes why the depth of a result is coarse for it, or isn't that of its image. */
	static void writeDepth(final ImagePlus result, final ImagePlus source, final VaeModel model) {
		ResultDepth.coarse(source, model).ifPresent(why -> set(result, "depth", result.getBitDepth() == 32
			? "32-bit, as " + why : "rounded, although " + why));
	}

	static void writeMask(final ImagePlus result, final Mask mask) {
		final ImageAxes axes = mask.axes();
		final double all = (double) axes.width() * axes.height() * axes.planes();
		set(result, "mask area", String.format(Locale.ROOT, "%d pixels (%.2f %%)", mask.count(), 100 * mask.count() / all));
	}

	/** Writes what couldn't be signal, and what was no number. */
	static void writeSetAside(final ImagePlus result, final SetAside aside, final EnhanceSettings settings) {
		set(result, "set aside", aside.describe());
		if (aside.notNumbers() > 0) set(result, "NaN", String.format(Locale.ROOT, "%d pixels, %s", aside.notNumbers(), settings
			.restoresNaNs() ? "restored: they are synthetic" : "kept"));
	}

	private static void set(final ImagePlus result, final String key, final String value) {
		result.setProp(PREFIX + key, value);
	}
}
