package org.vaerestore.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingListener;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

class GenerationTest {

	private static VaeModel model;

	@BeforeAll
	static void train() {
		model = Trainer.train(List.of(new TrainingImage(Pictures.image(Pictures.waves(96, 80, 1), 96, 80), null, "waves")),
			Pictures.quick(Signal.CLEAN, 300), null, new TrainingListener() {}, Progress.silent());
	}

	@Test
	void imagesAreOfTheSizeAndRangeAsked() {
		final Img<FloatType> images = Generation.generate(model, 3, 45, 30, 1, 1, Progress.silent());
		assertArrayEquals(new long[] { 45, 30, 3 }, images.dimensionsAsLongArray());
		final float[] values = values(images);
		double mean = 0, squares = 0;
		int outside = 0;
		for (final float value : values) {
			mean += value / values.length;
			squares += (double) value * value / values.length;
			if (value < -30 || value > 270) outside++;
		}
		final String found = "mean " + mean + ", SD " + Math.sqrt(squares - mean * mean) + ", " + outside + " of " +
			values.length + " outside";
		// The data are waves from 20 to 220, of mean 120 and standard deviation 51; in units of the network it would be 0 and 1.
		assertEquals(120, mean, 60, found);
		assertTrue(squares - mean * mean > 1 && squares - mean * mean < 100 * 100, found);
		assertTrue(outside < 0.02 * values.length, found);
	}

	@Test
	void sameSeedSameImagesButEachOfThemAnother() {
		final float[] first = values(Generation.generate(model, 2, 32, 32, 7, 1, Progress.silent()));
		assertArrayEquals(first, values(Generation.generate(model, 2, 32, 32, 7, 1, Progress.silent())));
		assertFalse(Arrays.equals(Arrays.copyOf(first, 1024), Arrays.copyOfRange(first, 1024, 2048)));
	}

	@Test
	void tellsWhatIsWrong() {
		assertTrue(assertThrows(InputException.class, () -> Generation.generate(model, 1, 4, 90, 1, 1, Progress.silent()))
			.getMessage().contains("4 x 90"));
		assertTrue(assertThrows(InputException.class, () -> Generation.generate(model, 0, 40, 90, 1, 1, Progress.silent()))
			.getMessage().contains("at least 1"));
	}

	private static float[] values(final Img<FloatType> images) {
		final float[] values = new float[(int) images.size()];
		int i = 0;
		for (final FloatType pixel : images)
			values[i++] = pixel.get();
		return values;
	}
}
