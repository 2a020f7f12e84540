package org.vaerestore.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.vaerestore.job.InputException;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.PriorUse;

/**
 * How weights are made from nothing but procedural pictures: trainings, one after the other, each with all that it takes.
 *
 * <pre>
 * RecipeRun.run(Recipe.builtIn(), folder, threads, listener, progress);
 * </pre>
 *
 * @param about what it makes, line by line, for people
 * @param stages in order; each one starts from random weights or from those of an earlier one
 */
public record Recipe(List<String> about, List<RecipeStage> stages) {

	private static final String RESOURCE = "recipe.json";
	private static final int LARGEST = 1 << 20;
	private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
			DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

	/**
	 * Checks the stages.
	 *
	 * @throws InputException if there is none, two have one name, or one starts from a stage, or is averaged with one, that isn't
	 *           before it or has another network
	 */
	public Recipe {
		about = List.copyOf(about);
		stages = List.copyOf(stages);
		if (stages.isEmpty()) throw new InputException("The recipe has no stages.");
		final Map<String, Architecture> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (final RecipeStage stage : stages) {
			if (stage.startsFromBuiltIn()) requireBuiltIn(stage);
			else if (stage.from() != null && !names.containsKey(stage.from())) throw new InputException("The stage " + stage.name() +
				" starts from " + stage.from() + ", which is no stage before it.");
			if (stage.from() != null && !stage.startsFromBuiltIn() && !continues(names.get(stage.from()), stage.architecture())) throw new InputException(
				"The stage " + stage.name() + " starts from " + stage.from() + ", whose network is another one.");
			if (stage.meanWith() != null && !stage.architecture().equals(names.get(stage.meanWith()))) throw new InputException(
				"The stage " + stage.name() + " is averaged with " + stage.meanWith() + ", which is no stage before it with the same network.");
			if (names.put(stage.name(), stage.architecture()) != null) throw new InputException("The recipe has two stages " + stage
				.name() + ".");
			settings(stage, 1);
		}
	}

	private static void requireBuiltIn(final RecipeStage stage) {
		if (BuiltIn.model(stage.builtInStart()).isEmpty()) throw new InputException("The stage " + stage.name() +
			" starts from built-in weights, and none ship for its network.");
	}

	/** Returns whether a network can go on from another's weights: one of the same shape, or one that is to be sampled or sees companions. */
	private static boolean continues(final Architecture earlier, final Architecture later) {
		if (!earlier.seesCompanions() && later.seesCompanions()) return continues(earlier, later.withCompanions(0));
		return earlier.equals(later) || earlier.with(later.prior()).equals(later) && later.prior() == PriorUse.SAMPLED;
	}

	/** Returns the recipe that comes with the program, for weights such as ship with it. */
	public static Recipe builtIn() {
		try (InputStream in = Recipe.class.getResourceAsStream(RESOURCE)) {
			if (in == null) throw new IllegalStateException("The program has lost its file " + RESOURCE + ".");
			return MAPPER.readValue(in, Recipe.class);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Reads a recipe.
	 *
	 * @param path of a JSON file with the fields of this record
	 * @throws InputException if it can't be read or isn't one
	 */
	public static Recipe read(final Path path) {
		try {
			if (Files.size(path) > LARGEST) throw new InputException("The file " + path + " is too large for a recipe.");
			return MAPPER.readValue(Files.readAllBytes(path), Recipe.class);
		}
		catch (final JsonProcessingException e) {
			throw new InputException("The file " + path + " is no recipe: " + reason(e) +
				". Compare it with the one that comes with the program.", e);
		}
		catch (final IOException e) {
			throw new InputException("The recipe " + path + " can't be read. Check the name and the permissions.", e);
		}
	}

	/** Returns this recipe with at most so many steps per stage, for a trial. */
	public Recipe shortened(final long steps) {
		if (steps < 1) throw new InputException("The number of steps is " + steps + "; it must be at least 1.");
		return new Recipe(about, stages.stream().map(stage -> stage.shortened(steps)).toList());
	}

	/**
	 * Returns a stage.
	 *
	 * @throws InputException if there is none of the name
	 */
	public RecipeStage stage(final String name) {
		return stages.stream().filter(stage -> stage.name().equalsIgnoreCase(name)).findAny().orElseThrow(
			() -> new InputException("The recipe has no stage " + name + "; it has " + stages.stream().map(RecipeStage::name)
				.collect(Collectors.joining(", ")) + "."));
	}

	/** Returns how a stage is trained. */
	static TrainingSettings settings(final RecipeStage stage, final int threads) {
		return new TrainingSettings(Signal.NOISY, NoiseKind.NONE, Schedule.JOINT, stage.architecture(), stage.patch(), stage.batch(),
			Double.POSITIVE_INFINITY, stage.steps(), 0, 1, stage.learningRate(), stage.seed(), threads, Start.SCRATCH, null);
	}

	private static String reason(final JsonProcessingException e) {
		if (e.getCause() instanceof InputException input) return input.getMessage().replaceFirst("\\.$", "");
		final String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
		final String field = e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty() ? ", at " + mapping
			.getPathReference().replaceAll("[\\w.$]+\\[\"?(\\w+)\"?\\](->)?", "$1/").replaceFirst("/$", "") : "";
		return "it is not as it should be" + where + field;
	}
}
