package org.vaerestore.imagej.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;

import ij.gui.Plot;

class ModelPlotsTest {

	@Test
	void theLossIsSmoothed() {
		final Plot plot = ModelPlots.loss(List.of(point(1, 4, Double.NaN), point(2, 2, Double.NaN), point(5, 4, Double.NaN)))
			.orElseThrow();
		assertArrayEquals(new float[] { 1, 2, 5 }, plot.getXValues());
		assertArrayEquals(new float[] { 4, 3.8f, 3.82f }, plot.getYValues(), 1e-5f);
	}

	@Test
	void theQualityIsThatOfTheStepsThatWereValidated() {
		final Plot plot = ModelPlots.quality(List.of(point(1, 4, Double.NaN), point(2, 2, 20), point(5, 4, 21))).orElseThrow();
		assertArrayEquals(new float[] { 2, 5 }, plot.getXValues());
		assertArrayEquals(new float[] { 20, 21 }, plot.getYValues());
	}

	@Test
	void aLoneValueIsNoCurve() {
		assertEquals(Optional.empty(), ModelPlots.loss(List.of()));
		assertEquals(Optional.empty(), ModelPlots.loss(List.of(point(1, 4, 20))));
		assertEquals(Optional.empty(), ModelPlots.quality(List.of(point(1, 4, 20), point(2, 4, Double.NaN))));
	}

	@Test
	void theNoiseIsInUnitsOfTheImage() {
		final VaeModel model = TinyModel.noisy();
		final Plot plot = ModelPlots.noise(model).orElseThrow();
		final float[] signal = plot.getXValues(), deviation = plot.getYValues();
		assertEquals((float) model.normalisation().low(), signal[0]);
		assertEquals((float) model.normalisation().high(), signal[signal.length - 1]);
		for (int i = 0; i < signal.length; i++)
			assertEquals(Math.sqrt(model.noise().variance(signal[i])), deviation[i], 1e-3 * deviation[i]);
		assertTrue(plot.getImagePlus().getWidth() > 0, "it can be drawn without a window");
		assertEquals(Optional.empty(), ModelPlots.noise(TinyModel.clean()));
	}

	private static TrainingPoint point(final long step, final double loss, final double psnr) {
		return new TrainingPoint(step, step, loss, loss, new double[] { 0 }, psnr);
	}
}
