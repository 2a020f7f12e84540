package org.vaerestore.train;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.vaerestore.model.Normalisation;
import org.vaerestore.model.Provenance;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Engine;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.density.LatentDensity;
import org.vaerestore.vae.noise.NoiseModel;

/**
 * What a model tells of itself.
 *
 * @param title of the training data
 * @param signal what the images were held to be, and why
 * @param start what the weights were at the beginning
 * @param noiseFacts settings that tell of the noise of the data
 */
record ModelFacts(String title, String signal, Start start, Map<String, String> noiseFacts) {

	private static final String START = "start";

	/** Returns what the weights of a model were at the beginning of its training. */
	static Start startOf(final VaeModel model) {
		return text(Start.BUILT_IN).equals(model.settings().get(START)) ? Start.BUILT_IN : Start.SCRATCH;
	}

	VaeModel model(final TrainingSettings settings, final String dimensions, final String sha256,
		final Normalisation normalisation, final NoiseModel noise, final List<Tensor> weights, final List<TrainingPoint> history, final LatentDensity density,
		final byte[] sample)
	{
		final Provenance provenance = new Provenance(title, dimensions, sha256, Engine.productVersion(),
			Engine.nd4jVersion(), System.getProperty("java.vm.name") + " " + System.getProperty("java.version"), System
				.getProperty("os.name") + " " + System.getProperty("os.arch"), settings.seed(), Instant.now().truncatedTo(
					ChronoUnit.SECONDS).toString());
		final String id = ModelId.of(weights);
		final Map<String, String> described = describe(settings);
		described.putAll(noiseFacts);
		if (start == Start.BUILT_IN && BuiltIn.is(id)) described.putAll(BuiltIn.SPREADS);
		return new VaeModel(id, settings.architecture(), settings.patch(), normalisation, noise, described, history,
			provenance, weights, density, sample, null);
	}

	private Map<String, String> describe(final TrainingSettings settings) {
		final Map<String, String> described = new LinkedHashMap<>();
		described.put("signal", settings.signal().name().toLowerCase(Locale.ROOT));
		described.put("signal found", signal);
		described.put("noise", settings.noise().name().toLowerCase(Locale.ROOT));
		described.put(START, text(start));
		described.put("schedule", settings.schedule().name().toLowerCase(Locale.ROOT));
		described.put("patch", String.valueOf(settings.patch()));
		described.put("batch", String.valueOf(settings.batch()));
		described.put("limit", Double.isFinite(settings.minutes()) ? settings.minutes() + " minutes" : settings.steps() +
			" steps");
		described.put("beta", String.valueOf(settings.beta()));
		described.put("entropy weight", String.valueOf(settings.entropyWeight()));
		described.put("learning rate", String.valueOf(settings.learningRate()));
		described.put("seed", String.valueOf(settings.seed()));
		described.put("threads", String.valueOf(settings.threads()));
		return described;
	}

	private static String text(final Start start) {
		return start.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
