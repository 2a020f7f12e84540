package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.CancelledException;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.Architecture;

import net.imglib2.img.array.ArrayImgs;

class TrainingTest {

	private static final TrainingSettings TINY = TrainingSettings.defaults().withSignal(Signal.CLEAN).withNetwork(
		new Architecture(2, 2, 4, 1, 1), 32, 2).withSeedAndThreads(1, 1);

	private final RecordingHost host = new RecordingHost();

	@Test
	void whatWasLearnedBecomesTheCurrentModel() {
		final VaeModel model = new Training(null, host).learn(ImageJobs.trainingImage(TinyModel.waves(8, 1, 1, 1), null), "waves",
			TINY.withSteps(2));
		assertSame(model, host.session.model().orElseThrow().model());
		assertEquals("waves", host.session.model().orElseThrow().name());
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void whatWasCancelledAfterSomeStepsDoesNot() {
		final VaeModel before = TinyModel.clean();
		host.session.setModel(before, "tiny");
		final AtomicInteger asked = new AtomicInteger();
		host.cancelled = () -> asked.incrementAndGet() > 50;
		assertThrows(CancelledException.class, () -> new Training(null, host).learn(ImageJobs.trainingImage(TinyModel
			.waves(8, 1, 1, 1), null), "waves", TINY.withSteps(1_000_000)));
		assertSame(before, host.session.model().orElseThrow().model());
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void aTrainingForItsOwnSakeKeepsItsBestModelWhenItIsEnded() {
		final AtomicInteger asked = new AtomicInteger();
		host.cancelled = () -> asked.incrementAndGet() > 50;
		final VaeModel model = new Training(null, host).train(List.of(ImageJobs.trainingImage(TinyModel.waves(8, 1, 1, 1),
			null)), TINY.withSteps(100_000), null, "waves", null);
		assertSame(model, host.session.model().orElseThrow().model());
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void patchesFitIntoSmallImages() {
		final TrainingSettings settings = TrainingSettings.defaults();
		assertEquals(64, PatchSide.fit(settings, List.of(image(64, 90))).patch());
		assertEquals(48, PatchSide.fit(settings, List.of(image(200, 200), image(63, 52))).patch());
		assertEquals(32, PatchSide.fit(settings, List.of(image(20, 20))).patch(), "the training says that this is too small");
	}

	private static TrainingImage image(final int width, final int height) {
		return new TrainingImage(ArrayImgs.floats(width, height, 2), null, "image");
	}
}
