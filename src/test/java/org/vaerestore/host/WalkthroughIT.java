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
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.mask.MaskOverlay;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ShortProcessor;

class WalkthroughIT {

	private static final Path MACRO = Path.of("docs", "walkthrough.ijm").toAbsolutePath();
	private static final int SIDE = 300;

	@ParameterizedTest
	@EnumSource
	@Execution(ExecutionMode.CONCURRENT)
	void goesTheWholeWay(final ImageJHost host, @TempDir final Path folder) throws Exception {
		final ImagePlus image = image();
		IJ.saveAsTiff(image, folder.resolve("in.tif").toString());
		final Path out = Files.createDirectory(folder.resolve("out"));
		final ImageJRun run = host.run(folder, List.of(new Script("walkthrough", "runMacro(\"" + quoted(MACRO) + "\", \"" +
			quoted(folder.resolve("in.tif")) + ";" + quoted(out) + ";0.03\");\n"))).requireClean();
		run.scripts().forEach(script -> run.returned(script.name()));

		final short[] before = pixels(image);
		final Mask mask = MaskOverlay.of(IJ.openImage(out.resolve("masked.tif").toString())).orElseThrow();
		assertTrue(mask.count() > 500 && mask.count() < 3000, "a freehand selection has " + mask.count() + " pixels");
		assertArrayEquals(before, pixels(out.resolve("undone.tif")), "Undo takes the restoring back");
		for (final String name : List.of("restored-in-place", "restored")) {
			final short[] after = pixels(out.resolve(name + ".tif"));
			int changed = 0;
			for (int i = 0; i < after.length; i++)
				if (mask.plane(0).get(i)) changed += after[i] == before[i] ? 0 : 1;
				else assertEquals(before[i], after[i], name + ": a known pixel");
			assertTrue(changed > mask.count() / 2, name + ": " + changed + " pixels are restored");
		}
		assertEquals(SIDE, IJ.openImage(out.resolve("enhanced.tif").toString()).getWidth());
		for (final String table : List.of("enhanced.csv", "restored.csv"))
			assertTrue(ResultsTable.open(out.resolve(table).toString()).getValue("PSNR (dB)", 0) > 5, table);
		assertTrue(Files.size(out.resolve("model.vae.zip")) > 0);
		assertEquals(32, IJ.openImage(out.resolve("differences.tif").toString()).getBitDepth());
	}

	private static String quoted(final Path path) {
		return path.toString().replace(File.separator, "/");
	}

	private static short[] pixels(final Path path) {
		return pixels(IJ.openImage(path.toString()));
	}

	private static short[] pixels(final ImagePlus image) {
		return (short[]) image.getProcessor().getPixels();
	}

	private static ImagePlus image() {
		final ShortProcessor plane = new ShortProcessor(SIDE, SIDE);
		final Random random = new Random(1);
		for (int i = 0; i < SIDE * SIDE; i++)
			plane.set(i, (int) Math.round(900 + 400 * Math.sin(i % SIDE / 11.0) * Math.cos(i / SIDE / 17.0) + 40 * random
				.nextGaussian()));
		return new ImagePlus("in.tif", plane);
	}
}
