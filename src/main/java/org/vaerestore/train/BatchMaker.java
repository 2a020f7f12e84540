package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.TrainingBatch;

/**
 * Turns patches into what a training step learns from.
 * <p>
 * Of pixels that are hidden from the context the target always counts; of visible ones only where the two have
 * independent noise.
 * </p>
 */
final class BatchMaker implements JudgedBatches {

	/** Share of patches of which nothing is shown, so that the model can generate. */
	private static final double EMPTY = 0.03;
	/** Noise that is added where a network is judged: little, so that it is judged at the level at which it will be used. */
	private static final double JUDGED_RECORRUPTION = 0.1;
	private static final int POSTERIOR_SHARE = 4;

	private final int side;
	private final Lesson lesson;
	private final Normalisation normalisation;
	private final ResidualNoise residualNoise;
	private final HoleSampler holes;
	private final CorrelatedNoise added;
	private final FillWorkspace fills = new FillWorkspace();

	BatchMaker(final int side, final Lesson lesson, final Normalisation normalisation,
		final ResidualNoise residualNoise, final HoleSampler holes)
	{
		this.side = side;
		this.lesson = lesson;
		this.normalisation = normalisation;
		this.residualNoise = residualNoise;
		this.holes = holes;
		// What is split in two must be noise of the same kind, or the one half tells of the other.
		added = new CorrelatedNoise(side, normalisation.correlations());
	}

	@Override
	public TrainingBatch judge(final Patch[] patches, final SplittableRandom random) {
		return make(patches, lesson.recorrupts() ? JUDGED_RECORRUPTION : 0, 0, random);
	}

	@Override
	public TrainingBatch opposite(final Patch[] patches, final SplittableRandom random) {
		return lesson.recorrupts() ? make(patches, -JUDGED_RECORRUPTION, 0, random) : null;
	}

	/** Draws a batch. */
	TrainingBatch draw(final PatchSource source, final int rows, final SplittableRandom random) {
		final Patch[] patches = new Patch[rows];
		for (int row = 0; row < rows; row++) {
			patches[row] = Patch.ofSide(side);
			source.draw(random, patches[row]);
		}
		return make(patches, lesson.recorruption(random), EMPTY, random);
	}

	/**
	 * Makes a batch of given patches.
	 *
	 * @param recorruption share of the noise that is added to the context, and by whose inverse it is taken from the target;
	 *          the negative of another one, with equal random numbers, gives the opposite noise; 0 unless the lesson is to
	 *          recorrupt
	 * @param emptyShare share of patches of which nothing is shown
	 */
	TrainingBatch make(final Patch[] patches, final double recorruption, final double emptyShare,
		final SplittableRandom random)
	{
		final double contextShare = 1 + recorruption * recorruption;
		final double targetShare = recorruption == 0 ? 1 : 1 + 1 / (recorruption * recorruption);
		final Batch batch = new Batch(patches.length, side * side);
		for (int row = 0; row < patches.length; row++) {
			final boolean[] hidden = new boolean[side * side];
			drawHoles(random.nextDouble() < emptyShare, random, hidden);
			fillRow(batch, row, patches[row], hidden, recorruption, targetShare, random);
		}
		final double noise = normalisation.noiseLevel();
		return new TrainingBatch(pictures(batch.context, batch.visible, noise * Math.sqrt(contextShare)), pictures(
			batch.target, batch.known, noise * Math.sqrt(targetShare)), batch.weight, batch.variance, Math.max(1,
				patches.length / POSTERIOR_SHARE));
	}

	private void fillRow(final Batch batch, final int row, final Patch patch, final boolean[] hidden,
		final double recorruption, final double targetShare, final SplittableRandom random)
	{
		final int area = side * side;
		final double noise = normalisation.noiseLevel();
		final float[] plane = new float[area];
		final boolean[] unknown = new boolean[area];
		for (int i = 0; i < area; i++) {
			unknown[i] = !patch.known()[i];
			plane[i] = unknown[i] ? 0 : (float) normalisation.forward(patch.values()[i]);
		}
		fills.hybrid(plane, unknown, side, side);
		final double[] drawn = recorruption == 0 ? null : added.draw(random);
		final float[] deviations = noise > 0 ? residualNoise.deviations(plane, side) : null;
		for (int i = 0; i < area; i++) {
			final int to = row * area + i;
			final boolean independent = hidden[i] || recorruption != 0;
			batch.weight[to] = patch.trained()[i] && independent ? 1 : 0;
			if (recorruption != 0) plane[i] += missing(noise, deviations[i]) * random.nextGaussian();
			batch.target[to] = plane[i];
			batch.variance[to] = (float) (recorruption != 0 ? noise * noise * added.variance() * targetShare : noise == 0 ? 0 : deviations[i] *
				deviations[i]);
			batch.known[to] = unknown[i] ? 0 : 1;
			if (recorruption != 0) {
				batch.target[to] -= (float) (noise * drawn[i] / recorruption);
				plane[i] += (float) (recorruption * noise * drawn[i]);
			}
			hidden[i] |= unknown[i];
			batch.visible[to] = hidden[i] ? 0 : 1;
		}
		fills.hybrid(plane, hidden, side, side);
		System.arraycopy(plane, 0, batch.context, row * area, area);
	}

	/**
	 * Returns the standard deviation of the noise that a pixel lacks. Where hardly a photon arrives, noise is weak and far
	 * from Gaussian; a network would find out what was added to it. With as much Gaussian noise as is missing, it can't.
	 */
	private static double missing(final double noise, final double deviation) {
		return Math.sqrt(Math.max(0, noise * noise - deviation * deviation));
	}

	private void drawHoles(final boolean empty, final SplittableRandom random, final boolean[] hidden) {
		if (empty) Arrays.fill(hidden, true);
		else lesson.hide(holes, hidden, random);
	}

	private Pictures pictures(final float[] values, final float[] visible, final double noise) {
		return Pictures.alike(values.length / (side * side), side, side, values, visible, normalisation.told().withLevel(noise));
	}

	/** The arrays of a batch, [row, y, x]. */
	private static final class Batch {

		private final float[] context;
		private final float[] visible;
		private final float[] target;
		private final float[] known;
		private final float[] weight;
		private final float[] variance;

		Batch(final int rows, final int area) {
			context = new float[rows * area];
			visible = new float[rows * area];
			target = new float[rows * area];
			known = new float[rows * area];
			weight = new float[rows * area];
			variance = new float[rows * area];
		}
	}
}
