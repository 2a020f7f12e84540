package org.vaerestore.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The state of a training at one of its steps; losses are means over the steps since the point before.
 *
 * @param step steps done, from 1
 * @param seconds time spent in training until here, NaN if the point was read from a model file
 * @param loss the whole objective, in nats per pixel
 * @param reconstruction its reconstruction part, in nats per pixel
 * @param kl Kullback-Leibler divergence of each latent level, finest first, in nats per pixel; not copied, so not to be
 *          changed
 * @param validationPsnr PSNR on validation patches in dB of the data's range, NaN where it was not measured
 */
public record TrainingPoint(long step, double seconds, double loss, double reconstruction, double[] kl,
	double validationPsnr)
{

	/** Returns the divergences as text, finest level first: {@code 0.357, 0.016, 0.014, 0.023}. */
	public String divergences() {
		return Arrays.stream(kl).mapToObj(nats -> String.format(Locale.ROOT, "%.3f", nats)).collect(Collectors.joining(", "));
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof TrainingPoint that && step == that.step && Double.compare(seconds, that.seconds) == 0 &&
			Double.compare(loss, that.loss) == 0 && Double.compare(reconstruction, that.reconstruction) == 0 && Arrays.equals(
				kl, that.kl) && Double.compare(validationPsnr, that.validationPsnr) == 0;
	}

	@Override
	public int hashCode() {
		return Objects.hash(step, seconds, loss, reconstruction, Arrays.hashCode(kl), validationPsnr);
	}
}
