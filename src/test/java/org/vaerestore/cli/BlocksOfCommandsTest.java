package org.vaerestore.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.model.ModelFile;

import ij.ImagePlus;

/** Jobs of blocks as people and schedulers give them. */
class BlocksOfCommandsTest {

	@TempDir
	static Path folder;

	@BeforeAll
	static void makeStack() {
		// Eight slices in each block, so three of them.
		final ImagePlus stack = TinyModel.waves(8, 1, 20, 1);
		ImageWriter.write(stack, path("in.ome.zarr"));
		ImageWriter.write(stack, path("in.tif"));
		ModelFile.write(TinyModel.noisy(), path("model.vae.zip"));
		assertGood(enhance("whole.ome.zarr"));
	}

	private static Path path(final String name) {
		return folder.resolve(name);
	}

	private static CommandLineRun enhance(final String output, final String... more) {
		final String[] all = { "enhance", "--input", path("in.ome.zarr").toString(), "--output", path(output).toString(), "--model", path(
			"model.vae.zip").toString(), "--threads", "1" };
		final String[] arguments = Arrays.copyOf(all, all.length + more.length);
		System.arraycopy(more, 0, arguments, all.length, more.length);
		return CommandLineRun.of(arguments);
	}

	private static void assertGood(final CommandLineRun run) {
		assertEquals(0, run.code(), run.err());
	}

	private static void assertRefused(final String part, final CommandLineRun run) {
		assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
		assertTrue(run.err().contains(part), run.err());
		assertEquals(1, run.err().lines().filter(line -> line.contains(part)).count(), run.err());
	}

	@Test
	void sharesInAnyOrderMakeTheImage() {
		assertGood(enhance("shares.ome.zarr", "--blocks", "1/3"));
		assertGood(enhance("shares.ome.zarr", "--blocks", "3/3"));
		assertFalse(Files.exists(path("shares.ome.zarr").resolve(".zattrs")), "a share is missing");
		final CommandLineRun last = enhance("shares.ome.zarr", "--blocks", "2/3");
		assertGood(last);
		assertTrue(last.out().contains("The result is in"), last.out());
		for (int slice = 1; slice <= 20; slice++)
			assertArrayEquals((byte[]) ImageReader.read(path("whole.ome.zarr")).getStack().getPixels(slice), (byte[]) ImageReader.read(path(
				"shares.ome.zarr")).getStack().getPixels(slice));
		assertGood(enhance("shares.ome.zarr", "--blocks", "2/3"));
		assertRefused("exists already", enhance("shares.ome.zarr"));
	}

	@Test
	void theSameCommandGoesOnAndAnotherOneDoesNot() {
		assertGood(enhance("begun.ome.zarr", "--blocks", "1/3"));
		assertRefused("was begun with --strength 100.0, and is asked for with --strength 50.0", enhance("begun.ome.zarr", "--strength", "50"));
		assertRefused("was begun with --fast false", enhance("begun.ome.zarr", "--fast"));
		final CommandLineRun rest = enhance("begun.ome.zarr");
		assertGood(rest);
		assertTrue(rest.err().contains("Going on with the job that was begun."), rest.err());
		assertTrue(rest.err().contains("1 of 3 blocks were done already."), rest.err());
	}

	@Test
	void aDryRunWritesNothing() {
		final CommandLineRun run = enhance("dry.ome.zarr", "--dry-run");
		assertGood(run);
		assertTrue(run.out().contains("3 blocks of up to 64 x 64 x 8"), run.out());
		assertTrue(run.out().contains("of memory") && run.out().contains("with 1 thread"), run.out());
		assertFalse(Files.exists(path("dry.ome.zarr")));
	}

	@Test
	void otherJobsHaveNoBlocks() {
		final String input = path("in.tif").toString();
		assertRefused("from OME-Zarr to OME-Zarr", CommandLineRun.of("enhance", "--input", input, "--output", path("out.tif").toString(),
			"--model", path("model.vae.zip").toString(), "--blocks", "1/2"));
		assertRefused("from OME-Zarr to OME-Zarr", enhance("out.tif", "--dry-run"));
		assertRefused("from OME-Zarr to OME-Zarr", enhance("out.ome.zarr", "--blocks", "1/2", "--result", "alternatives", "--samples", "2"));
		assertRefused("must be from 1/n to n/n", enhance("out.ome.zarr", "--blocks", "5/2"));
		assertRefused("no path of this machine", CommandLineRun.of("enhance", "--input", "s3a://bucket/in.ome.zarr", "--output", path(
			"out.ome.zarr").toString()));
	}
}
