package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.train.TrainingSettings;

class FamiliarityTest {

	private static final int WIDTH = 96, HEIGHT = 80;

	private static VaeModel model;

	@BeforeAll
	static void train() {
		final TrainingSettings settings = TrainingSettings.defaults().withSignal(Signal.CLEAN).withNetwork(Pictures.TINY, 32,
			2).withSteps(20).withSeedAndThreads(1, 1);
		model = Trainer.train(List.of(new TrainingImage(Pictures.image(Pictures.waves(WIDTH, HEIGHT, 2), WIDTH, HEIGHT, 2),
			null, "waves")), settings, null, new TrainingListener() {}, Progress.silent());
	}

	@Test
	void knowsWhatItWasTrainedOn() {
		final Familiarity familiarity = Familiarity.of(Pictures.waves(WIDTH, HEIGHT, 1), WIDTH, model, 1, Progress.silent());
		assertTrue(familiarity.median() > 0.1, familiarity.toString());
		assertTrue(familiarity.outside() < 0.2, familiarity.toString());
	}

	@Test
	void tellsWhatIsUnlikeThat() {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] noise = new float[WIDTH * HEIGHT];
		for (int i = 0; i < noise.length; i++)
			noise[i] = 5000 * random.nextFloat();
		final Familiarity familiarity = Familiarity.of(noise, WIDTH, model, 1, Progress.silent());
		assertTrue(familiarity.outside() > 0.9, familiarity.toString());
		assertTrue(familiarity.median() < 0.01, familiarity.toString());
	}

	@Test
	void bearsPixelsThatAreNoNumbers() {
		final float[] plane = Pictures.waves(WIDTH, HEIGHT, 1);
		plane[10] = Float.NaN;
		plane[WIDTH] = Float.POSITIVE_INFINITY;
		assertTrue(Familiarity.of(plane, WIDTH, model, 1, Progress.silent()).outside() < 0.2);
	}

	@Test
	void saysWhyItCantTell() {
		final InputException small = assertThrows(InputException.class, () -> Familiarity.of(new float[WIDTH * 31], WIDTH,
			model, 1, Progress.silent()));
		assertEquals("The image is 96 x 31 pixels; comparing it with the model's training data needs at least 32 x 32.", small
			.getMessage());
		final VaeModel early = new VaeModel(model.id(), model.architecture(), model.inputSize(), model.normalisation(), model
			.noise(), model.settings(), model.history(), model.provenance(), model.weights(), null, null, null);
		final InputException none = assertThrows(InputException.class, () -> Familiarity.of(new float[WIDTH * HEIGHT], WIDTH,
			early, 1, Progress.silent()));
		assertTrue(none.getMessage().contains("no latent density") && none.getMessage().contains("ended early"), none
			.getMessage());
	}
}
