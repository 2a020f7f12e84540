package org.vaerestore.vae;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Weights of a network whose prior is sampled that computes what a network does which follows its prior's mean: for a
 * training to go on from.
 */
public final class SampledStart {

	private static final String OUTPUT = "decoder.output.", PIXELS = "decoder.pixels.";

	private SampledStart() {}

	/**
	 * Returns the weights.
	 *
	 * @param from weights of a network that follows its prior's mean
	 * @param fresh random weights of a network of the same shape whose prior is sampled
	 */
	public static List<Tensor> of(final List<Tensor> from, final List<Tensor> fresh) {
		final Map<String, Tensor> known = from.stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
		final Map<String, Tensor> result = new TreeMap<>();
		for (final Tensor tensor : fresh) {
			// The posterior's encoder begins as the context's.
			final Tensor same = known.get(tensor.name().startsWith("posterior.") ? tensor.name().replaceFirst("posterior", "encoder")
				: tensor.name());
			if (tensor.name().startsWith(OUTPUT) && !tensor.name().contains("block")) result.put(tensor.name(), output(same, tensor));
			else if (tensor.name().equals(PIXELS + "weight")) result.put(tensor.name(), pixels(tensor));
			else result.put(tensor.name(), same == null ? tensor : new Tensor(tensor.name(), tensor.shape(), same.values()));
		}
		return new ArrayList<>(result.values());
	}

	/**
	 * Returns weights or biases of the output with residual and log-variance in two channels each, one of either sign, as a
	 * rectifier follows.
	 */
	private static Tensor output(final Tensor from, final Tensor fresh) {
		final int[] shape = fresh.shape();
		final int outputs = shape[shape.length - 1], channels = PriorUse.SAMPLED.fullResolutionChannels(), pixels = outputs / channels;
		final float[] values = fresh.values().clone();
		for (int i = 0; i < from.values().length; i++) {
			final int position = i / (FullResolution.OUTPUTS * pixels), output = i % (FullResolution.OUTPUTS * pixels);
			final int begin = position * outputs + output / FullResolution.OUTPUTS * channels + 2 * (output % FullResolution.OUTPUTS);
			values[begin] = from.values()[i];
			values[begin + 1] = -from.values()[i];
		}
		return new Tensor(fresh.name(), shape, values);
	}

	/** Returns weights that take the two channels of a quantity together again. */
	private static Tensor pixels(final Tensor fresh) {
		final float[] values = fresh.values().clone();
		final int channels = PriorUse.SAMPLED.fullResolutionChannels(), centre = values.length / 2 / (channels *
			FullResolution.OUTPUTS) * channels * FullResolution.OUTPUTS;
		for (int output = 0; output < FullResolution.OUTPUTS; output++)
			for (int sign = 0; sign < 2; sign++)
				values[centre + (2 * output + sign) * FullResolution.OUTPUTS + output] = sign == 0 ? 1 : -1;
		return new Tensor(fresh.name(), fresh.shape(), values);
	}
}
