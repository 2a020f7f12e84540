package org.vaerestore.blocks;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.RowWriter;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Enhances blocks.
 *
 * @param settings without an axis of slices if each plane is to be enhanced on its own
 */
record EnhanceWork(VaeModel model, EnhanceSettings settings) implements BlockWork {

	/** What is further away changes a result by less than can be seen. */
	private static final int MARGIN = 64;

	static Reach reach(final EnhanceSettings settings) {
		return new Reach(MARGIN, settings.sliceAxis() < 0 ? 0 : Enhancement.SLICES);
	}

	@Override
	public void run(final Block block, final Interval around, final RandomAccessibleInterval<? extends RealType<?>> pixels, final Cutout cutout,
		final RowWriter result, final RowWriter uncertainty, final Progress progress)
	{
		Enhancement.enhance(pixels, cutout, model, settings, result, uncertainty, progress);
	}
}
