package org.vaerestore.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell script that starts the command line, with a program in its place that tells its arguments and its heap. */
class LauncherTest {

	private static final String PROGRAM = """
		package org.vaerestore.cli;
		public final class Main {
			public static void main(final String[] arguments) {
				System.out.println(String.join(" ", arguments));
				System.out.println(Runtime.getRuntime().maxMemory() >> 20);
			}
		}
		""";

	@TempDir
	static Path home;

	@BeforeAll
	static void layOut() throws IOException {
		assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no shell here");
		final Path source = Files.writeString(home.resolve("Main.java"), PROGRAM);
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", home.resolve("classes").toString(), source
			.toString()));
		jar(Files.createDirectories(home.resolve("plugins")).resolve("VAE_Restore-0.jar"), home.resolve("classes"));
		jar(home.resolve("ij.jar"), null);
		Files.createDirectories(home.resolve("jars"));
		final Path script = Files.createDirectories(home.resolve("bin")).resolve("vae-restore");
		Files.copy(Path.of("src", "main", "bin", "vae-restore"), script);
		assertTrue(script.toFile().setExecutable(true));
	}

	/** Java says on standard output that a nursery of 96 MB is more than all of it. */
	@ParameterizedTest
	@CsvSource({ "64m, 64", "65536k, 64", "67108864, 64", "0128M, 128", "1g, 1024" })
	void standardOutputHasResultsAlone(final String heap, final int megabytes) throws Exception {
		final Run run = run(heap, "", "enhance", "two words");
		assertEquals(0, run.code, run.err);
		assertEquals("", run.err);
		final List<String> lines = run.out.lines().toList();
		assertEquals(2, lines.size(), run.out);
		assertEquals("enhance two words", lines.get(0));
		// A part of the nursery doesn't count.
		assertEquals(megabytes, Integer.parseInt(lines.get(1)), 0.15 * megabytes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "lots", "1m", "63m", "0", "8gb", "-8g", "8 g", "g", "1.5g", "99999999999999999999g", "17t", "8g;ls" })
	void aHeapThatCantBeIsRefusedInOneLine(final String heap) throws Exception {
		final Run run = run(heap, "", "info");
		assertEquals(2, run.code, run.out + run.err);
		assertEquals("", run.out);
		assertEquals("vae-restore: VAE_RESTORE_XMX is " + heap + "; it must be a size from 64m to 16t, such as 8g.\n", run.err);
	}

	@Test
	void optionsOfTheUserComeLast() throws Exception {
		final Run run = run("1g", "-Xmx128m -Dsome=thing", "info");
		assertEquals("", run.err);
		assertEquals(128, Integer.parseInt(run.out.lines().toList().get(1)), 20);
	}

	private static void jar(final Path path, final Path classes) throws IOException {
		try (OutputStream out = Files.newOutputStream(path); JarOutputStream jar = new JarOutputStream(out)) {
			final String name = "org/vaerestore/cli/Main.class";
			jar.putNextEntry(new JarEntry(classes == null ? "empty" : name));
			if (classes != null) Files.copy(classes.resolve(name), jar);
		}
	}

	private static Run run(final String heap, final String options, final String... arguments) throws Exception {
		final List<String> command = new ArrayList<>(List.of(home.resolve("bin").resolve("vae-restore").toString()));
		command.addAll(List.of(arguments));
		final Path out = home.resolve("out"), err = home.resolve("err");
		final ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
		builder.environment().put("VAE_RESTORE_XMX", heap);
		builder.environment().put("VAE_RESTORE_OPTS", options);
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().remove("JAVA_TOOL_OPTIONS");
		final int code = builder.start().waitFor();
		return new Run(code, Files.readString(out), Files.readString(err));
	}

	/** What the script left behind. */
	private record Run(int code, String out, String err) {
	}
}
