package org.vaerestore.train;

import java.util.Arrays;
import java.util.List;

import org.vaerestore.vae.Companion;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.TrainingBatch;

/** A batch of square pictures whose truth is known, while it is filled row by row. */
final class DrawnBatch {

	private final int rows;
	private final int side;
	private final int area;
	private final float[] context;
	private final float[] visible;
	private final float[] target;
	private final float[] weight;
	private final float[] variance;
	private final ToldNoise[] noise;

	DrawnBatch(final int rows, final int side) {
		this.rows = rows;
		this.side = side;
		area = side * side;
		context = new float[rows * area];
		visible = new float[rows * area];
		target = new float[rows * area];
		weight = new float[rows * area];
		variance = new float[rows * area];
		noise = new ToldNoise[rows];
		Arrays.fill(noise, ToldNoise.NONE);
	}

	/**
	 * Sets a picture, of which hidden pixels count.
	 *
	 * @param seen where the network starts from
	 * @param trust of hidden pixels, or null for none
	 * @param hiddenWeight of each hidden pixel
	 */
	void set(final int row, final float[] truth, final float[] seen, final boolean[] hidden, final float[] trust,
		final float hiddenWeight)
	{
		System.arraycopy(seen, 0, context, row * area, area);
		System.arraycopy(truth, 0, target, row * area, area);
		for (int i = 0; i < area; i++) {
			visible[row * area + i] = !hidden[i] ? 1 : trust == null ? 0 : trust[i];
			weight[row * area + i] = hidden[i] ? hiddenWeight : 0;
		}
	}

	/** Tells the noise of a picture, all of whose pixels count then. */
	void setNoise(final int row, final ToldNoise told) {
		noise[row] = told;
		Arrays.fill(weight, row * area, (row + 1) * area, 1);
	}

	/** Sets what {@link TrainingBatch#targetVariance} has of a picture; 0 unless it is set. */
	void setVariance(final int row, final float value) {
		Arrays.fill(variance, row * area, (row + 1) * area, value);
	}

	/**
	 * Returns the batch.
	 *
	 * @param posteriorRows see {@link TrainingBatch}
	 */
	TrainingBatch finish(final int posteriorRows) {
		return finish(List.of(), posteriorRows);
	}

	/**
	 * Returns the batch.
	 *
	 * @param companions of each row, or none of any
	 */
	TrainingBatch finish(final List<List<Companion>> companions, final int posteriorRows) {
		return finish(companions, new TrainingBatch.Division(rows, 0, posteriorRows));
	}

	/** Returns the batch. */
	TrainingBatch finish(final TrainingBatch.Division division) {
		return finish(List.of(), division);
	}

	private TrainingBatch finish(final List<List<Companion>> companions, final TrainingBatch.Division division) {
		final float[] known = new float[rows * area];
		Arrays.fill(known, 1);
		return new TrainingBatch(new Pictures(rows, side, side, context, visible, Arrays.asList(noise), companions), Pictures.alike(rows,
			side, side, target, known, ToldNoise.NONE), weight, variance, division);
	}
}
