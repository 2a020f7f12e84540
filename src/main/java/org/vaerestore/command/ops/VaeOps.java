package org.vaerestore.command.ops;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.restore.Restoration;
import org.vaerestore.restore.RestoreSettings;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

/**
 * What SciJava Ops finds of the suite.
 *
 * <pre>
 * ops.op("vae.restore").input(image, mask, model).output(restored).compute();
 * </pre>
 */
public final class VaeOps {

	private VaeOps() {}

	/**
	 * Restores the masked pixels of an image; all others are copied bit for bit.
	 *
	 * @param image two or more dimensions; the first two are the plane; NaN pixels count as masked
	 * @param mask true where to restore; as large as the image, or as one plane of it, then valid for every plane
	 * @param model best one trained on images like this
	 * @param settings how to restore; the defaults suit most images (nullable)
	 * @param output as large as the image; integer types get rounded and clamped values (container)
	 * @param <T> type of the pixels
	 * @param <B> type of the mask
	 * @throws org.vaerestore.job.InputException if mask or output don't fit, nothing is masked, or everything is
	 * @implNote op names='vae.restore'
	 */
	public static <T extends RealType<T>, B extends BooleanType<B>> void restore(final RandomAccessibleInterval<T> image,
		final RandomAccessibleInterval<B> mask, final VaeModel model, final RestoreSettings settings,
		final RandomAccessibleInterval<T> output)
	{
		Restoration.restore(image, mask, model, settings == null ? RestoreSettings.defaults() : settings, output, null,
			Progress.silent());
	}

	/**
	 * Estimates the signal behind the noise of an image.
	 *
	 * @param image two or more dimensions; the first two are the plane
	 * @param model trained on noisy images like this
	 * @param settings how to enhance; the defaults suit most images (nullable)
	 * @param output as large as the image; integer types get rounded and clamped values (container)
	 * @param <T> type of the pixels
	 * @param <R> type of the result's pixels
	 * @implNote op names='vae.enhance'
	 */
	public static <T extends RealType<T>, R extends RealType<R>> void enhance(final RandomAccessibleInterval<T> image,
		final VaeModel model, final EnhanceSettings settings, final RandomAccessibleInterval<R> output)
	{
		Enhancement.enhance(image, model, settings == null ? EnhanceSettings.defaults() : settings, output, null, Progress
			.silent());
	}
}
