package org.vaerestore.blocks;

import java.util.Arrays;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.restore.Restoration;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.restore.RestoredPatches;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;

/**
 * Restores what is masked of blocks.
 *
 * @param mask other than 0 where damaged
 * @param inverted whether it is the other way round
 */
record RestoreWork(VaeModel model, RestoreSettings settings, StoredPixels mask, boolean inverted) implements BlockWork {

	/** A hole is restored from what is within 128 pixels, and of one that goes on into the next block as much is seen. */
	private static final int MARGIN = 320;
	private static final int ROWS = 64;

	static Reach reach(final RestoreSettings settings) {
		return new Reach(MARGIN, settings.sliceAxis() < 0 ? 0 : Restoration.SLICES);
	}

	@Override
	public void run(final Block block, final Interval around, final RandomAccessibleInterval<? extends RealType<?>> pixels, final Cutout cutout,
		final RowWriter result, final RowWriter uncertainty, final Progress progress)
	{
		final RandomAccessibleInterval<? extends RealType<?>> marks = mask.around(block, around);
		final RandomAccessibleInterval<BitType> damaged = Converters.convert2(marks, (from, to) -> to.set(from
			.getRealDouble() != 0 != inverted), BitType::new);
		final RestoredPatches patches = new RestoredPatches(uncertainty != null);
		Restoration.restore(pixels, damaged, cutout, model, settings, patches, progress);
		final PlaneReader reader = PlaneReader.of(pixels);
		final int top = cutout.core().y(), bottom = top + cutout.core().height(), width = reader.planes().width();
		for (long plane = cutout.first(); plane < cutout.first() + cutout.count(); plane++)
			for (int y = top; y < bottom; y += ROWS) {
				progress.checkCancelled();
				final Region rows = new Region(0, y, width, Math.min(ROWS, bottom - y));
				final float[] values = reader.read(plane, rows);
				patches.putInto(values, plane, rows, false);
				result.write(plane, rows, values);
				if (uncertainty == null) continue;
				Arrays.fill(values, 0);
				patches.putInto(values, plane, rows, true);
				uncertainty.write(plane, rows, values);
			}
	}
}
