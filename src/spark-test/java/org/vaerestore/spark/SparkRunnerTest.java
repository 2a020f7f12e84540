package org.vaerestore.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.blocks.BlockShare;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.zarr.store.Stores;

/** Jobs on a Spark whose tasks are threads of this program. */
class SparkRunnerTest {

	@TempDir
	static Path folder;
	private static JavaSparkContext spark;
	private static TestJob job;
	private static String expected;
	private String actual;

	@BeforeAll
	static void start() {
		job = new TestJob(folder);
		expected = job.doneHere("expected");
		spark = TestSpark.threads();
	}

	@AfterAll
	static void stop() {
		spark.close();
	}

	@BeforeEach
	void plan(final TestInfo test) {
		actual = job.planned(test.getDisplayName());
	}

	private void run(final Stores stores, final Progress progress) {
		new SparkRunner(spark).run(actual, stores, BlockShare.ALL, 1, progress);
	}

	@Test
	void givesTheSameBits() {
		final Watching watching = Watching.until(0.5, () -> {});
		run(Stores.local(), watching);
		TestJob.assertSame(expected, actual);
		assertEquals(1, watching.told.get(watching.told.size() - 1));
		assertTrue(watching.isReached());
		assertEquals(watching.told.stream().sorted().toList(), watching.told);
	}

	/** Nothing is written any more when the user is told so, and what was done isn't done again. */
	@Test
	void goesOnWhereItWasCancelled() throws IOException {
		assertThrows(CancelledException.class, () -> run(Stores.local(), Watching.cancellingAt(0.4)));
		final Map<Path, FileTime> before = times();
		assertEquals(0, spark.statusTracker().getActiveJobIds().length);
		run(Stores.local(), Progress.silent());
		TestJob.assertSame(expected, actual);
		final Map<Path, FileTime> after = times();
		before.forEach((file, time) -> assertEquals(time, after.get(file), file.toString()));
	}

	private Map<Path, FileTime> times() throws IOException {
		final Map<Path, FileTime> times = new TreeMap<>();
		try (Stream<Path> files = Files.walk(Path.of(actual))) {
			for (final Path file : (Iterable<Path>) files.filter(Files::isRegularFile).filter(file -> !file.getParent().endsWith(
				"running"))::iterator)
				times.put(file, Files.getLastModifiedTime(file));
		}
		return times;
	}

	@Test
	void endsWithAnInterrupt() {
		final Thread here = Thread.currentThread();
		assertThrows(CancelledException.class, () -> run(Stores.local(), Watching.until(0.4, here::interrupt)));
		assertTrue(Thread.interrupted(), "it stays");
		run(Stores.local(), Progress.silent());
		TestJob.assertSame(expected, actual);
	}

	@Test
	void passesOverWhatIsDone() {
		run(new TroubledStores("first", 0, 0, 0), Progress.silent());
		run(new TroubledStores("again", 0, 0, 0), Progress.silent());
		assertTrue(TroubledStores.count("again").get() <= TroubledStores.count("first").get() - TestJob.BLOCKS);
	}

	@Test
	void livesWithAStoreThatFailsNowAndThen() {
		run(new TroubledStores("flaky", 5, 0, 0), Progress.silent());
		TestJob.assertSame(expected, actual);
	}

	@Test
	void livesWithASlowStore() {
		run(new TroubledStores("slow", 0, 0, 20), Progress.silent());
		TestJob.assertSame(expected, actual);
	}

	/** Even if each of a task's blocks does. */
	@Test
	void livesWithBlocksThatFailTwice() {
		run(new TroubledStores("twice", 0, 2, 0), Progress.silent());
		TestJob.assertSame(expected, actual);
	}

	@Test
	void saysWhatFailsAgainAndAgain() {
		final String message = assertThrows(InputException.class, () -> run(new TroubledStores("gone", 1, 0, 0), Progress.silent()))
			.getMessage();
		assertTrue(message.contains("the network is gone"), message);
		assertFalse(message.contains("org.apache"), message);
		run(Stores.local(), Progress.silent());
		TestJob.assertSame(expected, actual);
	}

	/** Two at a time would do everything twice. */
	@Test
	void refusesASecondRunAtATime() {
		final InputException[] refused = new InputException[1];
		run(Stores.local(), Watching.until(0.2, () -> refused[0] = assertThrows(InputException.class, () -> run(Stores.local(), Progress
			.silent()))));
		assertTrue(refused[0].getMessage().contains("Another program is writing"), refused[0].getMessage());
		TestJob.assertSame(expected, actual);
	}

	@Test
	void dividesBlocksItself() {
		assertTrue(assertThrows(InputException.class, () -> new SparkRunner(spark).run(actual, Stores.local(), new BlockShare(3, 16), 1, Progress
			.silent())).getMessage().contains("3/16"));
	}
}
