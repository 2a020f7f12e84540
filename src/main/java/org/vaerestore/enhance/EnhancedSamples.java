package org.vaerestore.enhance;

import java.util.List;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Imagination;
import org.vaerestore.predict.Place;
import org.vaerestore.predict.PlaneJob;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.predict.Tiling;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryNeed;

/**
 * Makes samples of an enhanced image: takes the rows of the estimate and of its standard deviation, and draws what may be behind
 * the noise as soon as a plane is whole.
 */
final class EnhancedSamples implements AutoCloseable {

	/** What is held on the heap of a plane: estimate and deviation, starts and trust, a sample and what it is made of. */
	private static final int BYTES_PER_PIXEL = 48;

	private final VaeModel model;
	private final EnhanceSettings settings;
	private final Planes planes;
	private final Cutout cutout;
	private final Tiling tiling;
	private final LadderVae vae;
	private final List<? extends RowWriter> samples;
	private final RowWriter uncertainty;
	private final Progress progress;
	private final float[] estimate;
	private final float[] deviation;
	private int estimatedRows;
	private int deviatingRows;

	/**
	 * @param cutout which part of a larger image they are
	 * @param samples take one sample each of all planes
	 * @param uncertainty takes the standard deviations, or null
	 * @param progress says when to stop
	 */
	EnhancedSamples(final VaeModel model, final EnhanceSettings settings, final Planes planes, final Cutout cutout, final TilePlan plan,
		final List<? extends RowWriter> samples, final RowWriter uncertainty, final Progress progress)
	{
		this.model = model;
		this.settings = settings;
		this.planes = planes;
		this.samples = samples;
		this.uncertainty = uncertainty;
		this.progress = progress;
		this.cutout = cutout;
		tiling = plan.tiling();
		estimate = new float[planes.whole().size()];
		deviation = new float[estimate.length];
		vae = Imagination.draws(model) ? Imagination.network(plan.threads()) : LadderVae.of(model.architecture(), model.weights(), plan
			.threads());
	}

	/** Returns the planes as the network sees them. */
	static PlaneJob job(final Planes planes) {
		return new PlaneJob(Imagination.ARCHITECTURE, planes.width(), planes.height(), 1);
	}

	/** Returns the memory that is held besides the network. */
	static MemoryNeed besides(final Planes planes) {
		return MemoryNeed.onHeap((long) BYTES_PER_PIXEL * planes.width() * planes.height());
	}

	/** Takes rows of the estimate, in units of the image. */
	void estimated(final long plane, final Region rows, final float[] values) {
		System.arraycopy(values, 0, estimate, rows.y() * rows.width(), values.length);
		estimatedRows += rows.height();
		drawOnceWhole(plane);
	}

	/** Takes rows of the estimate's standard deviation. */
	void deviating(final long plane, final Region rows, final float[] values) {
		System.arraycopy(values, 0, deviation, rows.y() * rows.width(), values.length);
		deviatingRows += rows.height();
		if (uncertainty != null) uncertainty.write(plane, rows, values);
		drawOnceWhole(plane);
	}

	private void drawOnceWhole(final long plane) {
		if (estimatedRows < planes.height() || deviatingRows < planes.height()) return;
		estimatedRows = 0;
		deviatingRows = 0;
		final SampledPlane sampled = new SampledPlane(estimate, deviation, planes.width(), model, vae, tiling, Place.of(cutout));
		for (int index = 0; index < samples.size(); index++) {
			progress.checkCancelled();
			// Planes of one sample are drawn from noise of their own.
			samples.get(index).write(plane, planes.whole(), sampled.sample(settings.seed() + cutout.inImage(plane), index, progress.part(0, 0)));
		}
	}

	@Override
	public void close() {
		vae.close();
	}
}
