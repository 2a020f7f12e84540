package org.vaerestore.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyFilesTest {

	@TempDir
	Path folder;

	@Test
	void makesFoldersAndReplacesFiles() throws IOException {
		final ManyFiles files = new ManyFiles();
		final Path file = folder.resolve("a/b/c");
		files.write(file, new byte[] { 1, 2 });
		files.write(file, new byte[] { 3 });
		assertArrayEquals(new byte[] { 3 }, Files.readAllBytes(file));
		assertEquals(1, names(file.getParent()));
	}

	@Test
	void deletesWhatKilledProgramsHaveLeft() throws IOException {
		final Path left = folder.resolve(".vae-restore-1x1-0123456789abcdef0123456789abcdef.part");
		Files.writeString(left, "half");
		new ManyFiles().write(folder.resolve("a"), new byte[1]);
		assertFalse(Files.exists(left));
	}

	@Test
	void leavesTheOldFileWhenItIsInterrupted() throws IOException {
		final ManyFiles files = new ManyFiles();
		final Path file = folder.resolve("a");
		files.write(file, new byte[] { 1 });
		Thread.currentThread().interrupt();
		assertThrows(ClosedByInterruptException.class, () -> files.write(file, new byte[] { 2 }));
		assertEquals(true, Thread.interrupted());
		assertArrayEquals(new byte[] { 1 }, Files.readAllBytes(file));
		assertEquals(1, names(folder));
	}

	private static long names(final Path folder) throws IOException {
		try (Stream<Path> names = Files.list(folder)) {
			return names.count();
		}
	}
}
