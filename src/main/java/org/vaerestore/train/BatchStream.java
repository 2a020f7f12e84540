package org.vaerestore.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

import org.vaerestore.job.InputException;
import org.vaerestore.vae.NoiseInputs;
import org.vaerestore.vae.TrainingBatch;

/**
 * Writes what a stage of a recipe learns from as bytes, for a training that runs elsewhere.
 * <p>
 * Each picture of a batch is little-endian 32-bit floating point numbers: context, visibility, target, weight and variance
 * of each pixel, row by row, then what is told of the noise ({@link NoiseInputs#COVARIANCE}).
 * </p>
 */
public final class BatchStream {

	private BatchStream() {}

	/**
	 * Writes batches without end, until the stream takes no more.
	 *
	 * @param stage of a recipe
	 * @param seed instead of the stage's own, so that several streams have different pictures
	 * @throws IOException if the stream takes no more
	 * @throws InputException if its pictures have planes beside them, which these bytes don't tell
	 */
	public static void write(final RecipeStage stage, final long seed, final OutputStream out) throws IOException {
		if (stage.lesson() instanceof PretrainingLesson.Beside) throw new InputException("The stage " + stage.name() +
			" learns from planes beside each other, which can't be streamed. Run the stage here.");
		try (BatchSource source = ProceduralData.source(stage.withSeed(seed))) {
			for (long step = 0;; step++)
				out.write(bytes(source.draw(step, stage.batch(), new SplittableRandom(Seeds.of(seed, Seeds.BATCH, step)))));
		}
	}

	static byte[] bytes(final TrainingBatch batch) {
		final int area = batch.context().area();
		final float[] told = new float[NoiseInputs.COVARIANCE.count()];
		final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * batch.context().rows() * (5 * area + told.length)).order(
			ByteOrder.LITTLE_ENDIAN);
		for (int row = 0; row < batch.context().rows(); row++) {
			for (final float[] values : new float[][] { batch.context().values(), batch.context().visible(), batch.target()
				.values(), batch.weight(), batch.targetVariance() })
				for (int i = row * area; i < (row + 1) * area; i++)
					bytes.putFloat(values[i]);
			NoiseInputs.COVARIANCE.write(batch.context().noise().get(row), told);
			for (final float number : told)
				bytes.putFloat(number);
		}
		return bytes.array();
	}
}
