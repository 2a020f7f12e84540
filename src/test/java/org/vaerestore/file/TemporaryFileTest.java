package org.vaerestore.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {

	@TempDir
	Path folder;

	@Test
	void isThereForItsUserAloneUntilItIsClosed() throws IOException {
		final Path path;
		try (TemporaryFile file = TemporaryFile.named("model.vae.zip")) {
			path = Files.writeString(file.path(), "content");
			assertEquals("model.vae.zip", path.getFileName().toString());
			if (PartFile.isPosix(folder)) assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(
				path.getParent())));
		}
		assertTrue(Files.notExists(path.getParent()));
	}

	@Test
	void whatAKilledProgramLeftIsDeletedByTheNextAndNothingElse() throws Exception {
		assumeTrue(PartFile.isPosix(folder), "no shell here");
		final Path others = Files.createDirectory(folder.resolve("vae-restore-notes.tmp"));
		final Process hanging = Writer.start("022", folder, "hangtemporary");
		try {
			while (hanging.isAlive() && !isThere())
				Thread.sleep(20);
			run();
			assertTrue(isThere(), "its program is alive");
			hanging.destroyForcibly().waitFor();
			assertTrue(isThere());
			run();
			assertEquals(List.of(others), list(folder));
		}
		finally {
			hanging.destroyForcibly();
		}
	}

	@Test
	void aMissingTemporaryFolderIsSaidInASentence() throws Exception {
		assumeTrue(PartFile.isPosix(folder), "no shell here");
		final Process program = Writer.start("022", folder.resolve("none"), "temporary");
		final String said = new String(program.getInputStream().readAllBytes());
		assertEquals(1, program.waitFor());
		assertTrue(said.contains("InputException: The temporary folder " + folder.resolve("none") + " doesn't exist"), said);
	}

	private void run() throws Exception {
		final Process program = Writer.start("022", folder, "temporary");
		final String said = new String(program.getInputStream().readAllBytes());
		assertEquals(0, program.waitFor(), said);
	}

	private boolean isThere() throws IOException {
		for (final Path file : list(folder))
			if (Files.exists(file.resolve("model"))) return true;
		return false;
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}
}
