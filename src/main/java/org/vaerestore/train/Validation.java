package org.vaerestore.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.Region;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.train.PatchSource.SourceImage;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.Prediction;
import org.vaerestore.vae.TrainingBatch;

/** Measures a model on pixels that no loss has seen, always the same ones with the same holes and noise. */
final class Validation implements Judge {

	private static final int MOST_CELLS = 32;

	private final Normalisation normalisation;
	private final int side;
	private final TrainingBatch[] batches;

	Validation(final PatchSource source, final Holdout holdout, final BatchMaker maker,
		final Normalisation normalisation, final int side, final int batch, final long seed)
	{
		this.normalisation = normalisation;
		this.side = side;
		final SplittableRandom random = new SplittableRandom(seed);
		final List<Holdout.Cell> cells = holdout.cells(source.images(), MOST_CELLS);
		// Whole batches, so that the network's buffers keep their shape.
		final Patch[] patches = new Patch[cells.size() > batch ? cells.size() / batch * batch : Math.max(1, cells.size())];
		for (int i = 0; i < patches.length; i++) {
			patches[i] = Patch.ofSide(side);
			if (cells.isEmpty()) source.draw(random, patches[i]);
			else readAround(source, cells.get(i), patches[i]);
		}
		batches = new TrainingBatch[(patches.length + batch - 1) / batch];
		for (int b = 0; b < batches.length; b++)
			batches[b] = maker.make(Arrays.copyOfRange(patches, b * batch, Math.min(patches.length, (b + 1) * batch)), random,
				0);
	}

	@Override
	public Score score(final LadderVae vae) {
		double error = 0;
		double count = 0;
		double excess = 0;
		for (final TrainingBatch batch : batches) {
			final Prediction prediction = vae.predict(batch.context(), Latents.mean());
			for (int i = 0; i < batch.weight().length; i++) {
				if (batch.weight()[i] == 0) continue;
				final double d = prediction.mean()[i] - batch.target().values()[i];
				error += d * d;
				excess += d * d - batch.targetVariance()[i];
				count++;
			}
		}
		if (count == 0) return new Score(0, Double.NaN);
		final double range = normalisation.forward(normalisation.high()) - normalisation.forward(normalisation.low());
		final double psnr = excess > 0 && range > 0 ? 10 * Math.log10(range * range * count / excess) : Double.NaN;
		return new Score(error / count, psnr);
	}

	@Override
	public Preview preview(final LadderVae vae) {
		final TrainingBatch batch = batches[0];
		final int area = side * side;
		final float[] signal = Arrays.copyOf(vae.predict(batch.context(), Latents.mean()).mean(), area);
		final float[] original = Arrays.copyOf(batch.context().values(), area);
		normalisation.inverse(signal);
		normalisation.inverse(original);
		final float[] damaged = original.clone();
		final float[] restored = original.clone();
		final float[] target = Arrays.copyOf(batch.target().values(), area);
		normalisation.inverse(target);
		for (int i = 0; i < area; i++) {
			if (batch.context().visible()[i] != 0) continue;
			damaged[i] = Float.NaN;
			restored[i] = signal[i];
			if (batch.targetVariance()[i] == 0) original[i] = target[i];
		}
		return new Preview(side, original, damaged, restored, normalisation.noiseLevel() > 0 ? signal : restored);
	}

	/** Reads the patch in whose centre the cell is, as far as the image allows; only the cell counts. */
	private void readAround(final PatchSource source, final Holdout.Cell cell, final Patch patch) {
		final SourceImage image = source.images().get(cell.image());
		final int x = cell.column() * Holdout.CELL;
		final int y = cell.row() * Holdout.CELL;
		final int margin = (side - Holdout.CELL) / 2;
		final Region region = new Region(Math.max(0, Math.min(x - margin, image.width() - side)), Math.max(0, Math.min(y -
			margin, image.height() - side)), side, side);
		source.read(cell.image(), cell.plane(), region, 0, patch);
		for (int i = 0; i < side * side; i++) {
			final int column = region.x() + i % side - x;
			final int row = region.y() + i / side - y;
			patch.trained()[i] = patch.known()[i] && column >= 0 && column < Holdout.CELL && row >= 0 && row < Holdout.CELL;
		}
	}
}
