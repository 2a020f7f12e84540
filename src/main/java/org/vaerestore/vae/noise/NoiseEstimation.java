package org.vaerestore.vae.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import org.vaerestore.vae.noise.NoiseLevel.Source;
import org.vaerestore.vae.noise.TilePlace.TilePixels;

/**
 * Finds the strength of the noise in images, from the images alone.
 * <p>
 * The planes are cut into tiles. In each, second differences along both axes give the variance of white noise, blind to
 * gradients and edges along an axis, and the variance of the means of its cells, which white noise leaves small, tells
 * how flat it is. A robust line through the variances of the flat tiles over their means is the noise model. Selecting
 * by one frequency band and measuring in another keeps the selection from biasing the measure.
 * </p>
 * <p>
 * Where hardly a place is flat, these differences see texture too. So the variance is also measured in the patterns of
 * pixels in which the image has least of it: periodic and dense structure leaves some free, white noise none.
 * </p>
 * <p>
 * Noise that is correlated between neighbours hides from both. It shows in the flattest tiles as a correlation that is
 * short and the same everywhere; the variance is then measured at all frequencies in the tiles whose spectrum agrees
 * with the flattest ones. Texture can look alike: what is periodic, scatters to one side, has white noise beside it, or is
 * nearly all that the image shows, is kept, and the upper bound of the noise tells of it.
 * </p>
 * <p>
 * Planes that show the same differ by noise alone, whatever their texture, so that the noise of several planes is at most that
 * of their differences.
 * </p>
 * <p>
 * What all pixels of a row or a column share is found first, see {@link SharedVariance}, and taken away.
 * </p>
 * <p>
 * Where the detector's range ends amid the values, the loss of variance is made up for by the model found so far.
 * </p>
 */
public final class NoiseEstimation {

	/** Share of the tiles, the flattest, that tell the correlation of the noise. */
	private static final double FLATTEST = 0.05;
	private static final int FEWEST = 12;
	/** Fewer pixels hardly have flat places, and no correlation is found in them. */
	private static final int FEWEST_PIXELS = 128 * 128;
	/** Variance at low frequencies, relative to all, above which even the flattest tiles are not flat. */
	private static final double FLAT = 5;
	/** Share of the tiles that must be free of clipping to begin with them alone. */
	private static final double ENOUGH = 0.03;
	private static final int ROUNDS = 8;
	/** How much more low frequencies than those of the flattest tiles a tile may have to be held for flat too. */
	private static final double TOLERANCE = 1.5;
	/** Weight of a tile where correlated noise can't be told from texture. */
	private static final double DOUBTFUL = 0.05;
	/** Correlation of neighbours below which it hardly matters what it is of. */
	private static final double LITTLE = 0.1;
	/** Where more than this share of the variance is correlated noise, there is nothing that it could be told apart from. */
	private static final double MOST_SHARE = 0.7;
	/** Relative error of the standard deviation of correlated noise, on images whose noise is known. */
	private static final double CORRELATED_ERROR = 0.1;

	private NoiseEstimation() {}

	/**
	 * A plane of an image.
	 *
	 * @param values row-major; NaN and infinite values count as excluded
	 * @param width pixels in a row
	 * @param height rows
	 * @param excluded true where the image is damaged, or null if it is nowhere
	 */
	public record Plane(float[] values, int width, int height, boolean[] excluded) implements TilePixels,
		PlaneStrips
	{


		/**
		 * Checks the sizes.
		 *
		 * @throws IllegalArgumentException if they don't agree
		 */
		public Plane {
			Objects.requireNonNull(values, "values");
			if (width < 1 || height < 1 || values.length != width * height || excluded != null &&
				excluded.length != values.length) throw new IllegalArgumentException("Not a plane of " + width + " x " + height +
					" pixels.");
		}

		@Override
		public double at(final int index) {
			return isKnown(index) ? values[index] : Double.NaN;
		}

		@Override
		public float[] read(final int top, final int rows) {
			final float[] strip = Arrays.copyOfRange(values, top * width, (top + rows) * width);
			for (int i = 0; i < strip.length; i++)
				if (!isKnown(top * width + i)) strip[i] = Float.NaN;
			return strip;
		}

		boolean isKnown(final int index) {
			return Float.isFinite(values[index]) && (excluded == null || !excluded[index]);
		}
	}

	/**
	 * Estimates the noise of planes that were recorded alike.
	 * <p>
	 * Of planes too small or too damaged to tell anything the estimate is that there is no noise.
	 * </p>
	 *
	 * @param planes one or more; of many, some are looked at
	 */
	public static NoiseEstimate estimate(final List<Plane> planes) {
		final Stripes stripes = Stripes.of(planes);
		return stripes.on(estimateRest(stripes.without(planes)));
	}

	/** Estimates the noise of planes whose rows and columns share nothing besides. */
	private static NoiseEstimate estimateRest(final List<Plane> planes) {
		final TileSurvey survey = TileSurvey.of(planes);
		if (survey.tiles().isEmpty()) return new NoiseEstimate(0, 0, NoiseCorrelations.WHITE, 0, NoiseLevel.NONE);
		final NoiseEstimate single = estimate(survey, unclipped(survey));
		final List<Tile> differences = PlaneDifferences.tiles(survey, 1);
		if (differences.size() < FEWEST) return single;
		final NoiseEstimate difference = estimate(survey, differences);
		if (!PlaneDifferences.mayShareNoise(single, difference)) return PlaneDifferences.choose(single, difference);
		final List<Tile> further = PlaneDifferences.tiles(survey, 2);
		return further.size() < FEWEST || PlaneDifferences.shareNoise(difference, estimate(survey, further)) ? single
			: PlaneDifferences.choose(single, difference);
	}

