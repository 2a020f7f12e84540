package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.evaluate.Evaluation;
import org.vaerestore.job.Lines;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.procedural.GaussianBlur;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

class BuiltInTest {

	private static final int SIDE = 96, WIDE = 192;

	@Test
	void enhancesAtOnceInAnyUnits() {
		for (final double unit : new double[] { 1, 1e-3, 250 }) {
			final Img<FloatType> truth = picture(SIDE, unit, 0), noisy = picture(SIDE, unit, 0.4);
			final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(noisy, null, "noisy")), TrainingSettings.defaults()
				.withSignal(Signal.NOISY), Progress.silent());
			final Img<FloatType> enhanced = ArrayImgs.floats(SIDE, SIDE);
			Enhancement.enhance(noisy, model, EnhanceSettings.defaults(), enhanced, null, Progress.silent());
			final double before = Evaluation.psnr(noisy, truth, null, 5 * unit), after = Evaluation.psnr(enhanced, truth, null, 5 *
				unit);
			assertTrue(after > before + 8, "units of " + unit + ": " + before + " to " + after);
		}
	}

	@Test
	void saysThatNoOnesImagesAreInIt() {
		for (final Weights weights : Weights.values()) {
			final VaeModel model = BuiltIn.model(weights.architecture(2)).orElseThrow();
			assertEquals("procedural pictures", model.provenance().title());
		}
		assertEquals(TrainingSettings.defaults().architecture(), BuiltIn.model().architecture());
		assertNotEquals(Weights.AUTO.architecture(2), Weights.AUTO.architecture(64), "many threads take the better ones");
	}

	/** Their files tell what they were made from, and the recipe which ones ship. */
	@Test
	void saysHowItWasMade() {
		for (final String name : new String[] { "fast", "best" }) {
			final RecipeStage stage = Recipe.builtIn().stage(name);
			final VaeModel model = BuiltIn.model(stage.architecture()).orElseThrow();
			assertEquals("scratch", model.settings().get("start"));
			assertEquals(String.valueOf(stage.learningRate()), model.settings().get("learning rate"));
			assertEquals(String.valueOf(stage.batch()), model.settings().get("batch"));
			assertEquals(stage.steps() + " steps", model.settings().get("limit"));
			assertTrue(model.settings().get("stage 1").startsWith(name + ", with PyTorch"), model.settings().get("stage 1"));
			assertTrue(String.join(" ", Recipe.builtIn().about()).contains(model.id()), "the recipe names the weights");
		}
	}

	@Test
	void isKeptWhereAdaptingMakesItNoBetter() {
		final Img<FloatType> noisy = picture(SIDE, 1, 0.4);
		final TrainingSettings wild = new TrainingSettings(Signal.NOISY, NoiseKind.AUTO, Schedule.JOINT, TrainingSettings
			.defaults().architecture(), 64, 4, Double.POSITIVE_INFINITY, 3, 0, 1, 1, 1, 1, Start.BUILT_IN, null);
		final List<String> lines = new ArrayList<>();
		final VaeModel adapted = Trainer.train(List.of(new TrainingImage(noisy, null, "noisy")), wild, null,
			new TrainingListener() {}, new Lines(lines));
		assertTrue(lines.get(lines.size() - 1).contains("the start is kept"), lines.toString());
		final VaeModel start = BuiltIn.model();
		for (int i = 0; i < start.weights().size(); i++)
			assertArrayEquals(start.weights().get(i).values(), adapted.weights().get(i).values(), start.weights().get(i).name());
	}

	/** What is learned of noise that reaches beyond what is measured of it can't be judged, and is not taken. */
	@Test
	void isKeptWhereNoiseReachesFar() {
		final List<String> lines = new ArrayList<>();
		final VaeModel model = Trainer.train(List.of(new TrainingImage(blurredNoise(1.1), null, "wide field")), TrainingSettings.defaults()
			.withSignal(Signal.NOISY).withSteps(1), null, new TrainingListener() {}, new Lines(lines));
		assertTrue(lines.stream().anyMatch(line -> line.contains("reaches far")), lines.toString());
		assertTrue(lines.stream().anyMatch(line -> line.contains("the start is kept")), lines.toString());
		for (int i = 0; i < model.weights().size(); i++)
			assertArrayEquals(BuiltIn.model().weights().get(i).values(), model.weights().get(i).values());
	}

	private static Img<FloatType> blurredNoise(final double blur) {
		final SplittableRandom random = new SplittableRandom(2);
		float[] noise = new float[WIDE * WIDE];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) random.nextGaussian();
		noise = GaussianBlur.blur(noise, WIDE, WIDE, blur);
		final Img<FloatType> image = picture(WIDE, 1, 0);
		int i = 0;
		for (final FloatType pixel : image.view().flatIterable())
			pixel.set(pixel.get() + noise[i++]);
		return image;
	}

	@Test
	void isAdaptedWhereNoiseCorrelatesToo() {
		final Img<FloatType> image = blurredNoise(0.7);
		final List<String> lines = new ArrayList<>();
		final VaeModel model = Trainer.train(List.of(new TrainingImage(image, null, "wide field")), TrainingSettings.defaults()
			.withSignal(Signal.NOISY).withSteps(1), null, new TrainingListener() {}, new Lines(lines));
		assertEquals(1, model.history().size(), "a step was taken: " + lines);
		assertTrue(model.normalisation().correlation() > 0.3, "what is added is like the noise");
	}

	@Test
	void trainingsFromItGoOnAsTheyBegan() {
		final List<TrainingImage> images = List.of(new TrainingImage(picture(SIDE, 1, 0.4), null, "noisy"));
		final TrainingSettings settings = TrainingSettings.defaults().withSignal(Signal.NOISY).withNetwork(TrainingSettings
			.defaults().architecture(), 32, 2).withSteps(120).withSeedAndThreads(1, 1);
		final List<VaeModel> checkpoints = new ArrayList<>();
		final VaeModel whole = Trainer.train(images, settings, null, new TrainingListener() {

			@Override
			public boolean wantsCheckpoint(final double seconds) {
				return true;
			}

			@Override
			public void checkpoint(final VaeModel model) {
				checkpoints.add(model);
			}
		}, Progress.silent());
		final VaeModel resumed = Trainer.train(images, settings, checkpoints.get(0), new TrainingListener() {}, Progress
			.silent());
		assertEquals("built-in", resumed.settings().get("start"));
		assertEquals(2, resumed.history().size());
		assertEquals(whole.history().get(1).loss(), resumed.history().get(1).loss());
	}

	private static Img<FloatType> picture(final int side, final double unit, final double noise) {
		final SplittableRandom random = new SplittableRandom(4);
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (unit * (2 + Math.sin(i % side / 9.0) + Math.cos(i / side / 13.0) + (i % side > 50 ? 1 : 0) + noise *
				random.nextGaussian()));
		return ArrayImgs.floats(values, side, side);
	}
}
