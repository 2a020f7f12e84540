package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.InputException;
import org.vaerestore.vae.noise.KnownNoise;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

/** Noise by hand in Enhance and Train. */
class NoiseOptionsTest {

	@TempDir
	Path folder;

	private final RecordingHost host = new RecordingHost();

	@Test
	void byItselfNoiseIsFoundInTheImage() {
		assertNull(known("", noisy(5, 1)));
	}

	@Test
	void valuesAreInTheUnitsThatTheImageShows() {
		assertEquals(KnownNoise.photons(3, 2, 100), known("known=values deviation=3 gain=2 black=100", noisy(5, 1)));
		final ImagePlus ct = new ImagePlus("ct", new ShortProcessor(32, 32));
		ct.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -32768, 1 }, "HU");
		assertEquals(KnownNoise.photons(3, 2, 31768), known("known=values deviation=3 gain=2 black=-1000", ct));
		assertThrows(InputException.class, () -> known("known=values", ct));
		assertThrows(InputException.class, () -> known("known=values deviation=-3", ct));
	}

	@Test
	void aSelectionIsMeasured() {
		final ImagePlus image = noisy(5, 1);
		final String message = assertThrows(InputException.class, () -> known("known=selection", image)).getMessage();
		assertTrue(message.contains("no selection of an area in \"noisy\""), message);
		image.setRoi(new OvalRoi(-10, 5, 80, 80));
		assertEquals(5, known("known=selection", image).readOut(), 0.4);
	}

	@Test
	void aDarkAndAFlatImageAreMeasured() {
		final Path dark = folder.resolve("dark image.tif"), flat = folder.resolve("flat.tif");
		ImageWriter.write(noisy(4, 1), dark);
		final ImagePlus lit = noisy(Math.sqrt(16 + 200), 2);
		lit.getProcessor().add(100);
		ImageWriter.write(lit, flat);
		final KnownNoise found = known("known=dark-flat dark=[" + dark + "] flat=[" + flat + "]", noisy(5, 1));
		assertEquals(4, found.readOut(), 0.2);
		assertEquals(2, found.gain(), 0.2);
		assertEquals(100, found.black(), 0.5);
		final String message = assertThrows(InputException.class, () -> known("known=dark-flat dark=[" + dark + "]", noisy(5,
			1))).getMessage();
		assertTrue(message.contains("Flat image"), message);
	}

	@Test
	void enhancingTakesIt() {
		final Action enhance = Actions.named("enhance");
		final ImagePlus image = noisy(20, 3);
		final ImagePlus strong = host.run(enhance, image, "model=built-in quality=fast known=values deviation=20").last();
		assertTrue(strong.getProp("VAE Restore noise").contains("20.0, as given by hand"), strong.getProp("VAE Restore noise"));
		assertTrue(host.lines.stream().anyMatch(line -> line.contains("Gaussian noise, standard deviation 20.00")), host.lines
			.toString());
		final ImagePlus weak = host.run(enhance, image, "model=built-in quality=fast known=values deviation=1").last();
		assertTrue(strong.getStatistics().stdDev < 0.1 * image.getStatistics().stdDev);
		assertTrue(weak.getStatistics().stdDev > 5 * strong.getStatistics().stdDev);
	}

	@Test
	void aTrainedModelHasItsOwn() {
		host.session.setModel(TinyModel.clean(), "tiny");
		final String message = assertThrows(InputException.class, () -> host.run(Actions.named("enhance"), noisy(5, 1),
			"model=current known=values deviation=3")).getMessage();
		assertTrue(message.startsWith("A trained model has the noise of its training"), message);
		assertThrows(InputException.class, () -> host.run(Actions.named("train"), noisy(5, 1),
			"resume=current steps=1 known=values deviation=3"));
	}

	@Test
	void trainingTakesIt() {
		host.run(Actions.named("train"), noisy(20, 4), "size=small steps=1 known=values deviation=12.5");
		assertEquals(12.5, host.session.model().orElseThrow().model().noiseLevel().orElseThrow().deviation(), 1e-9);
	}

	private static KnownNoise known(final String macro, final ImagePlus image) {
		return NoiseOptions.known(Values.parse(Actions.named("enhance").options(), macro), image);
	}

	private static ImagePlus noisy(final double deviation, final long seed) {
		final Random random = new Random(seed);
		final FloatProcessor pixels = new FloatProcessor(96, 96);
		for (int i = 0; i < 96 * 96; i++)
			pixels.setf(i, (float) (100 + deviation * random.nextGaussian()));
		return new ImagePlus("noisy", pixels);
	}
}
