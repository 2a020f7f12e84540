package org.vaerestore.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.TrainingBatch;

/**
 * Measures what a network's samples are worth in holes as large as the cells of the images that no loss has seen: every other
 * cell chooses among the weights of a training, the rest say in the end whether the chosen ones are better than those that it
 * started from.
 */
final class SampledValidation implements HeldOutJudge {

	private static final int MOST_CELLS = 64;
	/** How many pairs of samples a cell is judged by: the more, the fewer cells there are, as chance is to be told from gain. */
	private static final int LEAST_PAIRS = 2, MOST_PAIRS = 8;
	private static final long SEED = 1;

	private final Validation ofMeans;
	private final TrainingBatch[] batches;
	/** Number of cells, of which the last batch may have some twice. */
	private final int cells;
	private final int pairs;

	/**
	 * @param ofMeans says what the prior's mean is worth
	 */
	SampledValidation(final PatchSource source, final Holdout holdout, final HoleBatches holes, final int side, final int batch,
		final Validation ofMeans)
	{
		this.ofMeans = ofMeans;
		final SplittableRandom random = new SplittableRandom(SEED);
		final List<Holdout.Cell> chosen = holdout.cells(source.images(), MOST_CELLS);
		cells = Math.max(1, chosen.size());
		pairs = Math.max(LEAST_PAIRS, Math.min(MOST_PAIRS, LEAST_PAIRS * MOST_CELLS / cells));
		final Patch[] patches = new Patch[cells];
		for (int i = 0; i < cells; i++) {
			patches[i] = Patch.ofSide(side);
			if (chosen.isEmpty()) source.draw(random, patches[i]);
			else source.readAround(chosen.get(i), patches[i]);
		}
		batches = new TrainingBatch[(cells + batch - 1) / batch];
		for (int b = 0; b < batches.length; b++) {
			final int first = b * batch;
			batches[b] = holes.judgeWhole(IntStream.range(first, first + batch).mapToObj(i -> patches[i % cells]).toArray(Patch[]::new));
		}
	}

	@Override
	public Score score(final LadderVae vae) {
		return new Score(mean(vae, 0), ofMeans.score(vae).psnr());
	}

	@Override
	public double[] check(final LadderVae vae) {
		final double[] scores = scores(vae);
		return cells < 2 ? scores : IntStream.range(0, cells).filter(i -> i % 2 == 1).mapToDouble(i -> scores[i]).toArray();
	}

	private double mean(final LadderVae vae, final int first) {
		final double[] scores = scores(vae);
		return IntStream.range(0, cells).filter(i -> i % 2 == first).mapToDouble(i -> scores[i]).average().orElseThrow();
	}

	/** Returns the mean score of each cell. */
	private double[] scores(final LadderVae vae) {
		final double[][] each = new double[pairs * batches.length][];
		vae.sideBySide(each.length, k -> each[k] = SampledJudge.scores(vae, batches[k / pairs], k));
		final double[] sums = new double[cells];
		for (int k = 0; k < each.length; k++)
			for (int row = 0; row < each[k].length; row++) {
				final int cell = k / pairs * each[k].length + row;
				if (cell < cells) sums[cell] += each[k][row] / pairs;
			}
		return sums;
	}

	@Override
	public Preview preview(final LadderVae vae) {
		return ofMeans.preview(vae);
	}
}
