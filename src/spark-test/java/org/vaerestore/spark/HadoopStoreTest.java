package org.vaerestore.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.zarr.store.Store;

class HadoopStoreTest {

	@TempDir
	java.nio.file.Path folder;

	/** Local files without checksums, the same as an object store; and a real one, where there is one to be tried. */
	static Stream<String> schemes() {
		final String real = System.getProperty("spark.test.files");
		return Stream.concat(Stream.of("file", "s3a"), Stream.ofNullable(real));
	}

	private HadoopStore store(final String scheme) throws IOException {
		if (scheme.contains(":")) {
			final Path root = new Path(scheme, UUID.randomUUID().toString());
			return new HadoopStore(root.getFileSystem(new Configuration()), root);
		}
		return new HadoopStore(files(scheme), new Path(folder.toUri().getPath()));
	}

	private static FlakyFiles files(final String scheme) throws IOException {
		final FlakyFiles files = new FlakyFiles(scheme);
		files.initialize(files.getUri(), new Configuration());
		return files;
	}

	@ParameterizedTest
	@MethodSource("schemes")
	void holdsKeys(final String scheme) throws IOException {
		final Store store = store(scheme);
		store.write("a/b", new byte[] { 9 });
		store.write("a/b", new byte[] { 1, 2, 3 });
		store.write(".zattrs", new byte[0]);
		assertArrayEquals(new byte[] { 1, 2, 3 }, store.read("a/b", 3).orElseThrow());
		assertArrayEquals(new byte[] { 2, 3 }, store.read("a/b", 1, 2));
		assertArrayEquals(new byte[0], store.read(".zattrs", 3).orElseThrow());
		assertEquals(OptionalLong.of(3), store.size("a/b"));
		for (final String missing : List.of("a", "c", "a/c", "a/b/c")) {
			assertEquals(Optional.empty(), store.read(missing, 100), missing);
			assertEquals(OptionalLong.empty(), store.size(missing), missing);
			assertThrows(IOException.class, () -> store.read(missing, 0, 1), missing);
		}
		assertEquals(new TreeSet<>(List.of("a", ".zattrs")), new TreeSet<>(store.list("")));
		assertEquals(List.of("b"), store.list("a"));
		assertEquals(List.of(), store.list("c"));
		assertEquals(List.of(), store.list("a/b"));
		assertEquals(List.of(), store.list("a/b/c"));
		assertTrue(assertThrows(EOFException.class, () -> store.read("a/b", 2, 2)).getMessage().contains("it has 3 bytes"));
		assertThrows(EOFException.class, () -> store.read("a/b", 20, 2));
		assertTrue(assertThrows(IOException.class, () -> store.read("a/b", 2)).getMessage().contains("it has 3 bytes"));
		assertTrue(store.describe("a/b").endsWith("/a/b"));
		store.close();
		assertEquals(List.of("b"), store.list("a"), "what others share stays open");
	}

	/** No key leads out of a folder. */
	@ParameterizedTest
	@ValueSource(strings = { "../a", "a/../../b", "/etc/passwd", "a//b", "./a", "a/", "a\\b", "s3a://other/a", "a:b" })
	void staysInsideItsFolder(final String key) throws IOException {
		final Store store = store("file");
		assertThrows(IOException.class, () -> store.read(key, 100));
		assertThrows(IOException.class, () -> store.write(key, new byte[1]));
	}

	/** Whoever reads while many write sees what one of them wrote, or nothing, and never a part. */
	@ParameterizedTest
	@MethodSource("schemes")
	void readsWholeFilesWhileTheyAreWritten(final String scheme) throws Exception {
		if (scheme.equals("s3a")) return; // Local files are written directly here, which no object store does.
		final Store store = store(scheme);
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			final List<Future<Integer>> writers = IntStream.range(0, 3).mapToObj(writer -> threads.submit(() -> {
				int written = 0;
				for (int i = 0; i < 50; i++) {
					final byte[] content = new byte[100_000 + writer];
					Arrays.fill(content, (byte) writer);
					try {
						store.write("a", content);
						written++;
					}
					catch (final IOException e) {
						// One was faster; a job would try again.
					}
				}
				return written;
			})).toList();
			while (!writers.stream().allMatch(Future::isDone))
				store.read("a", 200_000).ifPresent(content -> {
					assertEquals(100_000 + content[0], content.length);
					assertEquals(0, IntStream.range(0, content.length).filter(i -> content[i] != content[0]).count());
				});
			for (final Future<Integer> writer : writers)
				assertTrue(writer.get() > 0);
		}
		finally {
			threads.shutdownNow();
		}
		assertEquals(List.of("a"), store.list(""));
	}

	@Test
	void leavesAnOldFileWhereWritingFails() throws IOException {
		final FlakyFiles files = files("file");
		final HadoopStore store = new HadoopStore(files, new Path(folder.toUri().getPath()));
		store.write("a", new byte[] { 1 });
		files.failing = true;
		assertThrows(IOException.class, () -> store.write("a", new byte[100]));
		assertArrayEquals(new byte[] { 1 }, store.read("a", 100).orElseThrow());
		assertEquals(1, files.listStatus(new Path(folder.toUri().getPath())).length, "what was begun is deleted");
	}

	/** An object store would show what was closed. */
	@Test
	void abortsWhatFailsInAnObjectStore() throws IOException {
		final FlakyFiles files = files("s3a");
		files.failing = true;
		final HadoopStore store = new HadoopStore(files, new Path(folder.toUri().getPath()));
		assertThrows(IOException.class, () -> store.write("a", new byte[100]));
		assertEquals(1, files.aborted);
		assertEquals(0, files.renamed);
	}

	/** What killed programs leave is nobody's key. */
	@Test
	void hidesWhatIsBeingWritten() throws IOException {
		final FileSystem files = new RawLocalFileSystem();
		files.initialize(files.getUri(), new Configuration());
		files.create(new Path(folder.toUri().getPath(), ".a." + UUID.randomUUID() + ".part")).close();
		assertEquals(List.of(), store("file").list(""));
	}

	/** Deleted between the two questions that a read is. */
	@Test
	void takesWhatDisappearsForMissing() throws IOException {
		final FileSystem files = new RawLocalFileSystem() {

			@Override
			public FileStatus getFileStatus(final Path path) throws IOException {
				final FileStatus status = super.getFileStatus(path);
				if (status.isFile()) delete(path, false);
				return status;
			}
		};
		files.initialize(files.getUri(), new Configuration());
		final HadoopStore store = new HadoopStore(files, new Path(folder.toUri().getPath()));
		store("file").write("a", new byte[1]);
		assertEquals(Optional.empty(), store.read("a", 100));
		assertThrows(FileNotFoundException.class, () -> store.read("a", 0, 1));
	}
}
