package org.vaerestore.train;

import java.util.Objects;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

/**
 * An image to train on, with the pixels of it that must not be learned from.
 *
 * @param image two or more dimensions; the first two are the plane, all others count planes
 * @param mask true where the image is damaged, of the image's size or of its first two dimensions (then valid for every
 *          plane), or null if nothing is damaged; NaN pixels count as damaged in any case
 * @param title what the user calls the image
 */
public record TrainingImage(RandomAccessibleInterval<? extends RealType<?>> image,
	RandomAccessibleInterval<? extends BooleanType<?>> mask, String title)
{

	/** Checks that there is an image. */
	public TrainingImage {
		Objects.requireNonNull(image, "image");
		Objects.requireNonNull(title, "title");
	}
}
