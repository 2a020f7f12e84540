package org.vaerestore.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.model.ModelFile;

import ij.ImagePlus;

/** Whatever can't be done as it was asked for: exit code 2, one line on standard error that says why, and nothing else. */
class BadUsageTest {

	@TempDir
	static Path folder;

	@BeforeAll
	static void prepare() throws IOException {
		ImageWriter.write(TinyModel.waves(8, 1, 1, 1), folder.resolve("image.tif"));
		ImageWriter.write(TinyModel.waves(16, 1, 2, 1), folder.resolve("stack.tif"));
		final ImagePlus mask = TinyModel.waves(8, 1, 1, 1);
		mask.getProcessor().setValue(0);
		mask.getProcessor().fill();
		ImageWriter.write(mask, folder.resolve("empty-mask.tif"));
		mask.getProcessor().set(20, 20, 255);
		ImageWriter.write(mask, folder.resolve("mask.tif"));
		mask.getProcessor().setValue(255);
		mask.getProcessor().fill();
		ImageWriter.write(mask, folder.resolve("full-mask.tif"));
		ModelFile.write(TinyModel.noisy(), folder.resolve("model.vae.zip"));
		Files.writeString(folder.resolve("notes.txt"), "two\nlines");
		Files.createFile(folder.resolve("nothing.tif"));
		Files.createDirectory(folder.resolve("empty"));
		Files.createDirectory(folder.resolve("mixed"));
		Files.writeString(folder.resolve("mixed").resolve("a.txt"), "text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "enhence", "--no-such", "enhance", "enhance image.tif", "enhance --input image.tif",
		"enhance --output OUT.tif", "enhance --input --output OUT.tif", "enhance --input none.tif --output OUT.tif",
		"enhance --input nothing.tif --output OUT.tif", "enhance --input notes.txt --output OUT.tif",
		"enhance --input empty --output OUT.tif", "enhance --input mixed --output OUT.tif",
		"enhance --input model.vae.zip --output OUT.tif", "enhance --input image.tif --output no/OUT.tif",
		"enhance --input image.tif --output empty", "enhance --input image.tif --output OUT", "enhance --input image.tif --output OUT.jpg",
		"enhance --input image.tif --output OUT.xyz", "enhance --input stack.tif --output OUT.png",
		"enhance --input image.tif --output OUT.png --float", "enhance --input image.tif --output OUT.tif --output OUT2.tif",
		"enhance --input image.tif --output OUT.tif --samples -1", "enhance --input image.tif --output OUT.tif --samples many",
		"enhance --input image.tif --output OUT.tif --samples 1.5", "enhance --input image.tif --output OUT.tif --samples 99999999999",
		"enhance --input image.tif --output OUT.tif --samples 20000", "enhance --input image.tif --output OUT.tif --strength 101",
		"enhance --input image.tif --output OUT.tif --strength NaN", "enhance --input image.tif --output OUT.tif --threads 0",
		"enhance --input image.tif --output OUT.tif --threads -3", "enhance --input image.tif --output OUT.tif --seed one",
		"enhance --input image.tif --output OUT.tif --model", "enhance --input image.tif --output OUT.tif --model none.vae.zip",
		"enhance --input image.tif --output OUT.tif --model image.tif", "enhance --input image.tif --output OUT.tif --model empty",
		"enhance --input image.tif --output OUT.tif --model notes.txt", "enhance --input image.tif --output OUT.tif --minutes 1",
		"enhance --input image.tif --output OUT.tif --save-model OUT.vae.zip",
		"enhance --input image.tif --output OUT.tif --model model.vae.zip --signal noisy",
		"enhance --input image.tif --output OUT.tif --model learn --minutes 0",
		"enhance --input image.tif --output OUT.tif --model learn --minutes -1",
		"enhance --input image.tif --output OUT.tif --model learn --minutes NaN",
		"enhance --input image.tif --output OUT.tif --model learn --save-model no/m.vae.zip",
		"enhance --input image.tif --output OUT.tif --signal foggy",
		"enhance --input image.tif --output OUT.tif --uncertainty OUT.tif",
		"enhance --input image.tif --output OUT.tif --uncertainty SD.png",
		"enhance --input image.tif --output OUT.tif --uncertainty SD.tif --samples 1",
		"enhance --input image.tif --output OUT.tif extra", "restore --input image.tif --output OUT.tif",
		"restore --input image.tif --mask none.tif --output OUT.tif", "restore --input image.tif --mask empty-mask.tif --output OUT.tif",
		"restore --input image.tif --mask full-mask.tif --output OUT.tif", "restore --input image.tif --mask notes.txt --output OUT.tif",
		"restore --input image.tif --mask mask.tif --output OUT.tif --mode fast",
		"restore --input image.tif --mask mask.tif --output OUT.tif --result better",
		"restore --input image.tif --mask mask.tif --output OUT.tif --result alternatives",
		"restore --input image.tif --mask mask.tif --output OUT.png --result alternatives --samples 2",
		"restore --input image.tif --mask mask.tif --output OUT.tif --result alternatives --samples 2 --uncertainty OUT2.tif",
		"restore --input image.tif --mask mask.tif --output OUT.tif --result natural --report OUT.html",
		"enhance --input image.tif --output OUT.tif --result alternatives", "enhance --input image.tif --output OUT.tif --result natural --report OUT.html",
		"enhance --input image.tif --output OUT.tif --result natural --strength 50",
		"train --input image.tif", "train --output OUT.vae.zip", "train --input none.tif --output OUT.vae.zip",
		"train --input image.tif --output OUT.vae.zip --minutes 1 --steps 1", "train --input image.tif --output OUT.vae.zip --steps -5",
		"train --input image.tif --output OUT.vae.zip --resume none.vae.zip", "train --input image.tif --output OUT.vae.zip --levels 0",
		"train --input image.tif --output OUT.vae.zip --channels 0", "train --input image.tif --output OUT.vae.zip --patch 7",
		"train --input image.tif --output OUT.vae.zip --steps 1 --report image.tif", "train --input image.tif --output empty",
		"train --input image.tif stack.tif --output OUT.vae.zip --resume model.vae.zip --levels 3",
		"generate --output OUT.tif", "generate --model none.vae.zip --output OUT.tif", "generate --model model.vae.zip --output OUT.png",
		"generate --model model.vae.zip --output OUT.tif --count 0", "generate --model model.vae.zip --output OUT.tif --size 3x3",
		"generate --model model.vae.zip --output OUT.tif --size wide", "generate --model model.vae.zip --output OUT.tif --size 99999x99999",
		"evaluate --image image.tif", "evaluate --image image.tif --reference stack.tif",
		"evaluate --image stack.tif --reference stack.tif", "evaluate --image image.tif --reference none.tif",
		"evaluate --image stack.tif --reference stack.tif --range zero", "info", "info none.vae.zip", "info image.tif", "info empty",
		"info model.vae.zip image.tif", "export model.vae.zip", "export model.vae.zip --output no/OUT.vae.zip",
		"export none.vae.zip --output OUT.vae.zip", "sample", "sample --output image.tif", "sample --output OUT --seed x", "help enhence",
		"generate-completion --no-such" })
	void isRefusedInOneLine(final String line) throws IOException {
		final List<String> before = names();
		final Run run = run(arguments(line));
		assertEquals(2, run.code, run.err);
		assertTrue(run.err.matches("vae-restore: [^\\n]{10,}\\n"), run.err);
		assertTrue(!run.err.contains("unexpectedly") && !run.err.contains("Exception"), run.err);
		assertEquals("", run.out);
		assertEquals(before, names());
	}

	@Test
	void whatFailsByAFaultIsToldInOneLineToo() {
		final StringWriter err = new StringWriter();
		final picocli.CommandLine line = new picocli.CommandLine(new VaeRestoreCommand());
		line.setErr(new PrintWriter(err));
		for (final Throwable fault : List.of(new IllegalStateException("first\nsecond"), new ExceptionInInitializerError("natives"),
			new OutOfMemoryError(), new NullPointerException()))
			assertEquals(ExitCode.FAILED, new Failures().handle(fault, line, false));
		assertEquals(4, err.toString().lines().count(), err.toString());
		assertTrue(err.toString().contains("first second") && err.toString().contains("not enough memory"), err.toString());
	}

	private static String[] arguments(final String line) {
		return line.isEmpty() ? new String[0] : Stream.of(line.split(" ")).map(word -> word.matches("[A-Z]+[0-9]?(\\..+)?|no/.+") || Files
			.exists(folder.resolve(word)) || word.startsWith("none.") ? folder.resolve(word).toString() : word).toArray(String[]::new);
	}

	private static List<String> names() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.map(Path::toString).sorted().toList();
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
