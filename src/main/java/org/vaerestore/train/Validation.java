package org.vaerestore.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.model.Normalisation;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.TrainingBatch;

/**
 * Measures a model on pixels that no loss has seen, always the same ones with the same holes and noise.
 * <p>
 * Half of these pixels choose among the weights of a training, the other half say in the end whether the chosen ones are
 * better than those that it started from: the best of many looks is better than it should be where it was looked at.
 * </p>
 * <p>
 * Patches that get noise come with the opposite noise too, which cancels the noise of the targets: an estimate of the error
 * without a reference (Ramani et al., Monte-Carlo SURE, IEEE TIP 2008).
 * </p>
 */
final class Validation implements HeldOutJudge {

	private static final int MOST_CELLS = 96;
	/** Rows of pixels that choose, and as many below that don't. */
	private static final int STRIPE = Holdout.CELL / 2;
	/** Side of the blocks of pixels whose errors are held to be independent: noise correlates over fewer. */
	private static final int BLOCK = 4;

	/**
	 * How much stronger the noise may be than it is held to be, as a share of its variance: what a network keeps of it counts
	 * so much more, or a network that takes noise for signal seems to be good. Correlations are known less well.
	 */
	private static final double DOUBT = 0.1, CORRELATION_DOUBT = 2;

	private final Normalisation normalisation;
	private final int side;
	private final TrainingBatch[] batches;
	/** The same with the opposite noise; null each if there is none. */
	private final TrainingBatch[] opposites;
	/** Row of the first pixel that counts, of each patch. */
	private final int[] tops;

	Validation(final PatchSource source, final Holdout holdout, final JudgedBatches judged,
		final Normalisation normalisation, final int side, final int batch, final long seed)
	{
		this.normalisation = normalisation;
		this.side = side;
		final SplittableRandom random = new SplittableRandom(seed);
		final List<Holdout.Cell> cells = holdout.cells(source.images(), MOST_CELLS);
		// Whole batches, so that the network's buffers keep their shape.
		final Patch[] patches = new Patch[cells.size() > batch ? cells.size() / batch * batch : Math.max(1, cells.size())];
		tops = new int[patches.length];
		for (int i = 0; i < patches.length; i++) {
			patches[i] = Patch.ofSide(side);
			if (cells.isEmpty()) source.draw(random, patches[i]);
			else tops[i] = source.readAround(cells.get(i), patches[i]);
		}
		batches = new TrainingBatch[(patches.length + batch - 1) / batch];
		opposites = new TrainingBatch[batches.length];
		for (int b = 0; b < batches.length; b++) {
			final Patch[] some = Arrays.copyOfRange(patches, b * batch, Math.min(patches.length, (b + 1) * batch));
			final long draw = random.nextLong();
			batches[b] = judged.judge(some, new SplittableRandom(draw));
			opposites[b] = judged.opposite(some, new SplittableRandom(draw));
		}
	}

	@Override
	public Score score(final LadderVae vae) {
		final double[] sums = new double[3];
		measure(vae, true, (patch, x, y, error, noise) -> {
			sums[0] += error;
			sums[1] += noise;
			sums[2]++;
		});
		final double count = sums[2], excess = sums[0] - sums[1];
		if (count == 0) return new Score(0, Double.NaN);
		final double range = normalisation.forward(normalisation.high()) - normalisation.forward(normalisation.low());
		final double psnr = excess > 0 && range > 0 ? 10 * Math.log10(range * range * count / excess) : Double.NaN;
		return new Score(sums[0] / count, psnr);
	}

	/** Returns the mean errors of blocks of pixels, without what the noise of their targets has in them at least. */
	@Override
	public double[] check(final LadderVae vae) {
		final int across = (side + BLOCK - 1) / BLOCK;
		final double[] sums = new double[tops.length * across * across];
		final int[] counts = new int[sums.length];
		measure(vae, false, (patch, x, y, error, noise) -> {
			final int block = (patch * across + y / BLOCK) * across + x / BLOCK;
			sums[block] += error - (1 - DOUBT) * noise;
			counts[block]++;
		});
		int count = 0;
		for (int i = 0; i < sums.length; i++)
			if (counts[i] > 0) sums[count++] = sums[i] / counts[i];
		return Arrays.copyOf(sums, count);
	}

