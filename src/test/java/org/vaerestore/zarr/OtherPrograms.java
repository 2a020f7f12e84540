package org.vaerestore.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that read and write Zarr and that nobody here has written. */
final class OtherPrograms {

	private final Path folder;

	/** @param folder where their scripts may be put */
	OtherPrograms(final Path folder) {
		this.folder = folder;
	}

	/** Runs zarr-python 2; skips the test where it isn't installed. */
	void python(final String... arguments) throws IOException, InterruptedException {
		final String python = System.getenv().getOrDefault("PYTHON_WITH_ZARR", "python3");
		assumeTrue(runs(List.of(python, "-c", "import zarr, numcodecs; assert zarr.__version__[0] == '2'")),
			"Skipped: there is no python3 with zarr 2 (set PYTHON_WITH_ZARR).");
		run(List.of(python, script("zarr2.py").toString()), arguments);
	}

	/** Runs zarrita; skips the test where it isn't installed. */
	void zarrita(final String... arguments) throws IOException, InterruptedException {
		final String installed = System.getenv("ZARRITA");
		assumeTrue(installed != null && Files.isDirectory(Path.of(installed, "node_modules", "zarrita")) && runs(List.of("node", "--version")),
			"Skipped: there is no zarrita (npm install zarrita in a folder, and set ZARRITA to it).");
		final Path script = script("zarrita.mjs"), link = folder.resolve("node_modules");
		if (!Files.exists(link)) Files.createSymbolicLink(link, Path.of(installed, "node_modules").toAbsolutePath());
		run(List.of("node", script.toString()), arguments);
	}

	private Path script(final String name) throws IOException {
		final Path script = folder.resolve(name);
		try (InputStream in = OtherPrograms.class.getResourceAsStream(name)) {
			Files.write(script, in.readAllBytes());
		}
		return script;
	}

	private static boolean runs(final List<String> command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		}
		catch (final IOException e) {
			return false;
		}
	}

	private static void run(final List<String> program, final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(program);
		command.addAll(List.of(arguments));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes());
		process.waitFor(1, TimeUnit.MINUTES);
		assertEquals(0, process.exitValue(), output);
	}
}
