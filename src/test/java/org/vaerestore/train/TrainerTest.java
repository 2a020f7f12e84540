package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Lines;
import org.vaerestore.job.Progress;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.Tensor;

class TrainerTest {

	private static final int WIDTH = 96;
	private static final int HEIGHT = 80;

	private final float[] noisy = Pictures.noisy(Pictures.waves(WIDTH, HEIGHT, 2), 12, 1);
	private final List<TrainingImage> stack = List.of(new TrainingImage(Pictures.image(noisy, WIDTH, HEIGHT, 2), null,
		"waves"));

	@ParameterizedTest
	@EnumSource(names = { "NOISY", "CLEAN" })
	void sameSeedSameWeights(final Signal signal) {
		final VaeModel first = train(stack, Pictures.quick(signal, 6));
		final VaeModel second = train(stack, Pictures.quick(signal, 6));
		assertEqualWeights(first.weights(), second.weights());
		assertEquals(first.id(), second.id());
		assertEquals(first.density(), second.density());
		assertArrayEquals(first.sample(), second.sample());
		assertNotEquals(first.id(), train(stack, Pictures.quick(signal, 6).withSeedAndThreads(6, 1)).id());
	}

	@Test
	void lowersTheLossAndResumesBitForBit() {
		final TrainingSettings settings = Pictures.quick(Signal.NOISY, 220);
		final List<VaeModel> checkpoints = new ArrayList<>();
		final VaeModel whole = Trainer.train(stack, settings, null, new TrainingListener() {

			@Override
			public boolean wantsCheckpoint(final double seconds) {
				return checkpoints.isEmpty();
			}

			@Override
			public void checkpoint(final VaeModel model) {
				checkpoints.add(model);
			}
		}, Progress.silent());
		assertEquals(1, checkpoints.size());
		assertEquals(100, checkpoints.get(0).checkpoint().counters().get("step"));
		final List<TrainingPoint> history = whole.history();
		assertTrue(history.get(history.size() - 1).loss() < history.get(0).loss(), history.toString());
		assertNotNull(whole.density());
		assertFalse(whole.noise().describe().isBlank());
		final VaeModel resumed = Trainer.train(stack, settings, checkpoints.get(0), new TrainingListener() {}, Progress
			.silent());
		assertEqualWeights(whole.weights(), resumed.weights());
		assertEquals(whole.history().size(), resumed.history().size());
		for (int i = 0; i < whole.history().size(); i++)
			assertEquals(whole.history().get(i).loss(), resumed.history().get(i).loss());
	}

	@Test
	void goesOnFromAFinishedModel() {
		final VaeModel first = train(stack, Pictures.quick(Signal.NOISY, 30));
		final VaeModel second = Trainer.train(stack, Pictures.quick(Signal.NOISY, 1), first, new TrainingListener() {},
			Progress.silent());
		assertEquals(first.normalisation(), second.normalisation());
		assertTrue(distance(first, second) < 0.1 * distance(first, train(stack, Pictures.quick(Signal.NOISY, 1))),
			"a step away from the first model");
	}

	/** Whatever stands in masked pixels, the model is the same. */
	@ParameterizedTest
	@EnumSource(names = { "NOISY", "CLEAN" })
	void maskedPixelsTeachNothing(final Signal signal) {
		final var mask = Pictures.rectangle(WIDTH, HEIGHT, 30, 20, 25, 18);
		final float[] changed = noisy.clone();
		for (int z = 0; z < 2; z++)
			for (int y = 20; y < 38; y++)
				for (int x = 30; x < 55; x++)
					changed[(z * HEIGHT + y) * WIDTH + x] = x % 3 == 0 ? Float.NaN : 1e6f * (y - 25);
		final VaeModel first = train(List.of(new TrainingImage(Pictures.image(noisy, WIDTH, HEIGHT, 2), mask, "a")), Pictures
			.quick(signal, 8));
		final VaeModel second = train(List.of(new TrainingImage(Pictures.image(changed, WIDTH, HEIGHT, 2), mask, "a")),
			Pictures.quick(signal, 8));
		assertEqualWeights(first.weights(), second.weights());
	}

	/** Where what the latents say is dear, they say no more than what is free; where it costs nothing, they say much. */
	@Test
	void aLevelThatSaysNothingIsTold() {
		assertTrue(lines(100).stream().anyMatch(line -> line.startsWith("In structures of about 2 pixels this model's samples hardly differ")));
		assertTrue(lines(0).stream().noneMatch(line -> line.contains("hardly differ")));
	}

	private List<String> lines(final double beta) {
		final TrainingSettings quick = Pictures.quick(Signal.NOISY, 300);
		final List<String> lines = new ArrayList<>();
		Trainer.train(stack, new TrainingSettings(quick.signal(), quick.noise(), quick.schedule(), new Architecture(2, 1, 8, 2,
			1), quick.patch(), quick.batch(), quick.minutes(), quick.steps(), 0, beta, quick.learningRate(), quick.seed(), 1,
			quick.start(), null), null, new TrainingListener() {}, new Lines(lines));
		return lines;
	}