	@Override
	public Preview preview(final LadderVae vae) {
		final TrainingBatch batch = batches[0];
		final int area = side * side;
		final float[] signal = Arrays.copyOf(estimate(vae, batch), area);
		final float[] original = Arrays.copyOf(batch.context().values(), area);
		normalisation.inverse(signal);
		normalisation.inverse(original);
		final float[] damaged = original.clone();
		final float[] restored = original.clone();
		final float[] target = Arrays.copyOf(batch.target().values(), area);
		normalisation.inverse(target);
		for (int i = 0; i < area; i++) {
			if (batch.context().visible()[i] == 1) continue;
			damaged[i] = Float.NaN;
			restored[i] = signal[i];
			if (batch.targetVariance()[i] == 0) original[i] = target[i];
		}
		return new Preview(side, original, damaged, restored, normalisation.noiseLevel() > 0 ? signal : restored);
	}

	private void measure(final LadderVae vae, final boolean choosing, final Visitor visitor) {
		final double noise = normalisation.noiseLevel(), doubt = DOUBT + CORRELATION_DOUBT * normalisation.correlation();
		int first = 0;
		for (int b = 0; b < batches.length; b++) {
			final TrainingBatch batch = batches[b];
			final float[] estimate = estimate(vae, batch), opposite = opposites[b] == null ? null : estimate(vae, opposites[b]);
			final double[] offsets = offsets(b, estimate, opposite);
			for (int i = 0; i < batch.weight().length; i++) {
				final int row = i / (side * side), patch = first + row, y = i / side % side;
				if (batch.weight()[i] == 0 || Math.floorDiv(y - tops[patch], STRIPE) % 2 == 0 != choosing) continue;
				final double target = batch.target().values()[i], difference = estimate[i] - target - offsets[row];
				if (opposite == null) visitor.visit(patch, i % side, y, difference * difference, batch.targetVariance()[i]);
				else {
					final double other = opposites[b].target().values()[i], added = (other - target) / 2;
					final double otherDifference = opposite[i] - other - offsets[row];
					visitor.visit(patch, i % side, y, (difference * difference + otherDifference * otherDifference) / 2 - added *
						added + doubt * added * (estimate[i] - opposite[i]), noise * noise);
				}
			}
			first += batch.context().rows();
		}
	}

	/**
	 * Returns by how much estimates of each patch are above the image on the average, which enhancing sets right afterwards: a
	 * network that has learned the mean alone would seem to be better than it is. 0 where there is no noise.
	 */
	private double[] offsets(final int b, final float[] estimate, final float[] opposite) {
		final double[] offsets = new double[batches[b].context().rows()];
		final int[] counts = new int[offsets.length];
		if (opposite == null) return offsets;
		for (int i = 0; i < batches[b].weight().length; i++) {
			if (batches[b].weight()[i] == 0) continue;
			offsets[i / (side * side)] += (estimate[i] + opposite[i] - batches[b].target().values()[i] - opposites[b].target()
				.values()[i]) / 2;
			counts[i / (side * side)]++;
		}
		for (int row = 0; row < offsets.length; row++)
			offsets[row] /= Math.max(1, counts[row]);
		return offsets;
	}

	/** Returns what becomes of a batch: the start of holes, corrected by the network as far as it isn't to be trusted. */
	private static float[] estimate(final LadderVae vae, final TrainingBatch batch) {
		final float[] estimate = vae.predict(batch.context(), Latents.mean()).mean(), start = batch.context().values(), trust =
			batch.context().visible();
		for (int i = 0; i < batch.weight().length; i++)
			if (trust[i] < 1) estimate[i] = start[i] + (1 - trust[i]) * (estimate[i] - start[i]);
		return estimate;
	}

	/** Is told a pixel of a patch, its squared error and the variance of the noise in that; in network units squared. */
	private interface Visitor {

		void visit(int patch, int x, int y, double error, double noise);
	}
}
