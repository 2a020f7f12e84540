package org.vaerestore.predict;

import java.util.List;

import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.Companion;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.Prediction;
import org.vaerestore.vae.ToldNoise;

/** What the passes of a network, in flips and rotations, say of one tile. */
final class TilePasses {

	private final Region input;
	private final Place place;
	private final float[] values;
	private final float[] visible;
	private final float noise;
	private final List<Companion> companions;
	private final Prediction[] passes;

	/**
	 * @param input where the tile is
	 * @param place where the plane is
	 * @param passes how many there will be
	 */
	TilePasses(final NetworkView view, final Region input, final Place place, final int passes) {
		this.input = input;
		this.place = place;
		this.passes = new Prediction[passes];
		values = new float[input.size()];
		visible = new float[input.size()];
		noise = view.read(input, values, visible);
		companions = view.beside(input, values, visible);
	}

	Region input() {
		return input;
	}

	/**
	 * Runs a pass; passes may run side by side.
	 *
	 * @param pass from 0
	 * @param index of the sample, which decides its orientation and its noise
	 */
	void run(final int pass, final int index, final LadderVae vae, final Sampling sampling, final ToldNoise told)
	{
		final Orientation orientation = new Orientation(index % Orientation.COUNT);
		final int[] sources = orientation.sources(input.width(), input.height());
		final int width = orientation.transposes() ? input.height() : input.width();
		final int height = orientation.transposes() ? input.width() : input.height();
		final Pictures pictures = Pictures.alike(1, height, width, from(sources, values), from(sources, visible), orientation.of(told)
			.withLevel(noise * told.level())).with(companions.isEmpty() ? List.of() : List.of(companions.stream().map(
				companion -> new Companion(from(sources, companion.values()), from(sources, companion.visible()), companion.noise())).toList()));
		final Prediction prediction = vae.predict(pictures, latents(vae, sampling, index, orientation));
		final float[] mean = new float[values.length];
		final float[] variance = new float[values.length];
		for (int i = 0; i < sources.length; i++) {
			mean[sources[i]] = prediction.mean()[i];
			variance[sources[i]] = prediction.variance()[i];
		}
		passes[pass] = new Prediction(mean, variance);
	}

	private static float[] from(final int[] sources, final float[] values) {
		final float[] oriented = new float[values.length];
		for (int i = 0; i < sources.length; i++)
			oriented[i] = values[sources[i]];
		return oriented;
	}

	/** The noise of a sample belongs to the place in the oriented plane, so that tiles of one sample agree. */
	private Latents latents(final LadderVae vae, final Sampling sampling, final int index,
		final Orientation orientation)
	{
		if (sampling.samples() == 0) return Latents.mean();
		final Region placed = place.of(input);
		final int x = orientation.originX(placed), y = orientation.originY(placed);
		return Latents.sample(vae.architecture(), new long[] { sampling.seed() * 1_000_003 + index }, new int[] { y },
			new int[] { x });
	}

	/**
	 * Returns the mean of all passes, and its variance: that among the passes, and what each of them leaves open.
	 * <p>
	 * What averaging with slices beside takes from the noise, it doesn't take from errors that have other reasons: so
	 * variances are divided by what is left of the noise. (Found on frames whose signal is known from many more.)
	 * </p>
	 * <p>
	 * Of all flips and rotations of a large network, the mean is made better by what {@link SimilarPatches} say.
	 * </p>
	 */
	Prediction merge(final NetworkView view, final Architecture architecture, final ToldNoise told) {
		final float[] mean = new float[values.length];
		final float[] variance = new float[values.length];
		for (int i = 0; i < mean.length; i++) {
			double sum = 0, squares = 0, open = 0;
			for (final Prediction pass : passes) {
				sum += pass.mean()[i];
				squares += (double) pass.mean()[i] * pass.mean()[i];
				open += pass.variance()[i];
			}
			final double m = sum / passes.length;
			mean[i] = (float) m;
			final double among = passes.length == 1 ? 0 : Math.max(0, squares - sum * m) / (passes.length - 1);
			variance[i] = (float) ((among + open / passes.length) / noise);
		}
		// Slices that are averaged leave another noise in each pixel.
		final boolean similar = noise == 1 && companions.isEmpty() && passes.length == Orientation.COUNT && SimilarPatches.areWorthIt(architecture, told);
		return new Prediction(!similar ? mean : new SimilarPatches(values, visible, mean, variance, input.width(), told.level())
			.estimate(input, view.width(), view.height()), variance);
	}
}
