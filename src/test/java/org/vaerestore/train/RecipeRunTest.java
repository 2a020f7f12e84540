package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.job.Impatient;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Imagination;
import org.vaerestore.vae.Tensor;

class RecipeRunTest {

	@TempDir
	Path folder;

	/** The recipe that comes with the program, as small as can be. */
	private static final Recipe TINY = tiny(Recipe.builtIn(), 3);

	@Test
	void saysOfEachStageWhatWasDone() {
		assertTrue(run(TINY, folder, Progress.silent()));
		for (final RecipeStage stage : TINY.stages()) {
			final VaeModel model = read(folder, stage), parent = stage.from() == null ? null : read(folder, TINY.stage(stage
				.from()));
			int number = 1;
			while (parent != null && parent.settings().containsKey("stage " + number))
				number++;
			assertEquals(3, model.history().get(model.history().size() - 1).step());
			assertEquals(parent == null ? "scratch" : "model", model.settings().get("start"));
			assertEquals(parent == null ? null : parent.id(), model.settings().get("parent"));
			assertEquals(stage.describe(parent == null ? null : parent.id()), model.settings().get("stage " + number));
			if (parent != null && parent.architecture().equals(model.architecture())) for (int i = 0; i < model.weights().size(); i++)
				assertArrayEquals(parent.weights().get(i).values(), model.weights().get(i).values(), 0.01f, "a few small steps away");
			if (parent != null) for (int before = 1; before < number; before++)
				assertEquals(parent.settings().get("stage " + before), model.settings().get("stage " + before));
			assertEquals(String.valueOf(stage.learningRate()), model.settings().get("learning rate"));
			assertEquals(String.valueOf(stage.seed()), model.settings().get("seed"));
			assertEquals(stage.seed(), model.provenance().seed());
			assertNull(model.settings().get("signal"), "what doesn't count is not told");
		}
	}

	@Test
	void makesTheSameWeightsAgainHoweverOftenItIsInterrupted() {
		final List<RecipeStage> stages = tiny(Recipe.builtIn(), 12).stages();
		final RecipeStage basis = stages.get(0), last = stages.get(stages.size() - 1);
		final Recipe recipe = new Recipe(List.of(), List.of(basis, new RecipeStage(last.name(), basis.name(), last.architecture(), last
			.lesson(), last.loss(), last.patch(), last.batch(), last.seed(), last.learningRate(), 12, 20)));
		final Path straight = folder.resolve("straight"), interrupted = folder.resolve("interrupted");
		assertTrue(run(recipe, straight, Progress.silent()));
		int runs = 1;
		while (!run(recipe, interrupted, new Impatient(8 + 5)))
			runs++;
		assertTrue(runs > 4, "ended " + runs + " times");
		for (final RecipeStage stage : recipe.stages())
			assertEqualWeights(read(straight, stage), read(interrupted, stage));
	}

