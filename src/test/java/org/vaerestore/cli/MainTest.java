package org.vaerestore.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.model.ModelFile;
import org.vaerestore.train.BuiltIn;

import ij.ImagePlus;
import ij.ImageStack;

class MainTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "sample", "train", "restore", "enhance", "generate", "evaluate", "info", "export", "pretrain", "bench" })
	void everyCommandHasHelpWithAnExampleAndRefusesNothing(final String command) {
		final Run help = run(command, "--help");
		assertEquals(0, help.code);
		assertTrue(help.out.contains("Example") && help.out.contains("vae-restore " + command + " "), help.out);
		final Run nothing = run(command);
		assertEquals(2, nothing.code);
		assertTrue(nothing.err.contains("Missing required"), nothing.err);
		assertEquals(2, run(command, "--no-such-option").code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sample", "train", "restore", "enhance", "generate", "evaluate", "info", "export", "pretrain",
		"bench", "generate-completion", "help" })
	void helpTellsTheSameInBothWays(final String command) {
		final Run help = run("help", command);
		assertEquals(0, help.code, help.err);
		assertEquals(run(command, "--help").out, help.out);
		assertTrue(run("help").out.contains("  " + command + " "), "listed");
	}

	/** As the dialogs do: nothing is trained unless that is asked for. */
	@Test
	void theBuiltInModelIsTheDefault() {
		final String input = write(TinyModel.waves(8, 1, 1, 1), "a.tif").toString();
		assertEquals(0, run("enhance", "--input", input, "--output", path("b.tif")).code);
		final ImagePlus result = ImageReader.read(folder.resolve("b.tif"));
		assertEquals(BuiltIn.model().id(), result.getProp("VAE Restore model"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "train", "restore", "enhance" })
	void helpSaysHowMemoryIsDecided(final String command) {
		final String help = run(command, "--help").out;
		assertTrue(help.contains("Memory:") && help.contains("VAE_RESTORE_XMX"), help);
		// What takes less must be there to be changed.
		for (final String option : new String[] { "--channels", "--threads", "--batch", "--patch" })
			assertTrue(!help.substring(help.indexOf("Memory:")).contains(option) || help.contains("  " + option + "=") || help.contains(
				" " + option + "="), option);
	}

	@Test
	void aRunSaysWhatItTakes() {
		final ImagePlus waves = TinyModel.waves(8, 1, 1, 1);
		ModelFile.write(TinyModel.noisy(), folder.resolve("tiny.vae.zip"));
		final Run run = run("enhance", "--input", write(waves, "a.tif").toString(), "--output", path("b.tif"), "--model", path(
			"tiny.vae.zip"));
		assertEquals(0, run.code, run.err);
		assertTrue(run.err.matches("(?s).*Takes about [0-9]+ MB of memory beside the image; [0-9.]+ [MG]B are free for it.*"),
			run.err);
	}

	@Test
	void theNoiseCanBeGivenByHand() {
		final Path input = write(image(32, 64, 64, 1), "input.tif");
		final Run given = run("enhance", "--input", input.toString(), "--output", path("b.tif"), "--model", "built-in", "--fast",
			"--noise-gain", "2", "--noise-readout", "3", "--black-level", "-40");
		assertEquals(0, given.code, given.err);
		assertTrue(given.err.contains("variance 2.000 * signal + 89.00"), given.err);
		assertTrue(given.err.contains("as given by hand"), given.err);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--noise-sd=0", "--noise-sd=-1", "--noise-sd=x", "--noise-gain=-1", "--black-level=3",
		"--noise-sd=1 --noise-region=0,0,9,9", "--noise-region=1,2,3", "--noise-region=0,0,0,9", "--noise-region=60,0,9,9",
		"--noise-dark=a.tif", "--noise-dark=nowhere.tif --noise-flat=nowhere.tif" })
	void refusesNoiseThatIsNone(final String options) {
		final Path input = write(image(8, 64, 64, 1), "input.tif");
		final Run run = run(Stream.concat(Stream.of("enhance", "--input", input.toString(), "--output", path("b.tif"), "--model",
			"built-in"), Stream.of(options.split(" "))).toArray(String[]::new));
		assertEquals(2, run.code, run.err);
		assertFalse(Files.exists(folder.resolve("b.tif")));
		assertFalse(run.err.contains("Exception"), run.err);
	}

	@Test
	void tellsItsVersionAndWhatItCanDo() {
		assertTrue(run("--version").out.startsWith("VAE Restore"));
		final Run help = run("--help");
		assertEquals(0, help.code);
		assertFalse(help.out.contains("demo"), "hidden");
		assertEquals(2, run().code);
		assertEquals(2, run("restor").code);
		assertTrue(run("generate-completion").out.contains("poisson-gaussian"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--signal=foo", "--noise=foo", "--schedule=foo", "--patch=63", "--patch=16", "--batch=0",
		"--minutes=0", "--minutes=x", "--steps=0", "--minutes=1 --steps=1", "--threads=0", "--levels=9", "--channels=1",
		"--entropy=-1", "--resume=nowhere.vae.zip", "--mask=nowhere.tif" })
	void refusesWhatTrainingCantDo(final String options) {
		final Path input = write(image(8, 64, 64, 1), "input.tif");
		final Run run = run(Stream.concat(Stream.of("train", "--input", input.toString(), "--output", path("m.vae.zip")),
			Stream.of(options.split(" "))).toArray(String[]::new));
		assertEquals(2, run.code, run.err);
		assertTrue(run.err.startsWith("vae-restore: "), run.err);
		assertEquals(List.of("input.tif"), names());
	}

	@Test
	void refusesBadImagesBeforeAnyWork() throws IOException {
		final String good = write(image(8, 64, 64, 1), "good.tif").toString();
		final String mask = write(image(8, 64, 64, 1), "empty-mask.tif").toString();
		final String small = write(image(8, 63, 64, 1), "small-mask.tif").toString();
		Files.createFile(folder.resolve("empty.tif"));
		final List<String> before = names();
		assertRefused("There is no file", "enhance", "--input", path("no.tif"), "--output", path("out.tif"));
		assertRefused("empty (0 bytes)", "enhance", "--input", path("empty.tif"), "--output", path("out.tif"));
		assertRefused("nothing to restore", "restore", "--input", good, "--mask", mask, "--output", path("out.tif"));
		assertRefused("63 x 64", "restore", "--input", good, "--mask", small, "--output", path("out.tif"));
		assertRefused("doesn't exist", "enhance", "--input", good, "--output", path("no/out.tif"));
		assertRefused("JPEG", "enhance", "--input", good, "--output", path("out.jpg"));
		assertRefused("two paths", "enhance", "--input", good, "--output", path("a.tif"), "--uncertainty", path("a.tif"));
		assertRefused("at least 2 samples", "enhance", "--input", good, "--output", path("a.tif"), "--uncertainty", path(
			"b.tif"), "--samples", "1");
		assertRefused("128x96", "generate", "--model", good, "--output", path("out.tif"), "--size", "128");
		assertRefused("is a folder", "train", "--input", good, "--output", folder.toString());
		assertEquals(before, names());
	}

	@Test
	void refusesFilesThatAreNoModels() {
		final String image = write(image(8, 64, 64, 1), "image.tif").toString();
		for (final String command : List.of("info", "export")) {
			final Run run = run(Stream.concat(Stream.of(command, image), command.equals("export") ? Stream.of("--output", path(
				"m.vae.zip")) : Stream.empty()).toArray(String[]::new));
			assertEquals(2, run.code, run.err);
		}
		assertRefused("", "enhance", "--input", image, "--output", path("out.tif"), "--model", image);
		assertEquals(List.of("image.tif"), names());
	}

	@Test
	void evaluatesLikeByHand() {
		final ImagePlus reference = image(8, 16, 16, 1);
		final ImagePlus image = image(8, 16, 16, 1);
		image.getProcessor().set(3, 3, 16);
		final String a = write(image, "a.tif").toString();
		final String b = write(reference, "b.png").toString();
		// 10 log10(255² / (16² / 256)) = 48.13
		final Run run = run("evaluate", "--image", a, "--reference", b);
		assertEquals(0, run.code, run.err);
		assertTrue(run.out.matches("PSNR 48\\.13 dB  SSIM [01]\\.\\d{3}\\R"), run.out);
		final ImagePlus mask = image(8, 16, 16, 1);
		mask.getProcessor().set(3, 3, 255);
		// 10 log10(255² / 16²) = 24.05
		assertTrue(run("evaluate", "--image", a, "--reference", b, "--mask", write(mask, "m.tif").toString()).out.startsWith(
			"PSNR 24.05 dB"));
	}

	@Test
	void tellsTheShareOfAMaskAndInvertsIt() throws IOException {
		ModelFile.write(TinyModel.noisy(), folder.resolve("tiny.vae.zip"));
		final String input = write(TinyModel.waves(8, 1, 1, 1), "a.tif").toString();
		final ImagePlus drawn = image(8, 64, 64, 1), kept = image(8, 64, 64, 1);
		for (int pixel = 0; pixel < 64 * 64; pixel++)
			(pixel % 64 == 9 ? drawn : kept).getProcessor().set(pixel, 1);
		final String mask = write(drawn, "mask.tif").toString(), inverse = write(kept, "inverse.tif").toString();
		final Run right = run("restore", "--input", input, "--mask", mask, "--model", path("tiny.vae.zip"), "--output", path("b.tif"));
		assertEquals(0, right.code, right.err);
		assertTrue(right.err.contains("The mask " + mask + " marks 64 of 4,096 pixels (1.56 %)."), right.err);
		final Run inverted = run("restore", "--input", input, "--mask", inverse, "--invert-mask", "--model", path("tiny.vae.zip"), "--output",
			path("c.tif"));
		assertEquals(0, inverted.code, inverted.err);
		org.junit.jupiter.api.Assertions.assertArrayEquals((byte[]) ImageReader.read(folder.resolve("b.tif")).getProcessor().getPixels(),
			(byte[]) ImageReader.read(folder.resolve("c.tif")).getProcessor().getPixels());
		final Run wrong = run("evaluate", "--image", input, "--reference", input, "--mask", inverse);
		assertTrue(wrong.err.contains("Warning: the mask " + inverse + " marks 4,032 of 4,096 pixels (98.44 %)") && wrong.err.contains(
			"--invert-mask"), wrong.err);
	}

	@Test
	void evaluationNeedsARangeBeyondBytes() {
		final String image = write(image(16, 16, 16, 2), "a.tif").toString();
		assertRefused("--range 65535", "evaluate", "--image", image, "--reference", image);
		assertRefused("above 0", "evaluate", "--image", image, "--reference", image, "--range", "-1");
		final String other = write(image(16, 16, 17, 2), "b.tif").toString();
		assertRefused("16 x 17", "evaluate", "--image", image, "--reference", other, "--range", "100");
		assertEquals(0, run("evaluate", "--image", image, "--reference", image, "--range", "100").code);
	}

	@Test
	void writesTheSample() {
		final Run run = run("sample", "--output", path("sample"), "--seed", "7");
		assertEquals(0, run.code, run.err);
		final Path sample = folder.resolve("sample");
		for (final String name : List.of("truth", "noisy", "clean")) {
			final ImagePlus stack = ImageReader.read(sample.resolve(name + ".tif"));
			assertEquals(16, stack.getBitDepth());
			assertEquals(8, stack.getStackSize());
		}
		assertEquals(1, ImageReader.read(sample.resolve("damaged.tif")).getStackSize());
		final int[] histogram = ImageReader.read(sample.resolve("mask.png")).getProcessor().getHistogram();
		assertEquals(256 * 256, histogram[0] + histogram[255]);
		assertTrue(histogram[255] > 100);
	}

	private void assertRefused(final String reason, final String... arguments) {
		final Run run = run(arguments);
		assertEquals(2, run.code, run.err);
		assertTrue(run.err.contains(reason), run.err);
		assertTrue(run.err.lines().count() <= 2, run.err);
	}

	private static ImagePlus image(final int bits, final int width, final int height, final int planes) {
		return new ImagePlus("image", ImageStack.create(width, height, planes, bits));
	}

	private Path write(final ImagePlus image, final String name) {
		ImageWriter.write(image, folder.resolve(name));
		return folder.resolve(name);
	}

	private String path(final String name) {
		return folder.resolve(name).toString();
	}

	private List<String> names() {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static Run run(final String... arguments) {
		final StringWriter out = new StringWriter();
		final StringWriter err = new StringWriter();
		final int code = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
		return new Run(code, out.toString(), err.toString());
	}

	/** What a command left behind. */
	private record Run(int code, String out, String err) {
	}
}
