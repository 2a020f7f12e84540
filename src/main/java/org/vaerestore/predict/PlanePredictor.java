package org.vaerestore.predict;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.BlendedPlane;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.Tile;
import org.vaerestore.tiles.TileGrid;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.Prediction;

/**
 * Runs a model over whole planes, tile by tile, and brings its samples together.
 * <p>
 * Tiles overlap by a halo and are blended across it; the noise of a sample belongs to the place in the plane, so that
 * tiles of one sample agree.
 * </p>
 */
public final class PlanePredictor {

	/** Pixels around a tile's core that its result may depend on; what lies further changes it by less than can be seen. */
	static final int HALO = 64;
	private static final int CORE = 512;

	private final LadderVae vae;
	private final Normalisation normalisation;
	private final int core;
	private final int halo;
	private final FillWorkspace fills = new FillWorkspace();

	/**
	 * Creates a predictor.
	 *
	 * @param vae network with the model's weights
	 * @param normalisation of the model
	 */
	public PlanePredictor(final LadderVae vae, final Normalisation normalisation) {
		this(vae, normalisation, CORE, HALO);
	}

	PlanePredictor(final LadderVae vae, final Normalisation normalisation, final int core, final int halo) {
		this.vae = vae;
		this.normalisation = normalisation;
		this.core = core;
		this.halo = halo;
	}

	/**
	 * Estimates the signal of a plane from its visible pixels.
	 *
	 * @param plane row by row, in units of the image; not changed
	 * @param hidden true where a pixel is not known; what the plane has there is where the model starts from, if it is a
	 *          number, else the model starts from a classical fill
	 * @param width of the plane in pixels
	 * @param sampling how many samples
	 * @param progress of this plane
	 */
	public SignalEstimate estimate(final float[] plane, final boolean[] hidden, final int width,
		final Sampling sampling, final Progress progress)
	{
		final float[] values = networkUnits(plane, hidden, width);
		final int passes = sampling.samples() == 0 ? Orientation.COUNT : sampling.samples();
		final double[] sum = new double[plane.length];
		final double[] squares = new double[plane.length];
		final double[] variances = new double[plane.length];
		for (int pass = 0; pass < passes; pass++) {
			predict(values, hidden, width, sampling, pass, progress.part((double) pass / passes, (pass + 1.0) / passes), (
				pixel, signal, variance) -> {
				sum[pixel] += signal;
				squares[pixel] += (double) signal * signal;
				variances[pixel] += variance;
			});
		}
		final float[] mean = new float[plane.length];
		final float[] deviation = new float[plane.length];
		for (int i = 0; i < mean.length; i++) {
			final double m = sum[i] / passes;
			final double among = passes < 2 ? 0 : Math.max(0, squares[i] - sum[i] * m) / (passes - 1);
			mean[i] = (float) normalisation.inverse(m);
			deviation[i] = (float) (Math.sqrt(among + variances[i] / passes) * Math.abs(normalisation.slope(m)));
		}
		return new SignalEstimate(mean, deviation);
	}

	/**
	 * Returns one sample of the signal of a plane, in units of the image; arguments as in {@link #estimate}.
	 *
	 * @param index which of the samples of the seed
	 */
	public float[] sample(final float[] plane, final boolean[] hidden, final int width, final Sampling sampling,
		final int index, final Progress progress)
	{
		final float[] values = networkUnits(plane, hidden, width);
		final float[] sample = new float[plane.length];
		predict(values, hidden, width, sampling, index, progress, (pixel, signal, variance) -> sample[pixel] =
			(float) normalisation.inverse(signal));
		return sample;
	}

	private float[] networkUnits(final float[] plane, final boolean[] hidden, final int width) {
		final float[] values = new float[plane.length];
		final boolean[] empty = new boolean[plane.length];
		for (int i = 0; i < values.length; i++) {
			empty[i] = Float.isNaN(plane[i]);
			values[i] = empty[i] ? 0 : (float) normalisation.forward(plane[i]);
			if (empty[i] && !hidden[i]) throw new IllegalArgumentException("Pixel " + i + " is visible and not a number.");
		}
		fills.hybrid(values, empty, width, plane.length / width);
		return values;
	}

	private void predict(final float[] values, final boolean[] hidden, final int width, final Sampling sampling,
		final int pass, final Progress progress, final PixelResult result)
	{
		final int height = values.length / width;
		final Orientation orientation = new Orientation(pass % Orientation.COUNT);
		final int[] sources = orientation.sources(width, height);
		final float[] orientedValues = new float[values.length];
		final float[] orientedVisible = new float[values.length];
		for (int i = 0; i < sources.length; i++) {
			orientedValues[i] = values[sources[i]];
			orientedVisible[i] = hidden[sources[i]] ? 0 : 1;
		}
		final int w = orientation.transposes() ? height : width;
		final int h = orientation.transposes() ? width : height;
		final BlendedPlane means = new BlendedPlane(w, h, halo / 2, Math.max(1, halo));
		final BlendedPlane variances = new BlendedPlane(w, h, halo / 2, Math.max(1, halo));
		final TileGrid grid = TileGrid.of(w, h, core, halo, vae.architecture().granularity());
		int done = 0;
		for (final Tile tile : grid.tiles()) {
			progress.checkCancelled();
			progress.update((double) done++ / grid.tiles().size(), "predicting");
			final Prediction prediction = predict(orientedValues, orientedVisible, w, h, tile.input(), sampling, pass);
			means.add(tile.input(), prediction.mean());
			variances.add(tile.input(), prediction.variance());
		}
		final float[] mean = means.values();
		final float[] variance = variances.values();
		for (int i = 0; i < sources.length; i++)
			result.accept(sources[i], mean[i], variance[i]);
	}

	private Prediction predict(final float[] values, final float[] visible, final int width, final int height,
		final Region input, final Sampling sampling, final int pass)
	{
		final float[] tileValues = new float[input.size()];
		final float[] tileVisible = new float[input.size()];
		int to = 0;
		for (int y = 0; y < input.height(); y++) {
			final int row = mirrored(input.y() + y, height) * width;
			for (int x = 0; x < input.width(); x++) {
				final int from = row + mirrored(input.x() + x, width);
				tileValues[to] = values[from];
				tileVisible[to++] = visible[from];
			}
		}
		final Pictures pictures = new Pictures(1, input.height(), input.width(), tileValues, tileVisible, new float[] {
			(float) normalisation.noiseLevel() });
		final Latents latents = sampling.samples() == 0 ? Latents.mean() : Latents.sample(vae.architecture(), new long[] {
			sampling.seed() * 1_000_003 + pass }, new int[] { input.y() }, new int[] { input.x() });
		return vae.predict(pictures, latents);
	}

	private static int mirrored(final int index, final int length) {
		if (length == 1) return 0;
		final int period = 2 * (length - 1);
		final int folded = Math.floorMod(index, period);
		return folded < length ? folded : period - folded;
	}

	/** Takes signal and variance of a pixel, in network units. */
	private interface PixelResult {

		void accept(int pixel, float signal, float variance);
	}
}