	private static NoiseEstimate estimate(final TileSurvey survey, final List<Tile> tiles) {
		final VarianceLine seen = seen(tiles);
		final QuietPatterns patterns = QuietPatterns.of(tiles, seen);
		final VarianceLine quiet = patterns == null ? seen : white(tiles, patterns.variances(tiles));
		final WhiteNoise white = new WhiteNoise(survey, seen, quiet);
		final List<Tile> flattest = flattest(tiles, seen);
		final Autocovariance noise = isFlat(survey, flattest) ? covariance(tiles, flattest, seen) : Autocovariance.WHITE;
		if (noise.strongest() < LITTLE || patterns == null) return white.estimate(noise.correlations());
		final boolean likeNoise = FlatPlaces.of(flattest, seen, patterns).areLikeNoise(noise);
		if (noise.strongest() <= NoiseEstimate.WHITE) return white.estimate(likeNoise ? noise.correlations() : NoiseCorrelations.WHITE);
		final VarianceLine line = correlated(tiles, flattest, noise.within(survey.cell()));
		final TileSurvey.Variances variances = survey.variances(line);
		if (!likeNoise || variances.share() > MOST_SHARE) return white.restrained(variances.noise());
		return NoiseEstimate.of(line, noise.correlations(), variances.share(), NoiseLevel.of(variances.noise(), CORRELATED_ERROR,
			Source.FLAT_PLACES));
	}

	/** Returns whether there is enough to find flat places, and these are flat. */
	private static boolean isFlat(final TileSurvey survey, final List<Tile> flattest) {
		return survey.pixels() >= FEWEST_PIXELS && sum(flattest, Tile::coarse) < FLAT * sum(flattest, Tile::variance);
	}

	private static Autocovariance covariance(final List<Tile> tiles, final List<Tile> flattest, final VarianceLine seen) {
		final Autocovariance within = CellCovariance.of(flattest, seen).result();
		final CellMeans means = CellMeans.of(tiles, seen, FLATTEST, FEWEST);
		return means == null ? within : means.completed(within);
	}

	/** Undoes clipping by the noise found so far, and finds the noise again, until they agree. */
	private static List<Tile> unclipped(final TileSurvey survey) {
		final List<Tile> clean = survey.tiles().stream().filter(tile -> tile.clipping() == Clipping.NONE).toList();
		if (clean.size() == survey.tiles().size()) return clean;
		final boolean enough = clean.size() >= Math.max(FEWEST, ENOUGH * survey.tiles().size());
		VarianceLine line = seen(enough ? clean : survey.tiles());
		List<Tile> tiles = clean;
		for (int round = 0; round < ROUNDS; round++) {
			final ClippedRange low = ClippedRange.low(line, survey.lowest(), survey.highest());
			final ClippedRange high = ClippedRange.high(line, survey.lowest(), survey.highest());
			tiles = survey.tiles().stream().map(tile -> switch (tile.clipping()) {
				case NONE -> tile;
				case LOW -> tile.unclipped(low);
				case HIGH -> tile.unclipped(high);
			}).toList();
			line = seen(tiles);
		}
		return tiles;
	}

	/** Returns the line of white noise by second differences. */
	private static VarianceLine seen(final List<Tile> tiles) {
		return white(tiles, each(tiles, Tile::highPass));
	}

	private static VarianceLine white(final List<Tile> tiles, final double[] variances) {
		final double[] trust = new double[tiles.size()];
		Arrays.fill(trust, 1);
		return VarianceLine.fit(each(tiles, Tile::mean), variances, each(tiles, Tile::coarse), trust);
	}

	private static double[] each(final List<Tile> tiles, final ToDoubleFunction<Tile> property) {
		return tiles.stream().mapToDouble(property).toArray();
	}

	private static double sum(final List<Tile> tiles, final ToDoubleFunction<Tile> property) {
		return tiles.stream().mapToDouble(property).sum();
	}

	private static List<Tile> flattest(final List<Tile> tiles, final VarianceLine line) {
		final int count = Math.min(tiles.size(), Math.max(FEWEST, (int) (FLATTEST * tiles.size())));
		return tiles.stream().sorted((a, b) -> Double.compare(a.coarse() / line.at(a.mean()), b.coarse() / line.at(b
			.mean()))).limit(count).toList();
	}

	private static VarianceLine correlated(final List<Tile> tiles, final List<Tile> flattest,
		final double withinShare)
	{
		final double variance = sum(flattest, Tile::variance);
		final double coarseShare = sum(flattest, Tile::coarse) / variance;
		final double fineShare = sum(flattest, Tile::highPass) / variance;
		final double[] signals = each(tiles, Tile::mean);
		final double[] variances = new double[signals.length];
		final double[] coarse = new double[signals.length];
		final double[] trust = new double[signals.length];
		for (int i = 0; i < signals.length; i++) {
			final Tile tile = tiles.get(i);
			final boolean alike = tile.coarse() < TOLERANCE * coarseShare * tile.variance() && tile.highPass() * TOLERANCE >
				fineShare * tile.variance();
			variances[i] = alike ? tile.within() / withinShare : tile.highPass() / fineShare;
			coarse[i] = tile.coarse() / coarseShare;
			trust[i] = alike ? 1 : DOUBTFUL;
		}
		return VarianceLine.fit(signals, variances, coarse, trust);
	}
}
