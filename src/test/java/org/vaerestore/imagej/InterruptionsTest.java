package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingSettings;

import ij.ImagePlus;
import ij.gui.Roi;

/** A thread that is interrupted at any moment of a job ends it as its user would: cancelled or done, and nothing in between. */
class InterruptionsTest {

	private static final int MOMENTS = 4;
	/** Nanoseconds within which a job ends. */
	private static final long PROMPT = 3_000_000_000L;

	private static VaeModel model, sampled;

	@TempDir
	Path folder;

	@BeforeAll
	static void train() {
		model = TinyModel.noisy();
		sampled = TinyModel.sampled();
	}

	@ParameterizedTest
	@ValueSource(strings = { "restore", "restore a stack", "enhance", "enhance a file", "train", "built-in", "read", "save" })
	void isACancellation(final String job) throws Exception {
		final Map<String, String> whole = new TreeMap<>();
		// The first run loads classes, the second one tells how long the job takes.
		long nanos = 0;
		for (int run = 0; run < 2; run++) {
			final long start = System.nanoTime();
			perform(job);
			nanos = System.nanoTime() - start;
			whole.putAll(files());
			clear();
		}
		for (int moment = 0; moment < MOMENTS; moment++) {
			final Random random = new Random(moment);
			final boolean done = interrupt(job, (long) (1.05 * random.nextDouble() * nanos));
			final Map<String, String> left = files();
			assertTrue(done ? left.keySet().equals(whole.keySet()) : whole.keySet().containsAll(left.keySet()), left.keySet()
				.toString());
			for (final Map.Entry<String, String> file : left.entrySet())
				assertEquals(whole.get(file.getKey()), file.getValue(), () -> "half of " + file.getKey() + " in " + job);
			clear();
		}
		perform(job);
		final Map<String, String> again = files();
		assertEquals(whole, again);
	}

	@ParameterizedTest
	@ValueSource(strings = { "restore", "restore a stack", "enhance", "read", "save" })
	void anInterruptBeforeTheJobCancelsIt(final String job) throws Exception {
		ImageWriter.write(TinyModel.waves(8, 1, 4, 1), folder.resolve("input.tif"));
		Thread.currentThread().interrupt();
		try {
			perform(job);
			throw new AssertionError("not cancelled");
		}
		catch (final CancelledException e) {
			assertTrue(Thread.interrupted());
		}
	}

	/** Returns whether the job was done; fails unless it was either that or cancelled. */
	private boolean interrupt(final String job, final long after) throws Exception {
		final AtomicReference<Throwable> thrown = new AtomicReference<>();
		final AtomicBoolean flag = new AtomicBoolean();
		final Thread thread = new Thread(() -> {
			try {
				perform(job);
			}
			catch (final Throwable e) {
				thrown.set(e);
			}
			flag.set(Thread.currentThread().isInterrupted());
		});
		thread.start();
		Thread.sleep(after / 1_000_000, (int) (after % 1_000_000));
		final boolean alive = thread.isAlive();
		thread.interrupt();
		final long start = System.nanoTime();
		thread.join();
		assertTrue(System.nanoTime() - start < PROMPT, job + " went on");
		if (thrown.get() != null && !(thrown.get() instanceof CancelledException)) throw new AssertionError(job, thrown.get());
		assertTrue(flag.get() || !alive || thrown.get() == null, "the flag is kept");
		return thrown.get() == null;
	}

	private void perform(final String job) throws IOException {
		final ImagePlus image = TinyModel.waves(8, 1, 4, 1);
		final EnhanceSettings enhancing = new EnhanceSettings(8, 1, 1, 2).withSliceAxis(2);
		switch (job) {
			case "restore" -> write(ImageJobs.restore(TinyModel.waves(8, 1, 1, 1), hole(TinyModel.waves(8, 1, 1, 1)), sampled,
				new RestoreSettings(RestoreSettings.Mode.TILES, Estimate.MEAN, 8, 1, 2, -1), false, true, Progress
					.silent()));
			case "restore a stack" -> write(ImageJobs.restore(image, hole(image), sampled, new RestoreSettings(
				RestoreSettings.Mode.TILES, Estimate.MEAN, 8, 1, 2, 2), false, true, Progress.silent()));
			case "enhance" -> {
				final ImageJobs.Result result = ImageJobs.enhance(image, model, enhancing, false, true, Progress.silent());
				// Planes that were done when it was cancelled are kept, as Escape keeps them.
				if (!Thread.currentThread().isInterrupted()) write(result);
				else throw new CancelledException();
			}
			case "enhance a file" -> {
				final Path input = folder.resolve("input.tif");
				if (!Files.exists(input)) ImageWriter.write(image, input);
				try (LargeImage large = LargeImage.open(input, true).orElseThrow()) {
					LargeImageJobs.enhance(large, model, enhancing, false, folder.resolve("result.tif"), folder.resolve("sd.tif"),
						Progress.silent());
				}
			}
			case "read" -> {
				if (!Files.exists(folder.resolve("input.tif"))) ImageWriter.write(image, folder.resolve("input.tif"));
				assertEquals(4, ImageReader.read(folder.resolve("input.tif")).getStackSize());
			}
			case "train" -> ModelFile.write(TinyModel.train(image, Signal.NOISY), folder.resolve("nothing.vae.zip"));
			case "built-in" -> BuiltIn.modelFor(List.of(ImageJobs.trainingImage(image, null)), TrainingSettings.defaults(), Progress
				.silent());
			default -> {
				ImageWriter.write(image, folder.resolve("image.tif"));
				ModelFile.write(model, folder.resolve("model.vae.zip"));
			}
		}
		// The time of training is in its file.
		Files.deleteIfExists(folder.resolve("nothing.vae.zip"));
	}

	private void write(final ImageJobs.Result result) {
		ImageWriter.write(result.image(), folder.resolve("result.tif"));
		ImageWriter.write(result.uncertainty(), folder.resolve("sd.tif"));
	}

	private static Mask hole(final ImagePlus image) {
		final ImagePlus mask = TinyModel.waves(8, 1, 1, 1);
		mask.getProcessor().setValue(0);
		mask.getProcessor().fill();
		mask.getProcessor().setValue(255);
		mask.getProcessor().fill(new Roi(10, 12, 16, 14));
		return Mask.of(mask, "mask", image);
	}

	private Map<String, String> files() throws IOException {
		final Map<String, String> files = new TreeMap<>();
		try (Stream<Path> all = Files.list(folder)) {
			for (final Path file : all.toList())
				// Their properties tell the time.
				files.put(file.getFileName().toString(), file.toString().endsWith(".tif") ? Arrays.deepToString(Kept.bits(ImageReader
					.read(file))) : Arrays.toString(Files.readAllBytes(file)));
		}
		return files;
	}

	private void clear() throws IOException {
		for (final String name : files().keySet())
			if (!name.equals("input.tif")) Files.delete(folder.resolve(name));
	}
}
