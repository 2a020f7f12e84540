package org.vaerestore.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.density.LatentDensity;
import org.vaerestore.vae.noise.NoiseLevel;
import org.vaerestore.vae.noise.NoiseModel;

/**
 * A trained model with all that is known about it: what a {@code *.vae.zip} file holds.
 *
 * @param id short and unique, for logs and image properties
 * @param architecture shape of the network
 * @param inputSize side in pixels of the patches it was trained on
 * @param normalisation from image units to network units and back
 * @param noise of the training data; {@link org.vaerestore.vae.noise.NoNoise} for clean data
 * @param settings of the training, by name, for people; sorted
 * @param history of the training, first point first
 * @param provenance where the model comes from
 * @param weights of the network
 * @param density of the top level's latents, or null if there is none
 * @param sample picture of what the model does, before and after, as a PNG file; or null
 * @param checkpoint what is needed to go on training, or null
 */
public record VaeModel(String id, Architecture architecture, int inputSize, Normalisation normalisation,
	NoiseModel noise, Map<String, String> settings, List<TrainingPoint> history, Provenance provenance,
	List<Tensor> weights, LatentDensity density, byte[] sample, Checkpoint checkpoint)
{

	/** Most pixels of a side of what a network is trained on. */
	private static final int LARGEST_INPUT = 512;
	/** Setting whose value is {@link #spread}. */
	public static final String SPREAD = "uncertainty spread";

	private static final String NOISE = "noise deviation", NOISE_LOW = "noise deviation, least", NOISE_HIGH =
		"noise deviation, most", NOISE_SOURCE = "noise deviation, source";

	/**
	 * Checks that nothing is missing, and copies lists and maps.
	 *
	 * @throws IllegalArgumentException if the input size is none that the network can have been trained with, or the density is
	 *           of other latents
	 */
	public VaeModel {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(architecture, "architecture");
		Objects.requireNonNull(normalisation, "normalisation");
		Objects.requireNonNull(noise, "noise");
		Objects.requireNonNull(provenance, "provenance");
		final int granularity = architecture.granularity();
		if (inputSize < granularity || inputSize > LARGEST_INPUT || inputSize % granularity != 0)
			throw new IllegalArgumentException("the input size is " + inputSize + " pixels, and must be a multiple of " +
				granularity + " up to " + LARGEST_INPUT);
		if (density != null && density.dimensions() != architecture.latentChannels()) throw new IllegalArgumentException(
			"the latent density has " + density.dimensions() + " dimensions, and the network " + architecture.latentChannels() +
				" latent channels");
		settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
		history = List.copyOf(history);
		weights = List.copyOf(weights);
		sample = sample == null ? null : sample.clone();
	}

	/** Returns a copy of the picture, or null if there is none. */
	@Override
	public byte[] sample() {
		return sample == null ? null : sample.clone();
	}

	/** Returns what the standard deviations of enhanced pixels are to be multiplied by; 1 unless a setting says so. */
	public double spread() {
		return factor(SPREAD);
	}

	/** Returns the settings by which a model tells {@link #noiseLevel}. */
	public static Map<String, String> noiseSettings(final NoiseLevel level) {
		return Map.of(NOISE, String.valueOf(level.deviation()), NOISE_LOW, String.valueOf(level.low()), NOISE_HIGH, String
			.valueOf(level.high()), NOISE_SOURCE, level.source().name());
	}

	/** Returns how strong the noise of the training data is, and how sure that is, in their units, if the model tells. */
	public Optional<NoiseLevel> noiseLevel() {
		if (!settings.keySet().containsAll(List.of(NOISE, NOISE_LOW, NOISE_HIGH, NOISE_SOURCE))) return Optional.empty();
		try {
			return Optional.of(new NoiseLevel(Double.parseDouble(settings.get(NOISE)), Double.parseDouble(settings.get(
				NOISE_LOW)), Double.parseDouble(settings.get(NOISE_HIGH)), NoiseLevel.Source.valueOf(settings.get(
					NOISE_SOURCE))));
		}
		catch (final IllegalArgumentException e) {
			// Settings are for people, and may have been edited.
			return Optional.empty();
		}
	}

	private double factor(final String setting) {
		try {
			final double spread = Double.parseDouble(settings.getOrDefault(setting, "1"));
			return spread > 0 && Double.isFinite(spread) ? spread : 1;
		}
		catch (final NumberFormatException e) {
			return 1;
		}
	}

	/** Returns the number of trained numbers. */
	public long parameters() {
		return weights.stream().mapToLong(tensor -> tensor.values().length).sum();
	}

	/** Returns this model with what is needed to go on training. */
	public VaeModel withCheckpoint(final Checkpoint newCheckpoint) {
		return new VaeModel(id, architecture, inputSize, normalisation, noise, settings, history, provenance, weights,
			density, sample, newCheckpoint);
	}

	/** Returns this model with other weights and the id that they have, and without a checkpoint, which would not be theirs. */
	public VaeModel withWeights(final String newId, final List<Tensor> newWeights) {
		return new VaeModel(newId, architecture, inputSize, normalisation, noise, settings, history, provenance, newWeights,
			density, sample, null);
	}

	/** Returns this model without what is needed to go on training: a third of the size, and all that results need. */
	public VaeModel withoutCheckpoint() {
		return withCheckpoint(null);
	}
}
