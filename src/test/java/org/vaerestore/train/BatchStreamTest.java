package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.vae.TrainingBatch;

class BatchStreamTest {

	private static final int SIDE = 32, FLOATS = 5 * SIDE * SIDE + 11;
	private static final RecipeStage STAGE = new RecipeStage("a", null, Pictures.TINY, PretrainingLesson.NoiseAndHoles.EVEN,
		PretrainingLoss.LIKELIHOOD, SIDE, 3, 1, 1e-3, 10, 10);

	@Test
	void writesWhatATrainingWouldLearnFrom() {
		final TrainingBatch batch = ProceduralData.source(STAGE.withSeed(5)).draw(0, 3, new SplittableRandom(Seeds.of(5,
			Seeds.BATCH, 0)));
		final float[] written = floats(streamed(5, 1));
		assertEquals(3 * FLOATS, written.length);
		for (int row = 0; row < 3; row++) {
			final int area = SIDE * SIDE, from = row * FLOATS;
			assertArrayEquals(Arrays.copyOfRange(batch.context().values(), row * area, (row + 1) * area), Arrays.copyOfRange(written,
				from, from + area));
			assertArrayEquals(Arrays.copyOfRange(batch.target().values(), row * area, (row + 1) * area), Arrays.copyOfRange(written,
				from + 2 * area, from + 3 * area));
			assertEquals(batch.context().noise().get(row).level(), written[from + 5 * area]);
			assertEquals(batch.context().noise().get(row).correlations().columns(), written[from + FLOATS - 1]);
		}
	}

	@Test
	void isTheSameForASeedAndAnotherForAnother() {
		assertArrayEquals(streamed(5, 2), streamed(5, 2));
		assertFalse(Arrays.equals(streamed(5, 1), streamed(6, 1)));
	}

	/** Returns the first batches; the reader closes the pipe after them. */
	private static byte[] streamed(final long seed, final int batches) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream() {

			private int taken;

			@Override
			public void write(final byte[] b) throws IOException {
				if (taken++ == batches) throw new IOException("closed");
				super.write(b);
			}
		};
		assertThrows(IOException.class, () -> BatchStream.write(STAGE, seed, bytes));
		return bytes.toByteArray();
	}

	private static float[] floats(final byte[] bytes) {
		final float[] floats = new float[bytes.length / Float.BYTES];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
		return floats;
	}
}
