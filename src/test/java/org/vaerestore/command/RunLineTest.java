package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.console.ConsoleService;
import org.scijava.startup.StartupService;
import org.vaerestore.imagej.TinyModel;

import ij.IJ;
import ij.ImagePlus;

/** The command line of Fiji: {@code --run "label" 'key="value",key="value"'}. */
class RunLineTest extends ScijavaTest {

	@Test
	void batch(@TempDir final Path folder) throws Exception {
		final Path input = Files.createDirectory(folder.resolve("in"));
		final Path output = Files.createDirectory(folder.resolve("out"));
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		IJ.saveAsTiff(image, input.resolve("waves.tif").toString());
		context.service(ConsoleService.class).processArgs("--run", "VAE Batch...", "job=\"enhance\",input=\"" + input +
			"\",output=\"" + output + "\",samples=2");
		context.service(StartupService.class).executeOperations();
		final ImagePlus result = IJ.openImage(output.resolve("waves.tif").toString());
		final ImagePlus expected = KeptResults.of("enhance", image, "samples=2").images.get(0);
		assertArrayEquals((byte[]) expected.getProcessor().getPixels(), (byte[]) result.getProcessor().getPixels());
		assertTrue(Files.exists(output.resolve("summary.csv")));
	}
}
