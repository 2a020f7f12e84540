package org.vaerestore.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.fill.ClassicalFillTest.Kind;

import ij.IJ;
import ij.process.ImageProcessor;

/** Compares the fills with public implementations of the same on real images. */
class ClassicalFillOnImagesTest {

	private static final Path FOLDER = Path.of(System.getProperty("user.dir"), "..", "shared", "data", "inpainting");
	private static final List<String> IMAGES = List.of("EM_mito", "rat_neuron", "MRI_z13", "Confocal_FISH",
		"TwoPhoton_MICE", "celegans_z0008");

	@BeforeEach
	void findImages() {
		Assumptions.assumeTrue(Files.isDirectory(FOLDER), "skips without the evaluation images in " + FOLDER);
	}

	@ParameterizedTest
	@CsvSource({ "scratches, 30.81", "dust, 27.84", "blocks, 26.44", "hole, 22.47", "dead, 35.45" })
	void harmonicIsAsGoodAsADirectSolutionOfTheLaplaceEquation(final String masks, final double expected) {
		assertEquals(expected, meanPsnr(Kind.HARMONIC, masks), 0.03);
	}

	@ParameterizedTest
	@CsvSource({ "scratches, 32.57", "dust, 28.59", "dead, 37.55" })
	void biharmonicIsAsGoodAsADirectSolutionOfTheBiLaplaceEquation(final String masks, final double expected) {
		assertEquals(expected, meanPsnr(Kind.BIHARMONIC, masks), 0.03);
	}

	@ParameterizedTest
	@CsvSource({ "scratches, 32.57", "dust, 28.59", "blocks, 26.44", "hole, 22.47", "dead, 37.55" })
	void hybridIsAsGoodAsTheBetterOfBoth(final String masks, final double better) {
		final double psnr = meanPsnr(Kind.HYBRID, masks);
		assertTrue(psnr > better - 0.1, () -> "PSNR " + psnr + " dB");
	}

	private static double meanPsnr(final Kind kind, final String masks) {
		final FillWorkspace workspace = new FillWorkspace();
		double sum = 0;
		for (final String image : IMAGES) {
			final ImageProcessor clean = IJ.openImage(FOLDER.resolve("clean/" + image + ".tif").toString()).getProcessor();
			final ImageProcessor mask = IJ.openImage(FOLDER.resolve("masks/" + image + "__" + masks + ".png").toString())
				.getProcessor();
			final float[] truth = (float[]) clean.getPixels();
			final float[] plane = truth.clone();
			final boolean[] hidden = new boolean[plane.length];
			for (int i = 0; i < plane.length; i++) {
				hidden[i] = mask.getf(i) > 0;
				if (hidden[i]) plane[i] = 0;
			}
			kind.fill(workspace, plane, hidden, clean.getWidth(), clean.getHeight());
			sum += psnr(truth, plane, hidden);
		}
		return sum / IMAGES.size();
	}

	private static double psnr(final float[] truth, final float[] plane, final boolean[] hidden) {
		double squares = 0;
		int count = 0;
		for (int i = 0; i < truth.length; i++) {
			if (!hidden[i]) continue;
			final double error = Math.max(0, Math.min(255, plane[i])) - truth[i];
			squares += error * error;
			count++;
		}
		return 10 * Math.log10(255 * 255 * count / squares);
	}
}
