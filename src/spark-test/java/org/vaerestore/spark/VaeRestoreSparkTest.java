package org.vaerestore.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as spark-submit starts it. */
class VaeRestoreSparkTest {

	/** What spark-submit gives programs as settings. */
	private static final Map<String, String> SETTINGS = Map.of("spark.master", "local[2]", "spark.ui.enabled", "false", "spark.driver.host",
		"localhost", "spark.driver.bindAddress", "127.0.0.1");

	@TempDir
	Path folder;

	@BeforeEach
	void set() {
		SETTINGS.forEach(System::setProperty);
	}

	@AfterEach
	void unset() {
		SETTINGS.keySet().forEach(System::clearProperty);
	}

	@Test
	void enhancesOnSpark() {
		final TestJob job = new TestJob(folder);
		final Path output = folder.resolve("output.ome.zarr");
		assertEquals(0, VaeRestoreSpark.run("enhance", "--input", job.input().toString(), "--output", output.toString(), "--fast"));
		assertTrue(Files.exists(output.resolve("zarr.json")));
		assertEquals(2, VaeRestoreSpark.run("enhance", "--input", job.input().toString(), "--output", output.toString(), "--fast"),
			"it isn't written over");
		assertEquals(2, VaeRestoreSpark.run("enhance", "--input", job.input().toString(), "--output", folder.resolve("other.ome.zarr")
			.toString(), "--fast", "--blocks", "1/2"));
	}
}
