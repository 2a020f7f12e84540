package org.vaerestore.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.BlendedRows;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.Tile;
import org.vaerestore.tiles.TileGrid;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Prediction;

/**
 * Runs a model over planes, tile by tile, and brings its passes together.
 * <p>
 * Tiles overlap by a halo and are blended across it; the noise of a sample belongs to the place in the plane, so that
 * tiles of one sample agree. Never more than a row of tiles is held, so that memory doesn't grow with the height of a
 * plane.
 * </p>
 */
public final class PlanePredictor {

	/** Slices before and behind one that may help to estimate it. */
	public static final int SLICES = PlanesBeside.REACH;

	/** Pixels around a tile's core that its result may depend on; what lies further changes it by less than can be seen. */
	static final int HALO = 80;

	private final LadderVae vae;
	private final Normalisation normalisation;
	private final Tiling tiling;
	private final int halo;
	private final Place place;

	/**
	 * Creates a predictor.
	 *
	 * @param vae network with the model's weights
	 * @param normalisation of the model
	 * @param tiling of planes, see {@link TilePlan}
	 */
	public PlanePredictor(final LadderVae vae, final Normalisation normalisation, final Tiling tiling) {
		this(vae, normalisation, tiling, HALO);
	}

	PlanePredictor(final LadderVae vae, final Normalisation normalisation, final Tiling tiling, final int halo) {
		this(vae, normalisation, tiling, halo, Place.WHOLE);
	}

	private PlanePredictor(final LadderVae vae, final Normalisation normalisation, final Tiling tiling, final int halo,
		final Place place)
	{
		this.vae = vae;
		this.normalisation = normalisation;
		this.tiling = tiling;
		this.halo = halo;
		this.place = place;
	}

	/** Returns the same predictor for planes that are parts of larger ones: samples of parts that overlap agree. */
	public PlanePredictor at(final Place newPlace) {
		return new PlanePredictor(vae, normalisation, tiling, halo, newPlace);
	}

	/**
	 * Estimates the signal of a plane from its visible pixels.
	 *
	 * @param plane row by row, in units of the image; not changed
	 * @param visible of each pixel 1 if it is known, 0 if not; between, how far what the plane has there can be trusted, as
	 *          a share of variance. Of pixels that are not known, what the plane has there is where the model starts from,
	 *          if it is a number, else the model starts from a classical fill
	 * @param width of the plane in pixels
	 * @param sampling how many samples
	 * @param progress of this plane
	 */
	public SignalEstimate estimate(final float[] plane, final float[] visible, final int width, final Sampling sampling,
		final Progress progress)
	{
		final float[] mean = new float[plane.length];
		final float[] deviation = new float[plane.length];
		run(new FilledPlane(plane, visible, width, normalisation), sampling, indices(sampling), true, (rows, estimate) -> {
			System.arraycopy(estimate.mean(), 0, mean, rows.y() * width, rows.size());
			System.arraycopy(estimate.deviation(), 0, deviation, rows.y() * width, rows.size());
		}, progress);
		return new SignalEstimate(mean, deviation);
	}

	/**
	 * Returns one sample of the signal of a plane, in units of the image; arguments as in {@link #estimate}.
	 *
	 * @param index which of the samples of the seed
	 */
	public float[] sample(final float[] plane, final float[] visible, final int width, final Sampling sampling,
		final int index, final Progress progress)
	{
		final float[] sample = new float[plane.length];
		run(new FilledPlane(plane, visible, width, normalisation), sampling, new int[] { index }, false, (rows,
			estimate) -> System.arraycopy(estimate.mean(), 0, sample, rows.y() * width, rows.size()), progress);
		return sample;
	}

	/**
	 * Estimates the signal of a plane of any size, of which only some rows are in memory at a time.
	 *
	 * @param reader of the image; pixels that are no numbers are not known
	 * @param plane index of the plane
	 * @param sliceAxis dimension of the image along which slices lie that may be averaged with this one where they agree, or
	 *          -1 for none
	 * @param sampling how many samples
	 * @param withDeviation whether the standard deviation of the signal is asked for too; else it is null
	 * @param result takes the rows, from top to bottom
	 * @param progress of this plane
	 * @return the share of the plane in which there was structure that the model took for noise, and that was given back
	 */
	public double estimate(final PlaneReader reader, final long plane, final int sliceAxis, final Sampling sampling,
		final boolean withDeviation, final ResultRows result, final Progress progress)
	{
		final NetworkView view = new StreamedPlane(reader, plane, sliceAxis, normalisation, vae.architecture().seesCompanions());
		if (normalisation.noiseLevel() == 0) {
			run(view, sampling, indices(sampling), withDeviation, result, progress);
			return 0;
		}
		final KeptStructure structure = new KeptStructure(reader, plane, normalisation, result);
		run(view, sampling, indices(sampling), withDeviation, new KeptIntensity(reader, plane, normalisation, structure),
			progress);
		return structure.share();
	}

	private static int[] indices(final Sampling sampling) {
		final int[] indices = new int[sampling.passes()];
		Arrays.setAll(indices, i -> i);
		return indices;
	}

	private void run(final NetworkView view, final Sampling sampling, final int[] indices, final boolean withDeviation,
		final ResultRows result, final Progress progress)
	{
		final PlaneJob job = new PlaneJob(vae.architecture(), view.width(), view.height(), indices.length);
		final TileGrid grid = job.grid(tiling, halo);
		final BlendedRows blended = new BlendedRows(grid, view.width(), view.height(), halo, 2);
		final BlendedRows.Sink sink = (rows, layers) -> result.accept(rows, inImageUnits(rows, layers, withDeviation));
		final List<Tile> tiles = grid.tiles();
		final int atOnce = job.tilesAtOnce(vae.threads());
		for (int first = 0; first < tiles.size(); first += atOnce) {
			progress.checkCancelled();
			progress.update((double) first / tiles.size(), "predicting");
			final List<TilePasses> group = new ArrayList<>();
			for (final Tile tile : tiles.subList(first, Math.min(tiles.size(), first + atOnce)))
				group.add(new TilePasses(view, tile.input(), place, indices.length));
			vae.sideBySide(group.size() * indices.length, pass -> {
				if (!progress.mustEnd()) group.get(pass / indices.length).run(pass % indices.length, indices[pass %
					indices.length], vae, sampling, normalisation.told());
			});
			progress.checkCancelled();
			final Prediction[] merged = new Prediction[group.size()];
			vae.sideBySide(merged.length, tile -> merged[tile] = group.get(tile).merge(view, vae.architecture(), normalisation.told()));
			for (int tile = 0; tile < merged.length; tile++)
				blended.add(group.get(tile).input(), new float[][] { merged[tile].mean(), merged[tile].variance() }, sink);
		}
		blended.finish(sink);
	}

	private SignalEstimate inImageUnits(final Region rows, final float[][] layers, final boolean withDeviation) {
		final float[] mean = new float[rows.size()];
		final float[] deviation = withDeviation ? new float[rows.size()] : null;
		vae.sideBySide(rows.height(), row -> {
			for (int i = row * rows.width(); i < (row + 1) * rows.width(); i++) {
				mean[i] = (float) normalisation.inverse(layers[0][i]);
				if (withDeviation) deviation[i] = (float) (Math.sqrt(layers[1][i]) * Math.abs(normalisation.slope(layers[0][i])));
			}
		});
		return new SignalEstimate(mean, deviation);
	}
}
