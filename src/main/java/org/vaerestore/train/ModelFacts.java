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
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.density.LatentDensity;
import org.vaerestore.vae.noise.NoiseModel;

/**
 * What a model tells of itself.
 *
 * @param title of the training data
 * @param facts of the training, by name
 */
record ModelFacts(String title, Map<String, String> facts) {

	private static final String START = "start", PARENT = "parent", STAGE = "stage ", THREADS = "threads";

	/**
	 * Returns those of a training on images.
	 *
	 * @param fit what was found of the images
	 * @param start what the weights were at the beginning
	 * @param parent id of the model that had them, or null for random ones
	 */
	static ModelFacts of(final String title, final ImageFit fit, final Start start, final String parent,
		final Plan plan)
	{
		final TrainingSettings settings = plan.settings();
		final Map<String, String> facts = common(plan);
		facts.put("signal", text(settings.signal()));
		facts.put("signal found", fit.reason());
		facts.put("noise", text(settings.noise()));
		facts.put(START, text(start));
		if (parent != null) facts.put(PARENT, parent);
		facts.put("schedule", text(settings.schedule()));
		facts.put("entropy weight", String.valueOf(settings.entropyWeight()));
		facts.putAll(fit.settings());
		return new ModelFacts(title, facts);
	}

	/** Returns those of a stage of a recipe, which begin with those of the stages before it. */
	static ModelFacts of(final RecipeStage stage, final VaeModel parent, final Plan plan) {
		final Map<String, String> facts = common(plan);
		facts.put("signal found", "known, as the pictures are made by rules");
		facts.put(START, parent == null ? text(Start.SCRATCH) : "model");
		int number = 1;
		if (parent != null) {
			facts.put(PARENT, parent.id());
			for (; parent.settings().containsKey(STAGE + number); number++)
				facts.put(STAGE + number, parent.settings().get(STAGE + number));
		}
		facts.put(STAGE + number, stage.describe(parent == null ? null : parent.id()));
		return new ModelFacts("procedural pictures", facts);
	}

	/** Returns what the weights of a model were at the beginning of its training. */
	static Start startOf(final VaeModel model) {
		return text(Start.BUILT_IN).equals(model.settings().get(START)) ? Start.BUILT_IN : Start.SCRATCH;
	}

	/** Returns the id of the model from whose weights another one's training began, or null. */
	static String parentOf(final VaeModel model) {
		return model.settings().get(PARENT);
	}

	/** Returns whether a model tells the same of its training, on however many threads. */
	boolean areThoseOf(final VaeModel model) {
		final Map<String, String> others = new LinkedHashMap<>(model.settings());
		others.put(THREADS, facts.get(THREADS));
		return others.equals(facts);
	}

	VaeModel model(final TrainingSettings settings, final String dimensions, final String sha256,
		final Normalisation normalisation, final NoiseModel noise, final List<Tensor> weights,
		final List<TrainingPoint> history, final LatentDensity density, final byte[] sample)
	{
		final Provenance provenance = new Provenance(title, dimensions, sha256, Engine.productVersion(),
			Engine.nd4jVersion(), System.getProperty("java.vm.name") + " " + System.getProperty("java.version"), System
				.getProperty("os.name") + " " + System.getProperty("os.arch"), settings.seed(), Instant.now().truncatedTo(
					ChronoUnit.SECONDS).toString());
		final String id = ModelId.of(weights);
		final Map<String, String> described = new LinkedHashMap<>(facts);
		if (settings.architecture().prior() == PriorUse.MEAN && text(Start.BUILT_IN).equals(facts.get(START)) && BuiltIn.is(id)) described.putAll(BuiltIn.SPREADS);
		return new VaeModel(id, settings.architecture(), settings.patch(), normalisation, noise, described, history,
			provenance, weights, density, sample, null);
	}

	private static Map<String, String> common(final Plan plan) {
		final TrainingSettings settings = plan.settings();
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("patch", String.valueOf(settings.patch()));
		facts.put("batch", String.valueOf(settings.batch()));
		facts.put("limit", Double.isFinite(settings.minutes()) ? settings.minutes() + " minutes" : settings.steps() +
			" steps");
		facts.put("beta", String.valueOf(settings.beta()));
		facts.put("learning rate", String.valueOf(plan.highestRate()));
		facts.put("seed", String.valueOf(settings.seed()));
		facts.put(THREADS, String.valueOf(settings.threads()));
		return facts;
	}

	private static String text(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
