package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.ModelSize;
import org.vaerestore.train.TrainingCost;

import ij.ImagePlus;
import ij.gui.Roi;

class TrainActionTest {

	private static final String QUICK = "size=small steps=1 signal=clean ";

	private final Action train = Actions.named("train");
	private final RecordingHost host = new RecordingHost();

	@TempDir
	Path folder;

	@Test
	void theModelBecomesTheCurrentOneIsSavedAndDescribed() {
		final ImagePlus image = TinyModel.waves(8, 2, 3, 1);
		image.setRoi(new Roi(0, 0, 64, 20));
		host.run(Actions.named("mask"), image, "scope=all");
		image.deleteRoi();
		for (int plane = 1; plane <= 6; plane++)
			for (int pixel = 0; pixel < 64 * 20; pixel++)
				image.getStack().getProcessor(plane).set(pixel, 255);
		final Path file = folder.resolve("my model.vae.zip");
		host.run(train, image, QUICK + "channels=2 slices=1,3 save=[" + file + "]");
		final VaeModel model = current();
		assertEquals(model.id(), ModelFile.read(file).id());
		assertTrue(model.normalisation().high() < 255, "what is masked is not learned");
		assertEquals("64 x 64 x 2", model.provenance().dimensions());
		assertEquals("waves", host.session.model().orElseThrow().name());
		final String methods = host.lines.get(host.lines.size() - 1);
		assertTrue(methods.startsWith("Model " + model.id() + ": a conditional ladder variational autoencoder") && methods
			.contains("for 1 steps"), methods);
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void goesOnFromAFile() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final VaeModel tiny = TinyModel.clean();
		final Path file = folder.resolve("tiny.vae.zip");
		ModelFile.write(tiny, file);
		host.run(train, image, QUICK + "resume=file file=[" + file + "]");
		assertEquals(tiny.architecture(), current().architecture(), "the size is that of the model");
	}

	@Test
	void trainsOnOtherImagesAndAFolderToo() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1), other = TinyModel.waves(16, 1, 2, 1);
		other.setTitle("other");
		ImageWriter.write(TinyModel.waves(8, 1, 1, 1), folder.resolve("1.tif"));
		ImageWriter.write(TinyModel.waves(8, 1, 1, 1), folder.resolve("2.tif"));
		try (OpenImages open = new OpenImages(image, other)) {
			host.run(train, image, QUICK + "others=open folder=[" + folder + "]");
		}
		assertTrue(current().provenance().title().contains("waves") && current().provenance().title().contains("other"),
			current().provenance().title());
	}

	@Test
	void aCancelledTrainingLeavesTheCurrentModel() {
		host.session.setModel(TinyModel.clean(), "tiny");
		final VaeModel before = current();
		final AtomicInteger asked = new AtomicInteger();
		host.cancelled = () -> asked.incrementAndGet() > 1;
		assertThrows(CancelledException.class, () -> host.run(train, TinyModel.waves(8, 1, 1, 1), "size=small steps=100000"));
		assertSame(before, current());
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void nothingIsRestoredAfterLearningWasCancelled() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		image.setRoi(new Roi(10, 10, 5, 5));
		host.run(Actions.named("mask"), image, "");
		final AtomicInteger asked = new AtomicInteger();
		// Escape is forgotten when the next job begins.
		host.cancelled = () -> host.jobsBegun == 1 && asked.incrementAndGet() > 1;
		assertThrows(CancelledException.class, () -> host.run(Actions.named("restore"), image, "model=learn minutes=10"));
		assertEquals(0, host.shown.size());
		assertTrue(host.session.model().isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "slices=3|slices are 1 to 2", "channels=x|is not a range",
		"frames=0|frames are 1 to 1", "resume=current|no current model to resume", "resume=file|No model file is given",
		"folder=[/no/such folder]|/no/such folder", "save=[/no/such/folder/a.vae.zip]|doesn't exist",
		"size=tiny|use small, medium, large", "minutes=0|use 0.01 to 100000 min", "steps=1.5|whole number" })
	void saysWhatIsWrong(final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(train, TinyModel.waves(8, 1, 2, 1),
			macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	@Test
	void advisesWhatItTakes() {
		host.session.cost(ModelSize.SMALL, () -> new TrainingCost(300 << 20, 0.5));
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final String advice = train.advice(image, Values.parse(train.options(), "size=small"), host.session);
		assertTrue(advice.matches("On this machine a small model takes 300 MB of memory beside the images \\([0-9.]+ [MG]B are " +
			"free\\), and 0\\.50 s per step: 5 min are about 600 steps\\."), advice);
		assertTrue(train.advice(image, Values.parse(train.options(), "size=small steps=1200"), host.session).endsWith(
			"1,200 steps take 10.0 min."));
	}

	private VaeModel current() {
		return host.session.model().orElseThrow().model();
	}
}
