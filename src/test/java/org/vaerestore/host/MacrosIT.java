package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** The macros of the menu, with their arguments given. */
class MacrosIT {

	private static final Path MACROS = Path.of("macros").toAbsolutePath();
	/** What is trained least. */
	private static final String MINUTES = "0.01";
	private static final int SIDE = 128, SCRATCH = 33;

	@ParameterizedTest
	@EnumSource
	@Execution(ExecutionMode.CONCURRENT)
	void everyMacroGoesThrough(final ImageJHost host, @TempDir final Path folder) throws Exception {
		final ImagePlus scratched = scratched();
		IJ.saveAsTiff(scratched, folder.resolve("scratched.tif").toString());
		for (final String images : List.of("images", "masks", "results"))
			Files.createDirectory(folder.resolve(images));
		for (final String name : List.of("one", "two")) {
			IJ.saveAsTiff(scratched, folder.resolve("images").resolve(name + ".tif").toString());
			IJ.saveAsTiff(mask(), folder.resolve("masks").resolve(name + ".tif").toString());
		}
		final ImageJRun run = host.run(folder, List.of(script("Restore_Scratches", folder, "scratched.tif", "restored.tif",
			"=" + MINUTES, "=3"), script("Train_and_Enhance", folder, "scratched.tif", "enhanced.tif", "=" + MINUTES,
				"trained.vae.zip"), script("Evaluate_Against_Reference", folder, "restored.tif", "scratched.tif", "table.csv",
					"=mask"), script("Batch_Restore_Folder", folder, "images", "masks", "results", "=" + MINUTES))).requireClean();
		run.scripts().forEach(script -> run.returned(script.name()));

		final ImageProcessor restored = run.image("restored").getProcessor();
		assertEquals(scratched.getProcessor().get(5, 5), restored.get(5, 5));
		assertTrue(restored.get(SCRATCH, 30) < 250, "the scratch is still there");
		assertArrayEquals(scratched.getDimensions(), run.image("enhanced").getDimensions());
		assertTrue(Files.size(folder.resolve("trained.vae.zip")) > 0);
		assertTrue(ResultsTable.open(folder.resolve("table.csv").toString()).getValue("PSNR (dB)", 0) > 0);
		for (final String name : List.of("one", "two")) {
			final ImageProcessor result = IJ.openImage(folder.resolve("results").resolve(name + ".tif").toString())
				.getProcessor();
			assertTrue(result.get(SCRATCH, 30) < 250, "the scratch is still there");
			assertEquals(scratched.getProcessor().get(5, 5), result.get(5, 5));
		}
	}

	/** Runs a macro of the menu with arguments, which are files of the folder unless they begin with =. */
	private static Script script(final String macro, final Path folder, final String... arguments) {
		final StringBuilder given = new StringBuilder();
		for (final String argument : arguments)
			given.append(argument.startsWith("=") ? argument.substring(1) : folder + File.separator + argument).append(';');
		return new Script(macro, "close(\"*\");\nend = runMacro(\"" + quoted(MACROS.resolve(macro + ".ijm").toString()) +
			"\", \"" + quoted(given.toString()) + "\");\nif (end == \"[aborted]\") return end;\n");
	}

	private static String quoted(final String text) {
		return text.replace("\\", "\\\\");
	}

	private static ImagePlus scratched() {
		final ImageProcessor plane = new ByteProcessor(SIDE, SIDE);
		final Random random = new Random(3);
		for (int pixel = 0; pixel < plane.getPixelCount(); pixel++)
			plane.set(pixel, (int) Math.round(60 + pixel % SIDE + 2 * random.nextGaussian()));
		for (int y = 0; y < SIDE; y++)
			for (int x = SCRATCH - 1; x <= SCRATCH + 1; x++)
				plane.set(x, y, 255);
		return new ImagePlus("scratched.tif", plane);
	}

	private static ImagePlus mask() {
		final ImageProcessor plane = new ByteProcessor(SIDE, SIDE);
		plane.setValue(255);
		plane.setRoi(SCRATCH - 2, 0, 5, SIDE);
		plane.fill();
		return new ImagePlus("mask", plane);
	}
}
