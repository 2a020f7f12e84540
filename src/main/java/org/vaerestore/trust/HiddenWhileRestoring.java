package org.vaerestore.trust;

import java.util.Random;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.restore.Restoration;
import org.vaerestore.tiles.Region;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.FloatType;

/** Hides pieces like those that the mask marks at places that are known, restores them, and compares. */
final class HiddenWhileRestoring {

	private static final int SIDE = 256, FEWEST_PLACES = 2, MOST_PLACES = 3;
	/** Slices on either side that may help to restore one. */
	private static final int REACH = 2;

	private HiddenWhileRestoring() {}

	static HeldOut of(final Looks looks, final VaeModel model,
		final RestoreSettings settings, final Progress progress)
	{
		final Random random = new Random(settings.seed());
		final HeldOut held = new HeldOut();
		final int places = Math.max(FEWEST_PLACES, Math.min(MOST_PLACES, looks.count()));
		for (int place = 0; place < places; place++)
			hide(looks, looks.read(place % looks.count()), model, settings, random, held, progress.part((double) place /
				places, (place + 1.0) / places));
		return held;
	}

	private static void hide(final Looks looks, final Look look, final VaeModel model,
		final RestoreSettings settings, final Random random, final HeldOut held, final Progress progress)
	{
		final Region region = aroundMask(look, looks, random);
		final int width = region.width();
		final boolean[] masked = looks.masks().read(look.plane(), region);
		final float[] recorded = looks.input().read(look.plane(), region);
		final boolean[] known = new boolean[masked.length];
		for (int i = 0; i < known.length; i++)
			known[i] = !masked[i] && Float.isFinite(recorded[i]);
		final boolean[] hidden = HiddenPlaces.likeMask(masked, known, width, random);
		final Crop crop = Crop.of(looks.input(), look.plane(), region, settings.sliceAxis(), REACH);
		final long[] size = crop.pixels().dimensionsAsLongArray();
		final Img<NativeBoolType> all = ArrayImgs.booleans(size);
		final Img<FloatType> restored = ArrayImgs.floats(size), uncertainty = ArrayImgs.floats(size);
		final var pixel = all.randomAccess();
		for (int i = 0; i < hidden.length; i++) {
			if (!hidden[i] && !masked[i]) continue;
			pixel.setPosition(i % width, 0);
			pixel.setPosition(i / width, 1);
			if (crop.sliceAxis() >= 0) pixel.setPosition(crop.place(), Crop.SLICES);
			pixel.get().set(true);
		}
		// What is hidden must not be known to slices beside it either.
		crop.hide(hidden);
		Restoration.restore(crop.pixels(), all, model, new RestoreSettings(settings.mode(), Estimate.MEAN,
			settings.samples(), settings.seed(), settings.threads(), crop.sliceAxis()), restored, uncertainty, progress);
		final float[] values = Crop.plane(restored, crop.place()), deviations = Crop.plane(uncertainty, crop.place());
		for (int i = 0; i < hidden.length; i++)
			if (hidden[i]) held.add(values[i], (float) Math.sqrt((double) deviations[i] * deviations[i] + model.noise().variance(
				values[i])), recorded[i]);
	}

	/** Returns a part of the plane with a masked pixel in its middle, as far as the plane goes. */
	private static Region aroundMask(final Look look, final Looks looks, final Random random) {
		final Region all = look.region();
		final boolean[] masked = looks.masks().read(look.plane(), all);
		int chosen = masked.length / 2, seen = 0;
		for (int i = 0; i < masked.length; i++)
			if (masked[i] && random.nextInt(++seen) == 0) chosen = i;
		final int width = Math.min(SIDE, all.width()), height = Math.min(SIDE, all.height());
		final int x = all.x() + Math.max(0, Math.min(all.width() - width, chosen % all.width() - width / 2));
		final int y = all.y() + Math.max(0, Math.min(all.height() - height, chosen / all.width() - height / 2));
		return new Region(x, y, width, height);
	}
}
