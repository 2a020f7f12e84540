package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/** Compares estimates from one frame with the scatter of four frames of the same field of view. */
class NoiseOfMicroscopesTest {

	private final Path data = Path.of(System.getProperty("user.dir"), "..", "shared", "data").normalize();

	@BeforeEach
	void dataIsThere() {
		Assumptions.assumeTrue(Files.isDirectory(data), "The evaluation data is not here; this test skips.");
	}

	@ParameterizedTest
	@CsvSource({ "Confocal_BPAE_R, 0.3, 0, 0.2", "Confocal_FISH, 0.15, 0, 0.2", "Confocal_MICE, 0.15, 0, 0.2",
		"TwoPhoton_BPAE_G, 0.15, 0, 0.2", "TwoPhoton_MICE, 0.15, 0, 0.2", "WideField_BPAE_R, 0.25, 0.45, 0.7" })
	void oneFrameTellsTheNoiseOfFour(final String type, final double tolerance, final double leastCorrelation,
		final double mostCorrelation) throws IOException
	{
		final Plane[] frames = new Plane[4];
		for (int i = 0; i < 4; i++)
			frames[i] = read(data.resolve("fmd/raw/" + type + "_" + (i + 1) + ".png"));
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(frames[0]));
		final double[][] scatter = scatter(frames);
		for (int part = 4; part < 9; part++) {
			final double[] some = mean(Arrays.copyOfRange(scatter, part * scatter.length / 10, (part + 1) * scatter.length /
				10));
			assertEquals(some[1], estimate.gain() * some[0] + estimate.offset(), tolerance * some[1], "variance at " +
				some[0]);
		}
		assertTrue(estimate.correlation() >= leastCorrelation && estimate.correlation() <= mostCorrelation, estimate
			::toString);
		assertTrue(estimate.share() > 0.1, estimate::toString);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Confocal_FISH", "EM_mito", "MRI_z13", "TwoPhoton_MICE", "celegans_z0008", "rat_neuron" })
	void cleanImagesAreFoundClean(final String name) throws IOException {
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(read(data.resolve("inpainting/clean/" + name +
			".tif"))));
		assertTrue(estimate.share() < 0.1, estimate::toString);
	}

	/** Mean and variance of each pixel, ordered by the mean; exact for Poisson noise, whose mean tells all of it. */
	private static double[][] scatter(final Plane[] frames) {
		final double[][] scatter = new double[frames[0].values().length][2];
		for (int i = 0; i < scatter.length; i++) {
			for (final Plane frame : frames)
				scatter[i][0] += frame.values()[i] / 4;
			for (final Plane frame : frames)
				scatter[i][1] += Math.pow(frame.values()[i] - scatter[i][0], 2) / 3;
		}
		Arrays.sort(scatter, (a, b) -> Double.compare(a[0], b[0]));
		return scatter;
	}

	private static double[] mean(final double[][] rows) {
		final double[] mean = new double[2];
		for (final double[] row : rows)
			for (int i = 0; i < 2; i++)
				mean[i] += row[i] / rows.length;
		return mean;
	}

	private static Plane read(final Path path) throws IOException {
		final Raster raster = ImageIO.read(path.toFile()).getRaster();
		final int width = raster.getWidth();
		final float[] values = new float[width * raster.getHeight()];
		for (int i = 0; i < values.length; i++)
			values[i] = raster.getSampleFloat(i % width, i / width, 0);
		return new Plane(values, width, raster.getHeight(), null);
	}
}
