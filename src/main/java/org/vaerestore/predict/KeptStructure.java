package org.vaerestore.predict;

import java.util.stream.IntStream;

import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.vae.noise.NoiseEstimate;
import org.vaerestore.vae.noise.NoiseModel;

/**
 * Gives back to an estimate structure that was taken for noise: gratings, weaves and other textures that the model doesn't
 * know, as far as they stand out of the noise in what the image has more than the estimate.
 * <p>
 * The difference is looked at in blocks that overlap, by frequency and direction; see {@link StructureEvidence}. Noise that comes back with the structure is added to the uncertainty.
 * </p>
 */
final class KeptStructure implements ResultRows {

	private static final int SIDE = BlockSpectrum.SIDE, STEP = BlockSpectrum.STEP, SIZE = BlockSpectrum.SIZE;
	/** Blocks around, to each side, over which power is averaged. */
	private static final int REACH = 2;
	/** By so many rows, at most, what is ready is behind what was added. */
	private static final int DELAY = (REACH + 2) * STEP;
	/** Rows that are read at a time. */
	private static final int STRIP = 32;
	/** Standard deviations of the noise up to which a pixel counts. */
	private static final float MOST = 8;

	private final PlaneReader reader;
	private final long plane;
	private final NoiseModel noise;
	private final ResultRows next;
	private final int width;
	private final int height;
	private final int columns;
	private final int blockRows;
	private final BlockSpectrum spectrum = new BlockSpectrum();
	private final StructureEvidence evidence;
	private final float[] expected;
	/** Where the pixels of a row of blocks lie, from the first one's left on. */
	private final int[] across;
	private final Row[] rows;
	private final Blocks[] blocks;
	private int added;
	private int transformed;
	private int weighed;
	private int handedOn;
	private long structured;

	/**
	 * @param reader of the image
	 * @param normalisation of noisy data
	 * @param next takes the rows, somewhat later than they come
	 */
	KeptStructure(final PlaneReader reader, final long plane, final Normalisation normalisation, final ResultRows next) {
		this.reader = reader;
		this.plane = plane;
		this.next = next;
		noise = normalisation.stabilisation().model();
		width = reader.planes().width();
		height = reader.planes().height();
		columns = (width + STEP - 1) / STEP + 1;
		blockRows = (height + STEP - 1) / STEP + 1;
		across = IntStream.range(0, columns * STEP + STEP).map(x -> ResidualRows.mirror(x - STEP, width)).toArray();
		rows = new Row[height];
		blocks = new Blocks[blockRows];
		final NoiseCorrelations told = normalisation.correlations();
		final boolean correlated = told.strongest() > NoiseEstimate.WHITE;
		evidence = new StructureEvidence(correlated);
		// Correlations as weak as those are mostly errors of the estimate.
		expected = NoiseSpectrum.of(correlated ? told : new NoiseCorrelations(NoiseCorrelations.WHITE.lags(), told.rows(), told
			.columns()));
	}

	/** Returns the floats that it takes for planes of a width. */
	static long floats(final int width) {
		return width * (6L * (DELAY + SIDE) + 2L * STRIP) + (width / STEP + 2L) * SIZE * (3L * (2 * REACH + 2) + 1);
	}

	/** Returns the share of the blocks that are done in which there was structure for sure. */
	double share() {
		return weighed == 0 ? 0 : (double) structured / weighed / columns;
	}

	@Override
	public void accept(final Region region, final SignalEstimate estimate) {
		for (int top = region.y(); top < region.y() + region.height(); top += STRIP) {
			final Region strip = new Region(0, top, width, Math.min(STRIP, region.y() + region.height() - top));
			final float[] image = reader.read(plane, strip);
			for (int y = 0; y < strip.height(); y++) {
				rows[added] = row(image, y * width, estimate, (top + y - region.y()) * width);
				added++;
				work();
			}
		}
	}

	private Row row(final float[] image, final int at, final SignalEstimate estimate, final int from) {
		final Row row = new Row(new float[width], estimate.deviation() == null ? null : new float[width], new float[width],
			new float[width], new float[width], new float[width]);
		System.arraycopy(estimate.mean(), from, row.mean, 0, width);
		if (row.deviation != null) System.arraycopy(estimate.deviation(), from, row.deviation, 0, width);
		for (int x = 0; x < width; x++) {
			final double variance = noise.variance(row.mean[x]);
			if (!(variance > 0)) continue;
			row.noise[x] = (float) Math.sqrt(variance);
			final float residual = image[at + x] - row.mean[x], most = MOST * row.noise[x];
			if (!Float.isNaN(residual)) row.residual[x] = Math.max(-most, Math.min(most, residual));
		}
		return row;
	}

	/** Does what the rows that were added allow. */
	private void work() {
		while (transformed < blockRows && added >= Math.min(height, transformed * STEP + STEP))
			transform(transformed++);
		while (weighed < blockRows && transformed >= Math.min(blockRows, weighed + REACH + 1))
			weigh(weighed++);
		final int ready = Math.min(height, (weighed - 1) * STEP);
		if (ready > handedOn) handOn(ready);
	}

