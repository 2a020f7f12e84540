package org.vaerestore.trust;

import java.util.Objects;

import org.vaerestore.model.VaeModel;
import org.vaerestore.setaside.SignalSearch;
import org.vaerestore.tiles.PlaneReader;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

/**
 * What a job made of what.
 *
 * @param title what the user calls the image
 * @param input two or more dimensions; the first two are the plane; unchanged by the job
 * @param result of the input's size and in its units
 * @param uncertainty standard deviation of the signal, of the input's size and in its units; null if none was made
 * @param mask what was restored, of the input's size or of its first two dimensions; null if nothing was
 * @param model that did it
 * @param job that was done
 * @param search of the input for pixels that can't be signal
 */
public record Subject(String title, RandomAccessibleInterval<? extends RealType<?>> input,
	RandomAccessibleInterval<? extends RealType<?>> result, RandomAccessibleInterval<? extends RealType<?>> uncertainty,
	RandomAccessibleInterval<? extends BooleanType<?>> mask, VaeModel model, Job job, SignalSearch search)
{

	/** Checks that nothing is missing. */
	public Subject {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(input, "input");
		Objects.requireNonNull(result, "result");
		Objects.requireNonNull(model, "model");
		Objects.requireNonNull(job, "job");
		Objects.requireNonNull(search, "search");
	}

	/** Takes an input that nobody has searched yet for pixels that can't be signal. */
	public Subject(final String title, final RandomAccessibleInterval<? extends RealType<?>> input,
		final RandomAccessibleInterval<? extends RealType<?>> result,
		final RandomAccessibleInterval<? extends RealType<?>> uncertainty,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final VaeModel model, final Job job)
	{
		this(title, input, result, uncertainty, mask, model, job, new SignalSearch(PlaneReader.of(input)));
	}
}
