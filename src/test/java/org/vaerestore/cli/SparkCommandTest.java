package org.vaerestore.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.job.InputException;

class SparkCommandTest {

	private static final String CLASS_PATH = String.join(File.pathSeparator, "classes", "a.jar", "jars/vae-restore-spark-1.jar", "slf4j-nop-2.jar",
		"b.jar");

	@TempDir
	Path home;

	private Path program() throws IOException {
		final Path bin = Files.createDirectories(home.resolve("bin"));
		for (final String name : List.of("spark-submit", "spark-submit.cmd"))
			assertTrue(Files.createFile(bin.resolve(name)).toFile().setExecutable(true));
		return bin.resolve(File.separatorChar == '\\' ? "spark-submit.cmd" : "spark-submit");
	}

	@Test
	void givesSparkWhatItNeeds() throws IOException {
		final Path program = program();
		for (final Map<String, String> environment : List.of(Map.of("SPARK_HOME", home.toString(), "PATH", "nowhere"), Map.of("PATH",
			"nowhere" + File.pathSeparator + home.resolve("bin"))))
			assertEquals(List.of(program.toString(), "--class", "org.vaerestore.spark.VaeRestoreSpark", "--jars", "a.jar,b.jar", "--master", "yarn",
				"--conf=a=b", "--verbose", "--name", "enhance", Path.of("jars", "vae-restore-spark-1.jar").toString(), "restore", "--input",
				"a.zarr"), SparkSubmit.of(environment, CLASS_PATH).command(List.of("--master", "yarn", "--conf=a=b", "--verbose", "--name",
					"enhance", "restore", "--input", "a.zarr")));
	}

	@Test
	void saysWhatIsMissing() throws IOException {
		final Map<String, String> nowhere = Map.of("SPARK_HOME", home.toString());
		assertTrue(message(nowhere, CLASS_PATH).startsWith("There is no spark-submit"));
		assertTrue(message(Map.of(), CLASS_PATH).contains("on the path; install Apache Spark 4"));
		program();
		assertTrue(message(nowhere, "a.jar").startsWith("There is no vae-restore-spark-*.jar"));
		final SparkSubmit submit = SparkSubmit.of(nowhere, CLASS_PATH);
		for (final List<String> arguments : List.of(List.<String> of(), List.of("--master"), List.of("--master", "yarn"), List.of("train")))
			assertTrue(assertThrows(InputException.class, () -> submit.command(arguments)).getMessage().contains("enhance and restore"));
	}

	private static String message(final Map<String, String> environment, final String classPath) {
		return assertThrows(InputException.class, () -> SparkSubmit.of(environment, classPath)).getMessage();
	}

	/** Options are Spark's, or another command's, and none of them this one's. */
	@Test
	void takesAnyOptions() {
		final CommandLineRun run = CommandLineRun.of("spark", "--master", "local[2]", "enhance", "--input", "a.zarr", "--whatever");
		assertEquals(ExitCode.BAD_INPUT, run.code());
		assertTrue(run.err().startsWith("vae-restore: There is no vae-restore-spark-*.jar"), run.err());
	}

	@Test
	void hasHelp() {
		final CommandLineRun run = CommandLineRun.of("spark", "--help");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().contains("OPTIONS OF SPARK-SUBMIT"), run.out());
	}
}
