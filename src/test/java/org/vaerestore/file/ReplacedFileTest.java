package org.vaerestore.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;

class ReplacedFileTest {

	@TempDir
	Path folder;

	@Test
	void leavesTheOldFileAndNothingElseWhenWritingFails() throws IOException {
		final Path file = Files.writeString(folder.resolve("result.tif"), "old");
		final InputException failed = assertThrows(InputException.class, () -> ReplacedFile.write(file, 10, out -> {
			out.write(new byte[5]);
			throw new IOException("No space left on device");
		}));
		assertTrue(failed.getMessage().contains("No space left on device"), failed.getMessage());
		assertEquals("old", Files.readString(file));
		assertEquals(List.of("result.tif"), names());
		final InputException e = assertThrows(InputException.class, () -> ReplacedFile.write(file, Long.MAX_VALUE,
			out -> {}));
		assertTrue(e.getMessage().contains("no room on the disk"), e.getMessage());
		assertEquals(List.of("result.tif"), names());
	}

	@Test
	void saysWhereNothingCanBeWritten() throws IOException {
		assertTrue(refusal(folder).contains("is a folder"));
		assertTrue(refusal(folder.resolve("no/file.tif")).contains("doesn't exist"));
		final Path a = folder.resolve("a"), b = folder.resolve("b");
		Files.createSymbolicLink(a, b);
		Files.createSymbolicLink(b, a);
		assertTrue(refusal(a).contains("in a circle"), refusal(a));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-------", "rw-r--r--", "rw-rw-rw-", "rwxr-x--x", "r--------", "rw--w----" })
	void aReplacedFileKeepsItsRights(final String rights) throws IOException {
		requirePosix();
		final Path file = Files.writeString(folder.resolve("patient.tif"), "old");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
		final List<String> meanwhile = new ArrayList<>();
		ReplacedFile.write(file, 0, out -> {
			out.write(1);
			for (final Path part : parts())
				meanwhile.add(rights(part));
		});
		assertEquals(rights, rights(file));
		assertEquals(1, Files.size(file));
		assertEquals(1, meanwhile.size());
		for (int i = 0; i < rights.length(); i++)
			assertTrue(meanwhile.get(0).charAt(i) == '-' || i < 2 && meanwhile.get(0).charAt(i) == rights.charAt(i), meanwhile
				.get(0));
	}

	@Test
	void aReplacedFileKeepsItsOwner() throws IOException {
		requirePosix();
		final Path file = Files.writeString(folder.resolve("patient.tif"), "old");
		final PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		final UserPrincipal other;
		try {
			other = file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
			view.setOwner(other);
		}
		catch (final IOException e) {
			assumeTrue(false, "only an administrator can give files away: " + e);
			return;
		}
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		ReplacedFile.write(file, 0, out -> out.write(1));
		assertEquals(other, Files.getOwner(file));
		assertEquals("rw-------", rights(file));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aLinkStaysAndItsTargetIsReplaced(final boolean there) throws IOException {
		requirePosix();
		final Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
		final Path target = elsewhere.resolve("target.tif");
		if (there) Files.setPosixFilePermissions(Files.writeString(target, "old"), PosixFilePermissions.fromString(
			"rw-------"));
		final Path first = Files.createSymbolicLink(folder.resolve("first.tif"), Path.of("second.tif"));
		final Path second = Files.createSymbolicLink(folder.resolve("second.tif"), target);
		ReplacedFile.write(first, 0, out -> out.write("new".getBytes()));
		assertTrue(Files.isSymbolicLink(first) && Files.isSymbolicLink(second));
		assertTrue(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS));
		assertEquals("new", Files.readString(target));
		if (there) assertEquals("rw-------", rights(target));
		assertEquals(List.of("elsewhere", "first.tif", "second.tif"), names());
	}

	@ParameterizedTest
	@ValueSource(strings = { "077", "027", "022", "002" })
	void aNewFileHasTheRightsThatTheUserGivesNewFiles(final String mask) throws Exception {
		requirePosix();
		final Path file = folder.resolve("new.tif");
		final Process writer = Writer.start(mask, folder, "write", file.toString());
		assertEquals(0, writer.waitFor(), () -> said(writer));
		final int expected = 0666 & ~Integer.parseInt(mask, 8);
		int actual = 0;
		for (final char c : rights(file).toCharArray())
			actual = 2 * actual + (c == '-' ? 0 : 1);
		assertEquals(expected, actual);
		assertEquals(List.of("new.tif"), names());
	}

	@Test
	void whatAKilledProgramLeftIsDeletedByTheNextAndNothingElse() throws Exception {
		requirePosix();
		final Path file = Files.writeString(folder.resolve("result.tif"), "old");
		final Path others = Files.writeString(folder.resolve(".vae-restore-notes.part"), "of a user");
		final Process writer = Writer.start("022", folder, "hang", file.toString());
		try {
			final Path part = theirs(writer);
			ReplacedFile.write(folder.resolve("other.tif"), 0, out -> out.write(1));
			assertTrue(Files.exists(part), "its writer is alive");
			writer.destroyForcibly().waitFor();
			assertTrue(Files.exists(part), "nobody has deleted it yet");
			assertEquals("old", Files.readString(file));
			ReplacedFile.write(file, 0, out -> out.write("new".getBytes()));
			assertFalse(Files.exists(part));
		}
		finally {
			writer.destroyForcibly();
		}
		assertEquals("new", Files.readString(file));
		assertEquals("of a user", Files.readString(others));
		assertEquals(List.of(".vae-restore-notes.part", "other.tif", "result.tif"), names());
	}

	@Test
	void manyWritersAtOnceLeaveOneWholeFile() throws Exception {
		requirePosix();
		final Path file = folder.resolve("result.tif");
		final List<Process> programs = new ArrayList<>();
		for (int i = 0; i < 2; i++)
			programs.add(Writer.start("022", folder, "write", file.toString()));
		IntStream.range(0, 200).parallel().forEach(i -> ReplacedFile.write(file, 0, out -> {
			final byte[] block = new byte[1000];
			java.util.Arrays.fill(block, (byte) i);
			for (int k = 0; k < 10; k++)
				out.write(block);
		}));
		for (final Process program : programs)
			assertEquals(0, program.waitFor(), () -> said(program));
		final byte[] content = Files.readAllBytes(file);
		assertTrue(content.length == 10_000 || new String(content).equals(Writer.CONTENT), content.length + " bytes");
		for (int i = 0; content.length == 10_000 && i < content.length; i++)
			assertEquals(content[0], content[i]);
		assertEquals(List.of("result.tif"), names());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anInterruptCancels(final boolean before) throws IOException {
		final Path file = Files.writeString(folder.resolve("result.tif"), "old");
		if (before) Thread.currentThread().interrupt();
		try {
			assertThrows(CancelledException.class, () -> ReplacedFile.write(file, 0, out -> {
				Thread.currentThread().interrupt();
				out.write(1);
			}));
		}
		finally {
			assertTrue(Thread.interrupted(), "the flag is kept");
		}
		assertEquals("old", Files.readString(file));
		assertEquals(List.of("result.tif"), names());
	}

	private String refusal(final Path file) {
		return assertThrows(InputException.class, () -> ReplacedFile.write(file, 0, out -> out.write(1))).getMessage();
	}

	private void requirePosix() {
		assumeTrue(PartFile.isPosix(folder), "no rights of Unix here");
	}

	/** Waits for what a program writes. */
	private Path theirs(final Process writer) throws Exception {
		while (writer.isAlive()) {
			for (final Path part : parts())
				if (Files.exists(part) && Files.size(part) > 0) return part;
			Thread.sleep(20);
		}
		throw new AssertionError(said(writer));
	}

	private List<Path> parts() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".part") && !file.endsWith(".vae-restore-notes.part")).toList();
		}
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static String rights(final Path file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
	}

	private static String said(final Process program) {
		try {
			return new String(program.getInputStream().readAllBytes());
		}
		catch (final IOException e) {
			return e.toString();
		}
	}
}
