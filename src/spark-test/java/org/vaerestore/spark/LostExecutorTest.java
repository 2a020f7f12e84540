package org.vaerestore.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.blocks.BlockShare;
import org.vaerestore.zarr.store.Stores;

/**
 * Jobs on a Spark whose tasks run in programs of their own, some twice at a time, of which one is killed at some point;
 * -Dspark.test.kills=20 for more.
 */
class LostExecutorTest {

	@TempDir
	Path folder;

	@Test
	void givesTheSameBitsWhenAnExecutorIsKilled() {
		final TestJob job = new TestJob(folder);
		final String expected = job.doneHere("expected");
		final Random random = new Random(Long.getLong("spark.test.seed", 1));
		try (JavaSparkContext spark = TestSpark.programs("spark.speculation=true", "spark.speculation.quantile=0.3",
			"spark.speculation.multiplier=1.1", "spark.speculation.minTaskRuntime=10ms")) {
			for (int i = 0; i < Integer.getInteger("spark.test.kills", 1); i++) {
				final String actual = job.planned("actual" + i);
				final Watching watching = Watching.until(random.nextDouble(), () -> kill(random));
				new SparkRunner(spark).run(actual, Stores.local(), BlockShare.ALL, 1, watching);
				assertTrue(watching.isReached());
				TestJob.assertSame(expected, actual);
			}
		}
	}

	private static void kill(final Random random) {
		final List<ProcessHandle> executors = TestSpark.executors();
		assertTrue(executors.get(random.nextInt(executors.size())).destroyForcibly());
	}
}
