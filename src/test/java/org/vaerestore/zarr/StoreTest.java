package org.vaerestore.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.zarr.store.FolderStore;
import org.vaerestore.zarr.store.Keys;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.ZipStore;

class StoreTest {

	@TempDir
	Path folder;

	/** A folder and a zip hold the same, and say the same of it. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void holdsKeys(final boolean zip) throws IOException {
		try (Store store = zip ? zipped() : written()) {
			assertArrayEquals(new byte[] { 1, 2, 3 }, store.read("a/b", 3).orElseThrow());
			assertArrayEquals(new byte[] { 2, 3 }, store.read("a/b", 1, 2));
			assertEquals(OptionalLong.of(3), store.size("a/b"));
			for (final String missing : List.of("a", "c", "a/c", "a/b/c")) {
				assertEquals(Optional.empty(), store.read(missing, 100), missing);
				assertEquals(OptionalLong.empty(), store.size(missing), missing);
			}
			assertEquals(new TreeSet<>(List.of("a", ".zattrs")), new TreeSet<>(store.list("")));
			assertEquals(List.of("b"), store.list("a"));
			assertEquals(List.of(), store.list("c"));
			assertEquals(List.of(), store.list("a/b"));
			assertThrows(EOFException.class, () -> store.read("a/b", 2, 2));
			assertTrue(assertThrows(IOException.class, () -> store.read("a/b", 2)).getMessage().contains("it has 3 bytes"));
		}
	}

	private Store written() throws IOException {
		final Store store = new FolderStore(folder);
		store.write("a/b", new byte[] { 9 });
		store.write("a/b", new byte[] { 1, 2, 3 });
		store.write(".zattrs", new byte[0]);
		return store;
	}

	/** As some systems make them, with folders of their own beside. */
	private Store zipped() throws IOException {
		final Path file = folder.resolve("a.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (final String name : List.of("x/", "x/a/", "x/a/b", "x/.zattrs", "__MACOSX/x/._a", ".DS_Store")) {
				zip.putNextEntry(new ZipEntry(name));
				if (name.endsWith("b")) zip.write(new byte[] { 1, 2, 3 });
			}
		}
		return new ZipStore(file);
	}

	/** Chunks of nothing are missing among those that a mark tells of. */
	@Test
	void marksAreWrittenAfterOthers() throws IOException {
		final Store store = written();
		store.writeAfter("a/mark", new byte[] { 7 }, List.of("a/b", "a/missing", "nowhere/c"));
		assertArrayEquals(new byte[] { 7 }, store.read("a/mark", 1).orElseThrow());
		assertEquals(new TreeSet<>(List.of("b", "mark")), new TreeSet<>(store.list("a")));
		assertThrows(IOException.class, () -> store.writeAfter("../mark", new byte[1], List.of()));
		assertThrows(IOException.class, () -> store.writeAfter("mark", new byte[1], List.of("../a")));
	}

	@Test
	void writesNothingToZips() throws IOException {
		try (Store store = zipped()) {
			assertThrows(IOException.class, () -> store.write("a", new byte[0]));
		}
	}

	/** No key leads out of a folder. */
	@ParameterizedTest
	@ValueSource(strings = { "../a", "a/../../b", "/etc/passwd", "a//b", "./a", "a/", "a\\b" })
	void staysInsideItsFolder(final String key) {
		final Store store = new FolderStore(folder.resolve("inside"));
		assertThrows(IOException.class, () -> store.read(key, 100));
		assertThrows(IOException.class, () -> store.write(key, new byte[1]));
	}

	@Test
	void resolvesPaths() {
		assertEquals(Optional.of("a/b"), Keys.resolve("a", "b"));
		assertEquals(Optional.of("a/b/c"), Keys.resolve("a", "./b//c/"));
		assertEquals(Optional.of(""), Keys.resolve("", "."));
		for (final String nowhere : List.of("..", "b/../c", "/b", "b\\c", "b\u0000"))
			assertEquals(Optional.empty(), Keys.resolve("a", nowhere), nowhere);
	}
}
