package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.ZarrSamples;

import ij.ImagePlus;

/** OME-Zarrs in a macro: opened, saved, and gone through from file to file, with no image open or with one. */
class ZarrIT {

	private static final String OPEN = """
		folder = getArgument() + File.separator;
		close("*");
		run("VAE Open OME-Zarr...", "path=[" + folder + "my cells.ome.zarr] level=1");
		getDimensions(width, height, channels, slices, frames);
		getVoxelSize(w, h, d, unit);
		opened = getTitle() + "|" + width + "|" + height + "|" + channels + "|" + slices + "|" + w + "|" + unit + "|" + getInfo("image.filename");
		run("Duplicate...", "duplicate");
		saveAs("Tiff", folder + "half");
		close("*");
		run("VAE Open OME-Zarr...", "path=[" + folder + "my cells.ome.zarr]");
		run("VAE Save as OME-Zarr...", "path=[" + folder + "my copy.ome.zarr]");
		run("VAE Enhance...", "weights=fast quality=fast neighbours=none output=[" + folder + "from window.ome.zarr]");
		close("*");
		return opened;
		""";
	private static final String FILES = """
		folder = getArgument() + File.separator;
		close("*");
		run("VAE Enhance...", "weights=fast quality=fast neighbours=none input=[" + folder + "my cells.ome.zarr] output=[" + folder + "from file.ome.zarr]");
		run("VAE Restore...", "input=[" + folder + "my cells.ome.zarr] mask=labels/damage weights=fast depth=same output=[" + folder + "restored.ome.zarr]");
		return "" + nImages;
		""";
	private static final String OVER = """
		run("VAE Enhance...", "output=[" + getArgument() + File.separator + "my cells.ome.zarr] input=[" + getArgument() + File.separator + "my cells.ome.zarr]");
		""";

	@ParameterizedTest
	@EnumSource
	@Execution(ExecutionMode.CONCURRENT)
	void goThroughEveryHost(final ImageJHost host, @TempDir final Path folder) throws Exception {
		final Path cells = folder.resolve("my cells.ome.zarr");
		final ImagePlus image = ZarrSamples.image(8, 1, 2, 1);
		ImageWriter.write(image, cells);
		ZarrSamples.label(cells, "damage", ZarrSamples.WIDTH, ZarrSamples.HEIGHT, 2);
		final ImageJRun run = host.run(folder, List.of(new Script("open", OPEN), new Script("files", FILES), new Script("over", OVER)))
			.requireClean();
		assertEquals("my cells.ome.zarr level 1|300|265|1|2|0.24|microns|my cells.ome.zarr", run.returned("open"));
		assertEquals("", ZarrSamples.difference(cells, 1, run.image("half")));
		assertEquals("", ZarrSamples.difference(folder.resolve("my copy.ome.zarr"), 0, image));
		assertEquals("0", run.returned("files"));
		assertEquals("", ZarrSamples.difference(folder.resolve("from window.ome.zarr"), 0, ImageReader.read(folder.resolve("from file.ome.zarr"))));
		assertRestored(image, ImageReader.read(folder.resolve("restored.ome.zarr")));
		assertTrue(run.refused("over").contains("exists already"), run.said("over"));
	}

	private static void assertRestored(final ImagePlus image, final ImagePlus restored) {
		int changed = 0;
		for (int plane = 1; plane <= image.getStackSize(); plane++)
			for (int y = 0; y < ZarrSamples.HEIGHT; y++)
				for (int x = 0; x < ZarrSamples.WIDTH; x++) {
					final boolean same = image.getStack().getProcessor(plane).get(x, y) == restored.getStack().getProcessor(plane).get(x, y);
					assertTrue(same || ZarrSamples.isDamaged(x, y), "plane " + plane + ", x " + x + ", y " + y);
					changed += same ? 0 : 1;
				}
		assertTrue(changed > 500, changed + " are restored");
	}
}
