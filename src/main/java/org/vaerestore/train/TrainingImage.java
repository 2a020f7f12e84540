package org.vaerestore.train;

import java.util.Objects;

import org.vaerestore.setaside.SignalSearch;
import org.vaerestore.tiles.PlaneReader;

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
 * @param search for the pixels of the image that can't be signal, which are not learned from either
 */
public record TrainingImage(RandomAccessibleInterval<? extends RealType<?>> image,
	RandomAccessibleInterval<? extends BooleanType<?>> mask, String title, SignalSearch search)
{

	/** Checks that there is an image. */
	public TrainingImage {
		Objects.requireNonNull(image, "image");
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(search, "search");
	}

	/** Takes an image that nobody has searched yet for pixels that can't be signal. */
	public TrainingImage(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final String title)
	{
		this(image, mask, title, new SignalSearch(PlaneReader.of(image)));
	}
}
