package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;

import net.imglib2.img.array.ArrayImgs;

/** Images of which the mask leaves too little to learn from. */
class IntactAreaTest {

	private static final int WIDTH = 96, HEIGHT = 80;

	@Test
	void aCornerIsTooLittle() {
		final boolean[] mask = new boolean[WIDTH * HEIGHT];
		Arrays.fill(mask, true);
		Arrays.fill(mask, 0, 90, false);
		assertEquals("Only 90 pixels of the training images are intact; training needs at least 256, a quarter of a patch of 32 x 32. " +
			"Mask less, or train on more images.", message(mask));
	}

	@Test
	void linesAreNoPatches() {
		final boolean[] mask = new boolean[WIDTH * HEIGHT];
		for (int i = 0; i < mask.length; i++)
			mask[i] = i % WIDTH % 20 != 0;
		assertEquals("Of patches of 32 x 32 pixels at most 6.3 % are intact, and training needs some with at least 10 %. Mask less, train " +
			"on an image that is less damaged, or restore with the built-in weights.", message(mask));
	}

	private static String message(final boolean[] mask) {
		return assertThrows(InputException.class, () -> Trainer.train(List.of(new TrainingImage(Pictures.image(Pictures.waves(WIDTH,
			HEIGHT, 1), WIDTH, HEIGHT), ArrayImgs.booleans(mask, WIDTH, HEIGHT), "waves")), Pictures.quick(Signal.CLEAN, 10), null,
			new TrainingListener() {}, Progress.silent())).getMessage();
	}
}
