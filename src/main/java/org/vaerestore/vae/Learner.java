package org.vaerestore.vae;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.vaerestore.nn.Adam;
import org.vaerestore.nn.GradientClipping;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.WeightAverage;
import org.vaerestore.vae.noise.Likelihood;

/** Changes the weights of a {@link LadderVae} step by step, and keeps their moving average. */
public final class Learner {

	private static final double AVERAGE_DECAY = 0.998;
	private static final double LARGEST_GRADIENT = 20;
	private static final String CURRENT = "current/", USUAL = "usual gradient";

	private final LadderVae vae;
	private final int threads;
	private final Adam optimizer;
	private final WeightAverage average;
	private final GradientClipping clipping = new GradientClipping(LARGEST_GRADIENT);
	private long steps;

	/** Creates a learner that starts from the network's weights. */
	public Learner(final LadderVae vae, final int threads) {
		this.vae = vae;
		this.threads = threads;
		optimizer = new Adam(vae.store().size());
		average = new WeightAverage(AVERAGE_DECAY, vae.store().values(), vae.store().size());
	}

	/**
	 * Takes one step; a batch whose gradient is not finite, or far larger than usual, changes nothing.
	 *
	 * @param batch what to learn from
	 * @param objective weights of the loss's parts
	 * @param likelihood of the target given the signal
	 * @param part which parameters to change
	 * @param rate learning rate
	 * @param random noise of the posterior's samples
	 */
	public Losses step(final TrainingBatch batch, final Objective objective, final Likelihood likelihood,
		final TrainedPart part, final double rate, final SplittableRandom random)
	{
		final Losses losses = vae.accumulate(batch, objective, likelihood, random);
		final ParameterStore store = vae.store();
		final int from = part == TrainedPart.DECODER ? vae.begin("decoder.") : part == TrainedPart.COMPANIONS ? vae.begin(CompanionPath.NAME) : 0;
		final int to = part == TrainedPart.ENCODER ? vae.begin("decoder.") : store.size();
		final double scale = clipping.scale(store.gradients(), from, to);
		steps++;
		if (!Double.isNaN(scale)) vae.sideBySide(threads, k -> optimizer.step(store.values(), store.gradients(), scale, range(
			k, from, to), range(k + 1, from, to), rate));
		vae.sideBySide(threads, k -> average.update(store.values(), steps, range(k, 0, store.size()), range(k + 1, 0, store
			.size())));
		return losses;
	}

	private int range(final int part, final int from, final int to) {
		return from + LadderVae.from(part, threads, to - from);
	}

	/** Returns a copy of the averaged weights. */
	public List<Tensor> averagedWeights() {
		return vae.tensors(average.values());
	}

	/** Gives the averaged weights to another network of the same architecture. */
	public void copyAveragedWeights(final LadderVae to) {
		to.store().values().put(0, average.values());
	}

	/** Returns all that {@link #restore} needs to go on from here as if nothing had happened. */
	public List<Tensor> state() {
		final List<Tensor> state = new ArrayList<>();
		for (final Tensor tensor : vae.weights())
			state.add(new Tensor(CURRENT + tensor.name(), tensor.shape(), tensor.values()));
		arrays().forEach((name, values) -> state.add(new Tensor(name, new int[] { values.length }, values.clone())));
		return state;
	}

	/**
	 * Goes back to a state.
	 *
	 * @param state from {@link #state}
	 * @param stepsDone steps that were done then
	 * @throws IllegalArgumentException if the state is of another network
	 */
	public void restore(final List<Tensor> state, final long stepsDone) {
		final List<Tensor> weights = state.stream().filter(t -> t.name().startsWith(CURRENT)).map(t -> new Tensor(t.name()
			.substring(CURRENT.length()), t.shape(), t.values())).toList();
		vae.setWeights(weights);
		arrays().forEach((name, values) -> {
			final Tensor saved = state.stream().filter(t -> t.name().equals(name) && t.values().length == values.length)
				.findAny().orElse(null);
			if (saved != null) System.arraycopy(saved.values(), 0, values, 0, values.length);
			// Checkpoints of earlier versions don't tell it; it is found again within a step.
			else if (!name.equals(USUAL)) throw new IllegalArgumentException("The state has no " + name + ".");
		});
		steps = stepsDone;
	}

	private Map<String, float[]> arrays() {
		final Map<String, float[]> arrays = new TreeMap<>(optimizer.state());
		arrays.put("average", average.values());
		arrays.put(USUAL, clipping.state());
		return arrays;
	}
}
