package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.host.child.RecorderProgram;

import ij.IJ;
import ij.ImagePlus;

/** What ImageJ's Recorder writes when dialogs are confirmed does the same again; pictures are in target/screenshots. */
class RecorderIT {

	private static final List<String> COMMANDS = List.of("VAE Select ROI as Mask", "VAE Train on Stack...",
		"VAE Export Model...", "VAE Restore...", "VAE Enhance...", "VAE Evaluate...", "VAE Generate...", "VAE Model Info...",
		"VAE Open Sample", "VAE Save as OME-Zarr...", "VAE Open OME-Zarr...");

	@Test
	void recordedMacroGivesTheSamePixels(@TempDir final Path folder) throws Exception {
		IJ.saveAsTiff(Specimen.BYTE.make(), folder.resolve("byte.tif").toString());
		final ImageJRun run = ImageJHost.WINDOW.run(folder, RecorderProgram.class).requireClean();
		keepPictures(folder.resolve("screenshots"));
		assertEquals("", Files.readString(folder.resolve("messages.txt")));
		final String recorded = Files.readString(folder.resolve("recorded.ijm"));
		for (final String command : COMMANDS)
			assertTrue(recorded.contains("run(\"" + command + "\", \""), command + " isn't in " + recorded);
		final List<String> images = saved(folder, "dialog-");
		assertEquals(images, saved(folder, "replay-"));
		assertTrue(images.size() >= 7, images.toString());
		for (final String image : images) {
			final ImagePlus first = run.image("dialog-" + image), second = run.image("replay-" + image);
			assertArrayEquals(first.getDimensions(), second.getDimensions(), image);
			for (int plane = 1; plane <= first.getStackSize(); plane++)
				assertArrayEquals(first.getStack().getProcessor(plane).convertToFloatProcessor().getFloatArray(), second.getStack()
					.getProcessor(plane).convertToFloatProcessor().getFloatArray(), image);
		}
	}

	private static void keepPictures(final Path from) throws Exception {
		final Path to = Files.createDirectories(Path.of("target", "screenshots"));
		try (Stream<Path> pictures = Files.list(from)) {
			for (final Path picture : pictures.toList())
				Files.copy(picture, to.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static List<String> saved(final Path folder, final String prefix) throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(prefix)).map(name -> name
				.substring(prefix.length(), name.length() - ".tif".length())).sorted().toList();
		}
	}
}
