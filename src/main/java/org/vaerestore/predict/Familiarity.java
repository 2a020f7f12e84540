package org.vaerestore.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Pictures;

/**
 * How well a plane fits to what a model has seen: where its latent variables lie among those of the training data.
 *
 * @param median typicality of the plane's positions: 0.5 for a plane like the training data, near 0 for one unlike it
 * @param outside share of positions that are less likely than 99 of 100 training positions: 0.01 for a plane like the
 *          training data
 */
public record Familiarity(double median, double outside) {

	private static final int MOST_PATCHES = 64;
	private static final double RARE = 0.01;

	/**
	 * Looks at patches of a plane.
	 *
	 * @param plane row by row, in units of the image
	 * @param width of the plane in pixels
	 * @param model with a latent density, trained on patches no larger than the plane
	 * @param threads compute threads
	 * @param progress of the look
	 * @throws InputException if the plane is smaller than that, or the model has no latent density
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	public static Familiarity of(final float[] plane, final int width, final VaeModel model, final int threads,
		final Progress progress)
	{
		final int side = model.inputSize();
		final int height = plane.length / width;
		if (model.density() == null) throw new InputException("The model " + model.id() + " has no latent density, as its " +
			"training was ended early; so it can't tell whether an image is like its training data.");
		if (width < side || height < side) throw new InputException("The image is " + width + " x " + height +
			" pixels; comparing it with the model's training data needs at least " + side + " x " + side + ".");
		final List<Double> typicalities = new ArrayList<>();
		try (LadderVae vae = LadderVae.of(model.architecture(), model.weights(), threads)) {
			final int across = width / side, down = height / side;
			final int step = Math.max(1, (across * down + MOST_PATCHES - 1) / MOST_PATCHES);
			for (int patch = 0; patch < across * down; patch += step) {
				progress.checkCancelled();
				progress.update((double) patch / (across * down), "comparing with the training data");
				final Pictures target = target(plane, width, patch % across * side, patch / across * side, model);
				final float[] none = new float[side * side];
				final Pictures nothing = new Pictures(1, side, side, none, none.clone(), target.noise());
				for (final double[] latent : vae.topPosteriorMeans(nothing, target))
					typicalities.add(model.density().typicality(latent));
			}
		}
		final double[] sorted = typicalities.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		return new Familiarity(sorted[sorted.length / 2], Arrays.stream(sorted).filter(typicality -> typicality < RARE)
			.count() / (double) sorted.length);
	}

	private static Pictures target(final float[] plane, final int width, final int left, final int top,
		final VaeModel model)
	{
		final int side = model.inputSize();
		final float[] values = new float[side * side];
		final float[] known = new float[side * side];
		for (int i = 0; i < values.length; i++) {
			final float value = plane[(top + i / side) * width + left + i % side];
			if (!Float.isFinite(value)) continue;
			values[i] = (float) model.normalisation().forward(value);
			known[i] = 1;
		}
		return Pictures.alike(1, side, side, values, known, model.normalisation().told());
	}
}