	private void transform(final int blockRow) {
		final Blocks made = new Blocks(new float[columns * SIZE], new float[columns * SIZE], new float[columns * SIZE],
			new float[columns]);
		final float[] block = new float[SIDE * SIDE];
		for (int column = 0; column < columns; column++) {
			double variance = 0;
			for (int y = 0; y < SIDE; y++) {
				final Row row = rows[ResidualRows.mirror((blockRow - 1) * STEP + y, height)];
				for (int x = 0; x < SIDE; x++) {
					final int pixel = across[column * STEP + x];
					block[y * SIDE + x] = row.residual[pixel];
					variance += 4.0 / (SIDE * SIDE) * spectrum.share(x, y) * row.noise[pixel] * row.noise[pixel];
				}
			}
			if (!(variance > 0)) continue;
			made.noise[column] = (float) Math.sqrt(variance);
			for (int i = 0; i < block.length; i++)
				block[i] /= made.noise[column];
			spectrum.look(block);
			spectrum.forward(block, made.real, made.imaginary, column * SIZE);
		}
		for (int i = 0; i < made.power.length; i++)
			made.power[i] = (made.real[i] * made.real[i] + made.imaginary[i] * made.imaginary[i]) / expected[i % SIZE];
		blocks[blockRow] = made;
	}

	private void weigh(final int blockRow) {
		final int top = Math.max(0, blockRow - REACH), bottom = Math.min(blockRows - 1, blockRow + REACH);
		final float[] down = new float[columns * SIZE];
		for (int row = top; row <= bottom; row++)
			for (int i = 0; i < down.length; i++)
				down[i] += blocks[row].power[i];
		final float[] around = new float[SIZE], gains = new float[SIZE];
		final Blocks own = blocks[blockRow];
		for (int column = 0; column < columns; column++) {
			final int left = Math.max(0, column - REACH), right = Math.min(columns - 1, column + REACH);
			final int count = (bottom - top + 1) * (right - left + 1);
			for (int k = 0; k < SIZE; k++) {
				float sum = 0;
				for (int beside = left; beside <= right; beside++)
					sum += down[beside * SIZE + k];
				around[k] = sum / count;
			}
			final StructureEvidence.Verdict found = evidence.weigh(around, count, own.power, column * SIZE, gains);
			if (found.sure() == 1) structured++;
			if (found.sure() > 0) giveBack(own, gains, (float) found.noisy(), blockRow, column);
		}
		if (top == blockRow - REACH) blocks[top] = null;
	}

	private void giveBack(final Blocks own, final float[] gains, final float noisy, final int blockRow,
		final int column)
	{
		final float[] real = new float[SIZE], imaginary = new float[SIZE], block = new float[SIDE * SIDE];
		for (int k = 0; k < SIZE; k++) {
			real[k] = gains[k] * own.real[column * SIZE + k];
			imaginary[k] = gains[k] * own.imaginary[column * SIZE + k];
		}
		spectrum.inverse(real, imaginary, block);
		spectrum.look(block);
		for (int y = 0; y < SIDE; y++) {
			final int row = (blockRow - 1) * STEP + y;
			if (row < 0 || row >= height) continue;
			for (int x = 0; x < SIDE; x++) {
				final int pixel = (column - 1) * STEP + x;
				if (pixel < 0 || pixel >= width) continue;
				rows[row].given[pixel] += own.noise[column] * block[y * SIDE + x];
				rows[row].noisy[pixel] += noisy * spectrum.share(x, y);
			}
		}
	}

	private void handOn(final int end) {
		final Region ready = new Region(0, handedOn, width, end - handedOn);
		final boolean withDeviation = rows[handedOn].deviation != null;
		final float[] mean = new float[ready.size()], deviation = withDeviation ? new float[ready.size()] : null;
		for (int y = 0; y < ready.height(); y++) {
			final Row row = rows[handedOn + y];
			for (int x = 0; x < width; x++) {
				mean[y * width + x] = row.mean[x] + row.given[x];
				if (withDeviation) deviation[y * width + x] = row.noisy[x] > 0 ? (float) Math.sqrt(row.deviation[x] * (double) row.deviation[x] +
					row.noise[x] * (double) row.noise[x] * row.noisy[x]) : row.deviation[x];
			}
		}
		// Mirrored rows at the lower border lie a block's height above it.
		for (int y = Math.max(0, handedOn - SIDE); y < end - SIDE; y++)
			rows[y] = null;
		handedOn = end;
		next.accept(ready, new SignalEstimate(mean, deviation));
	}

	/**
	 * A row of pixels.
	 *
	 * @param noise its standard deviation
	 * @param residual image less estimate
	 * @param given what is given back
	 * @param noisy variance of the noise that comes back, as a share of all
	 */
	private record Row(float[] mean, float[] deviation, float[] noise, float[] residual, float[] given, float[] noisy) {
	}

	/**
	 * A row of blocks: their spectra, in units of their noise.
	 *
	 * @param power in that of the noise
	 * @param noise standard deviation of each block's
	 */
	private record Blocks(float[] real, float[] imaginary, float[] power, float[] noise) {
	}
}