	@Test
	void modelsOfOtherRecipesAreLeftAlone() throws IOException {
		final Recipe first = new Recipe(List.of(), TINY.stages().subList(0, 1));
		run(first, folder, Progress.silent());
		final byte[] before = Files.readAllBytes(folder.resolve("fast.vae.zip"));
		final String message = assertThrows(InputException.class, () -> run(first.shortened(2), folder, Progress
			.silent())).getMessage();
		assertTrue(message.contains("fast.vae.zip was not made by the stage fast"), message);
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("fast.vae.zip")));
	}

	@Test
	void tellsWhatIsWrongInARecipe() throws IOException {
		final String good = new String(Recipe.class.getResourceAsStream("recipe.json").readAllBytes());
		assertEquals(Recipe.builtIn(), Recipe.read(write(good)));
		assertRefused(good.replace("\"from\": \"fast\"", "\"from\": \"later\""), "starts from later");
		assertRefused(good.replaceFirst("\"noisy\": 0.6", "\"noisy\": 1.6"), "The share noisy is 1.6");
		assertRefused(good.replaceFirst("\"patch\": 64", "\"patch\": 65"), "multiple of 16");
		assertRefused(good.replaceFirst("\"loss\": \"beta-likelihood\"", "\"loss\": \"squared-error\""), "squared errors are for");
		assertRefused(good.replaceFirst("\"loss\": \"beta-likelihood\"", "\"loss\": \"none\""), "at stages/0/loss");
		assertRefused(good.replaceFirst("\"seed\": 1,", ""), "in line");
		assertRefused(good.replaceFirst("\"seed\": 1,", "\"seed\": 1, \"sead\": 2,"), "in line");
		assertRefused(good.replace("\"name\": \"best\"", "\"name\": \"fast\""), "two stages fast");
		assertRefused(good.replaceFirst("\"name\": \"fast\"", "\"name\": \"../fast\""), "letters");
		assertRefused(good.replaceFirst("\"channels\": 48", "\"channels\": 32"), "whose network is another one");
		assertRefused("{", "no recipe");
		assertFalse(Recipe.builtIn().about().isEmpty());
	}

	/** Weights that ship are a start like those of a stage, as far as there are any of the shape. */
	@Test
	void stagesStartFromWhatShips() {
		final RecipeStage last = Recipe.builtIn().stage("samples");
		final RecipeStage going = new RecipeStage("on", "built-in-samples", last.architecture(), last.lesson(), last.loss(), 32, 1, 1, 1e-3,
			1, 1);
		assertTrue(run(new Recipe(List.of(), List.of(going)), folder, Progress.silent()));
		assertEquals(Imagination.model().id(), read(folder, going).settings().get("parent"));
		assertThrows(InputException.class, () -> new Recipe(List.of(), List.of(new RecipeStage("on", "built-in", Pictures.TINY.with(
			last.architecture().prior()), last.lesson(), last.loss(), 32, 1, 1, 1e-3, 1, 1))));
		assertThrows(InputException.class, () -> new RecipeStage("on", null, Pictures.TINY, last.lesson(), last.loss(), 32, 1, 1, 1e-3, 1,
			1), "a network whose prior isn't sampled can't learn to sample");
	}

	@Test
	void weightsAreAveragedWithThoseOfAnEarlierStage() {
		final RecipeStage first = TINY.stages().get(0);
		final RecipeStage trained = new RecipeStage("trained", first.name(), first.architecture(), first.lesson(), first.loss(), 32, 1, 5,
			1e-3, 3, 3), averaged = new RecipeStage("trained", first.name(), first.architecture(), first.lesson(), first.loss(), 32, 1, 5, 1e-3, 3,
				3, first.name());
		assertTrue(run(new Recipe(List.of(), List.of(first, trained)), folder.resolve("a"), Progress.silent()));
		for (int again = 0; again < 2; again++)
			assertTrue(run(new Recipe(List.of(), List.of(first, averaged)), folder.resolve("b"), Progress.silent()), "once, not twice");
		final RecipeStage named = new RecipeStage("trained", "FAST", first.architecture(), first.lesson(), first.loss(), 32, 1, 5, 1e-3, 3,
			3, "Fast");
		assertTrue(run(new Recipe(List.of(), List.of(first, named)), folder.resolve("c"), Progress.silent()));
		assertEqualWeights(read(folder.resolve("b"), averaged), read(folder.resolve("c"), named));
		final VaeModel start = read(folder.resolve("a"), first), end = read(folder.resolve("a"), trained), mean = read(folder.resolve("b"),
			averaged);
		for (int i = 0; i < mean.weights().size(); i++)
			for (int k = 0; k < mean.weights().get(i).values().length; k++)
				assertEquals((start.weights().get(i).values()[k] + end.weights().get(i).values()[k]) / 2, mean.weights().get(i).values()[k], 1e-6);
		assertTrue(mean.settings().toString().contains("then the mean of its weights and those of the stage fast"), mean.settings().toString());
		assertThrows(InputException.class, () -> new Recipe(List.of(), List.of(averaged)));
	}

	/** What planes beside a picture tell is learned by a network that knows pictures, which stays what it was for pictures alone. */
	@Test
	void companionsAreLearnedOverWhatIsKnown() {
		final RecipeStage first = TINY.stages().get(0);
		final RecipeStage beside = new RecipeStage("beside", first.name(), first.architecture().withCompanions(4), new PretrainingLesson.Beside(),
			first.loss(), 64, 2, 5, 1e-3, 3, 3);
		assertTrue(run(new Recipe(List.of(), List.of(first, beside)), folder, Progress.silent()));
		final Map<String, float[]> known = new HashMap<>();
		read(folder, first).weights().forEach(tensor -> known.put(tensor.name(), tensor.values()));
		final VaeModel model = read(folder, beside);
		assertEquals(4, model.architecture().companionChannels());
		int learned = 0;
		for (final Tensor tensor : model.weights())
			if (known.containsKey(tensor.name())) assertArrayEquals(known.get(tensor.name()), tensor.values(), tensor.name());
			else learned++;
		assertTrue(learned > 10, learned + " new tensors");
		assertThrows(InputException.class, () -> new RecipeStage("beside", first.name(), first.architecture(), beside.lesson(), beside.loss(), 64,
			2, 5, 1e-3, 3, 3), "a network that sees pictures alone");
		assertThrows(InputException.class, () -> new RecipeStage("beside", null, beside.architecture(), beside.lesson(), beside.loss(), 64, 2, 5,
			1e-3, 3, 3), "weights that know nothing");
	}

	private void assertRefused(final String text, final String part) throws IOException {
		final Path path = write(text);
		final String message = assertThrows(InputException.class, () -> Recipe.read(path)).getMessage();
		assertTrue(message.contains(part) && message.contains("r.json"), message);
	}

	private Path write(final String text) throws IOException {
		return Files.writeString(folder.resolve("r.json"), text);
	}

	private static Recipe tiny(final Recipe recipe, final long steps) {
		return new Recipe(recipe.about(), recipe.stages().stream().map(stage -> new RecipeStage(stage.name(),
			stage.from(), Pictures.TINY.with(stage.architecture().prior()), stage.lesson(), stage.loss(), 32, 1, stage.seed(), stage.learningRate(), steps, steps)).toList());
	}

	private static boolean run(final Recipe recipe, final Path to, final Progress progress) {
		try {
			return RecipeRun.run(recipe, Files.createDirectories(to), 1, new TrainingListener() {}, progress);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static VaeModel read(final Path folder, final RecipeStage stage) {
		return ModelFile.read(folder.resolve(stage.name() + ".vae.zip"));
	}

	private static void assertEqualWeights(final VaeModel expected, final VaeModel actual) {
		assertEquals(expected.id(), actual.id());
		for (int i = 0; i < expected.weights().size(); i++)
			assertArrayEquals(expected.weights().get(i).values(), actual.weights().get(i).values());
	}
}