	@Test
	void stagedTrainingChangesTheEncoderFirst() {
		final TrainingSettings settings = Pictures.quick(Signal.NOISY, 300).withSchedule(Schedule.STAGED);
		final List<VaeModel> checkpoints = new ArrayList<>();
		Trainer.train(stack, settings, null, new TrainingListener() {

			@Override
			public boolean wantsCheckpoint(final double seconds) {
				return true;
			}

			@Override
			public void checkpoint(final VaeModel model) {
				checkpoints.add(model);
			}
		}, Progress.silent());
		final List<Tensor> before = untrained(settings);
		assertEqualWeights(part("decoder.", before), part("decoder.", current(checkpoints.get(0))));
		assertFalse(equal(part("encoder.", before), part("encoder.", current(checkpoints.get(0)))));
		assertEqualWeights(part("encoder.", current(checkpoints.get(0))), part("encoder.", current(checkpoints.get(1))));
		assertFalse(equal(part("decoder.", before), part("decoder.", current(checkpoints.get(1)))));
	}

	@Test
	void aCancelledTrainingKeepsItsModel() {
		final int[] steps = { 0 };
		final VaeModel model = Trainer.train(stack, Pictures.quick(Signal.NOISY, 100_000), null, new TrainingListener() {},
			new CancelAfter(() -> ++steps[0] > 40));
		assertTrue(model.history().get(model.history().size() - 1).step() < 100_000);
	}

	@Test
	void cancelledBeforeTheFirstStepThereIsNoModel() {
		assertThrows(CancelledException.class, () -> Trainer.train(stack, Pictures.quick(Signal.NOISY, 10), null,
			new TrainingListener() {}, new CancelAfter(() -> true)));
	}

	@Test
	void tellsWhatIsWrong() {
		final TrainingSettings settings = Pictures.quick(Signal.CLEAN, 3);
		final String small = message(List.of(new TrainingImage(Pictures.image(new float[20 * 40], 20, 40), null, "little")),
			settings);
		assertTrue(small.contains("little") && small.contains("20 x 40") && small.contains("32"), small);
		final String covered = message(List.of(new TrainingImage(Pictures.image(noisy, WIDTH, HEIGHT, 2), Pictures.rectangle(
			WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT), "covered")), settings);
		assertTrue(covered.contains("covers all"), covered);
		final String size = message(List.of(new TrainingImage(Pictures.image(noisy, WIDTH, HEIGHT, 2), Pictures.rectangle(50,
			50, 1, 1, 2, 2), "other")), settings);
		assertTrue(size.contains("50 x 50") && size.contains("96 x 80 x 2"), size);
		assertTrue(message(List.of(), settings).contains("no image"));
	}

	@Test
	void constantAndInfinitePixelsDoNoHarm() {
		final float[] flat = new float[WIDTH * HEIGHT];
		java.util.Arrays.fill(flat, 7);
		flat[1234] = Float.POSITIVE_INFINITY;
		flat[4321] = Float.NaN;
		for (final Signal signal : Signal.values()) {
			final VaeModel model = train(List.of(new TrainingImage(Pictures.image(flat, WIDTH, HEIGHT), null, "flat")), Pictures
				.quick(signal, 5));
			for (final Tensor tensor : model.weights())
				for (final float value : tensor.values())
					assertTrue(Float.isFinite(value), tensor.name());
		}
	}

	private static VaeModel train(final List<TrainingImage> images, final TrainingSettings settings) {
		return Trainer.train(images, settings, null, new TrainingListener() {}, Progress.silent());
	}

	private static String message(final List<TrainingImage> images, final TrainingSettings settings) {
		return assertThrows(InputException.class, () -> train(images, settings)).getMessage();
	}

	private static List<Tensor> untrained(final TrainingSettings settings) {
		try (var vae = new org.vaerestore.vae.LadderVae(settings.architecture(), Seeds.of(settings.seed(), Seeds.WEIGHTS, 0),
			1))
		{
			return vae.weights();
		}
	}

	private static List<Tensor> current(final VaeModel model) {
		return model.checkpoint().state().stream().filter(t -> t.name().startsWith("current/")).map(t -> new Tensor(t.name()
			.substring(8), t.shape(), t.values())).toList();
	}

	private static List<Tensor> part(final String prefix, final List<Tensor> tensors) {
		return tensors.stream().filter(t -> t.name().startsWith(prefix)).toList();
	}

	private static void assertEqualWeights(final List<Tensor> expected, final List<Tensor> actual) {
		assertEquals(expected.size(), actual.size());
		for (int i = 0; i < expected.size(); i++)
			assertArrayEquals(expected.get(i).values(), actual.get(i).values(), expected.get(i).name());
	}

	private static boolean equal(final List<Tensor> a, final List<Tensor> b) {
		for (int i = 0; i < a.size(); i++)
			if (!java.util.Arrays.equals(a.get(i).values(), b.get(i).values())) return false;
		return true;
	}

	private static double distance(final VaeModel a, final VaeModel b) {
		double sum = 0;
		for (int i = 0; i < a.weights().size(); i++)
			for (int k = 0; k < a.weights().get(i).values().length; k++)
				sum += Math.pow(a.weights().get(i).values()[k] - b.weights().get(i).values()[k], 2);
		return Math.sqrt(sum);
	}

	/** Cancels once a question is answered with yes. */
	private record CancelAfter(java.util.function.BooleanSupplier question) implements Progress {

		@Override
		public void update(final double fraction, final String message) {
			// not looked at
		}

		@Override
		public void log(final String line) {
			// not looked at
		}

		@Override
		public boolean isCancelled() {
			return question.getAsBoolean();
		}
	}
}
