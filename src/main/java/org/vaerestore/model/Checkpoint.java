package org.vaerestore.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.vaerestore.vae.Tensor;

/**
 * What a training needs besides the best weights to go on as if it had never stopped.
 *
 * @param state the optimizer's arrays and the weights of the last step, by name
 * @param counters the training's scalars, by name; sorted
 */
public record Checkpoint(List<Tensor> state, Map<String, Double> counters) {

	/** Copies the list and the map. */
	public Checkpoint {
		state = List.copyOf(state);
		counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
	}
}
