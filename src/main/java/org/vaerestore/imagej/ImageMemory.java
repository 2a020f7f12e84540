package org.vaerestore.imagej;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.restore.Restoration;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;
import net.imglib2.FinalInterval;

/** The memory that jobs on ImageJ images take beside the image, their results included. */
public final class ImageMemory {

	private ImageMemory() {}

	/**
	 * Returns what enhancing takes, cut down to what is free now as far as it can be.
	 *
	 * @param model the network of the model that will be used
	 * @param blind see {@link Enhancement#isBlind}
	 * @param after what is done then with the results at hand, such as {@link ResultReport#memory}
	 */
	public static MemoryNeed enhancing(final ImagePlus image, final Architecture model, final boolean blind,
		final EnhanceSettings settings, final boolean float32, final boolean withUncertainty, final MemoryNeed after)
	{
		final int copies = settings.alternatives();
		return Enhancement.memory(FinalInterval.createMinSize(0, 0, image.getWidth(), image.getHeight()), model, blind,
			settings).or(after).and(results(image, copies, float32, withUncertainty)).and(results(image, copies > 1 && float32 ? 1 : 0, true,
				false));
	}

	/**
	 * Returns what restoring takes, cut down to what is free now as far as it can be.
	 *
	 * @param model the network of the model that will be used
	 * @param after see {@link #enhancing}
	 * @throws org.vaerestore.job.InputException if nothing is masked, or everything is
	 */
	public static MemoryNeed restoring(final ImagePlus image, final Mask mask, final Architecture model,
		final RestoreSettings settings, final boolean float32, final boolean withUncertainty, final MemoryNeed after)
	{
		final int copies = settings.alternatives();
		return Restoration.memory(Pixels.realValued(image), mask.interval(), model, ImageJobs.along(settings, mask.axes())).or(after).and(
			results(image, copies, float32, withUncertainty)).and(results(image, copies > 1 && float32 ? 1 : 0, true, false));
	}

	private static MemoryNeed results(final ImagePlus image, final int copies, final boolean float32,
		final boolean withUncertainty)
	{
		final ImageAxes axes = ImageAxes.of(image);
		final long pixels = (long) axes.width() * axes.height() * axes.planes();
		final int floats = Float.BYTES * (axes.rgb() ? 3 : 1);
		return MemoryNeed.onHeap(pixels * (copies * (float32 ? floats : image.getBytesPerPixel()) + (withUncertainty ? floats
			: 0)));
	}
}
