package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import ij.ImagePlus;

/** A computed tomography slice as scanners write it: signed, with an intercept, and with padding outside of the circle. */
class PaddedDicomTest {

	private static final int SIDE = 96, INTERCEPT = -1024, PADDING = -2000;
	private static final double NOISE = 12;

	@TempDir
	Path folder;

	@Test
	void paddingStaysAndChangesNothing() {
		final double[] truth = new double[SIDE * SIDE];
		final short[] plain = new short[truth.length];
		final Random random = new Random(3);
		for (int i = 0; i < truth.length; i++) {
			final double r = radius(i);
			truth[i] = -1000 + (1040 + 30 * Math.cos(0.3 * (i % SIDE))) / (1 + Math.exp(r - 30)) + 300 / (1 + Math.exp(r - 10));
			plain[i] = (short) Math.rint(truth[i] - INTERCEPT + NOISE * random.nextGaussian());
		}
		final short[] padded = plain.clone();
		for (int i = 0; i < padded.length; i++)
			if (radius(i) > 46) padded[i] = PADDING;
		final double usual = error(enhanced("plain", plain), truth), error = error(enhanced("padded", padded), truth);
		assertTrue(error < 1.15 * usual && error < 0.9 * NOISE, error + " for " + usual);
	}

	private ImagePlus enhanced(final String name, final short[] stored) {
		final ImagePlus image = ImageReader.read(DicomFile.write(folder.resolve(name + ".dcm"), SIDE, stored, INTERCEPT));
		assertEquals(stored[0] + INTERCEPT, image.getCalibration().getCValue(image.getProcessor().get(0)));
		final TrainingImage seen = ImageJobs.trainingImage(image, null);
		final VaeModel model = BuiltIn.modelFor(List.of(seen), TrainingSettings.defaults().withSignal(Signal.NOISY), Progress
			.silent());
		final ImagePlus result = ImageJobs.enhance(image, seen.search(), model, new EnhanceSettings(0, 1, 1, 1).withOrientations(1),
			false, false, Progress.silent()).image();
		for (int i = 0; i < stored.length; i++)
			if (stored[i] == PADDING) assertEquals(image.getProcessor().get(i), result.getProcessor().get(i));
		return result;
	}

	/** Returns the error inside of the circle. */
	private static double error(final ImagePlus result, final double[] truth) {
		double squares = 0;
		int count = 0;
		for (int i = 0; i < truth.length; i++)
			if (radius(i) <= 46) {
				squares += Math.pow(result.getCalibration().getCValue(result.getProcessor().get(i)) - truth[i], 2);
				count++;
			}
		return Math.sqrt(squares / count);
	}

	private static double radius(final int i) {
		return Math.hypot(i % SIDE - SIDE / 2, i / SIDE - SIDE / 2);
	}
}
