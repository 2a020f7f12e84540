package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import net.imglib2.img.array.ArrayImgs;

class StripesAreTakenAwayTest {

	private static final int SIDE = 192;
	private static final double ROWS = 15, COLUMNS = 8;

	/** Noise that all pixels of a row or of a column share is no structure to be kept; a line along a row is. */
	@Test
	void offsetsGoAndALineAlongThemStays() {
		final float[] truth = ProceduralPictures.draw(SIDE, 5);
		for (int i = 0; i < truth.length; i++)
			truth[i] = 100 + 150 * truth[i];
		for (int x = 40; x < 150; x++)
			for (int y = -2; y <= 2; y++)
				truth[(90 + y) * SIDE + x] += (float) (100 * Math.exp(-y * y / 2.0));
		final float[] striped = Pictures.noisy(truth, 10, 2);
		final SplittableRandom random = new SplittableRandom(3);
		for (int i = 0; i < SIDE; i++) {
			final double row = ROWS * random.nextGaussian(), column = COLUMNS * random.nextGaussian();
			for (int k = 0; k < SIDE; k++) {
				striped[i * SIDE + k] += (float) row;
				striped[k * SIDE + i] += (float) column;
			}
		}
		final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(Pictures.image(striped, SIDE, SIDE), null, "striped")),
			TrainingSettings.defaults().withSignal(Signal.NOISY), Progress.silent());
		final float[] result = new float[striped.length], deviation = new float[striped.length];
		Enhancement.enhance(Pictures.image(striped, SIDE, SIDE), model, new EnhanceSettings(0, 1, 1, 2).withOrientations(1),
			ArrayImgs.floats(result, SIDE, SIDE), ArrayImgs.floats(deviation, SIDE, SIDE), Progress.silent());
		final double rows = left(result, truth, SIDE, 1), columns = left(result, truth, 1, SIDE);
		assertTrue(rows < 0.25 * ROWS, "rows " + rows);
		assertTrue(columns < 0.4 * COLUMNS, "columns " + columns);
		double line = 0, uncertain = 0;
		for (int x = 50; x < 140; x++)
			line += (result[90 * SIDE + x] - 0.5 * (result[80 * SIDE + x] + result[100 * SIDE + x]) - truth[90 * SIDE + x] + 0.5 *
				(truth[80 * SIDE + x] + truth[100 * SIDE + x])) / 90;
		assertTrue(Math.abs(line) < 10, "the line of 100 is off by " + line);
		for (final float value : deviation)
			uncertain += value / deviation.length;
		assertTrue(uncertain < ROWS / 2, "what was taken by row is taken for lost structure: " + uncertain);
	}

	/** Returns the standard deviation of the mean errors of rows, or of columns. */
	private static double left(final float[] result, final float[] truth, final int down, final int along) {
		double sum = 0, squares = 0;
		for (int i = 0; i < SIDE; i++) {
			double mean = 0;
			for (int k = 0; k < SIDE; k++)
				mean += (result[i * down + k * along] - truth[i * down + k * along]) / SIDE;
			sum += mean / SIDE;
			squares += mean * mean / SIDE;
		}
		return Math.sqrt(squares - sum * sum);
	}
}
