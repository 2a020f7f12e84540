package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Lines;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingSettings;

import ij.IJ;
import ij.ImagePlus;

class ResultDepthTest {

	private static final int SIDE = 64;

	/** A third of a photon per pixel would be rounded to nothing; what is known in hundreds of steps needs no fractions. */
	@Test
	void autoIs32BitWhereRoundingIsCoarse() {
		final Lines lines = new Lines(new ArrayList<>());
		final ImagePlus few = counts(8, 0.3, 0), many = counts(16, 400, 0);
		assertTrue(ResultDepth.AUTO.float32(few, model(few), lines));
		assertTrue(String.join("\n", lines.lines()).contains("The result is 32-bit"), lines.lines().toString());
		assertFalse(ResultDepth.AUTO.float32(many, model(many), Progress.silent()));
		assertFalse(ResultDepth.SAME.float32(few, model(few), Progress.silent()));
		assertTrue(ResultDepth.FLOAT.float32(many, model(many), Progress.silent()));
	}

	@Test
	void whatHasFractionsOrColoursStaysAsItIs() {
		final ImagePlus few = counts(8, 0.3, 0), floats = new ImagePlus("floats", few.getProcessor().convertToFloat());
		final VaeModel model = model(few);
		assertFalse(ResultDepth.AUTO.float32(floats, model, Progress.silent()));
		assertFalse(ResultDepth.AUTO.float32(IJ.createImage("colours", "RGB black", SIDE, SIDE, 1), model, Progress.silent()));
	}

	/** A rounded result that shouldn't be has it in its properties, and the mean of one that isn't rounded is that of the photons. */
	@Test
	void resultsTellOfIt() {
		final ImagePlus few = counts(8, 0.3, 0);
		final VaeModel model = model(few);
		final EnhanceSettings settings = new EnhanceSettings(0, 1, 1, 1).withOrientations(1);
		final ImagePlus rounded = ImageJobs.enhance(few, model, settings, false, false, Progress.silent()).image(), whole = ImageJobs
			.enhance(few, model, settings, true, false, Progress.silent()).image();
		assertTrue(rounded.getProp("VAE Restore depth").startsWith("rounded, although"), rounded.getProp("VAE Restore depth"));
		assertTrue(whole.getProp("VAE Restore depth").startsWith("32-bit, as"), whole.getProp("VAE Restore depth"));
		assertEquals(few.getStatistics().mean, whole.getStatistics().mean, 0.01 * few.getStatistics().mean);
	}

	@Test
	void namesAreThoseOfTheDialogs() {
		assertEquals(List.of("auto", "same", "32-bit"), ResultDepth.names());
		assertEquals(ResultDepth.FLOAT, ResultDepth.of("32-Bit"));
		assertTrue(assertThrows(InputException.class, () -> ResultDepth.of("16")).getMessage().contains("auto, same, 32-bit"));
	}

	private static VaeModel model(final ImagePlus image) {
		return BuiltIn.modelFor(List.of(ImageJobs.trainingImage(image, null)), TrainingSettings.defaults().withSignal(Signal.NOISY),
			Progress.silent());
	}

	private static ImagePlus counts(final int bits, final double photons, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final ImagePlus image = IJ.createImage("counts", bits + "-bit black", SIDE, SIDE, 1);
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double mean = photons * (1 + 0.3 * Math.sin(i % SIDE * 0.2));
			int count = photons > 50 ? (int) Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()) : 0;
			if (photons <= 50) for (double product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble())
				count++;
			image.getProcessor().set(i, count);
		}
		return image;
	}
}
