package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Every source of a mask, as ImageJ's own commands set it up. */
class MasksIT {

	private static final String MASK = """
		folder = getArgument() + File.separator;
		close("*");
		if (isOpen("ROI Manager")) roiManager("reset");
		open(folder + "NAME.tif");
		PREPARE
		run("VAE Select ROI as Mask", "OPTIONS show=image");
		saveAs("Tiff", folder + "mask");
		mask = "";
		for (slice = 1; slice <= nSlices; slice++) {
			setSlice(slice);
			getRawStatistics(count, mean);
			mask = mask + " " + round(count * mean / 255);
		}
		close("*");
		return mask;
		""";

	@ParameterizedTest
	@EnumSource
	@Execution(ExecutionMode.CONCURRENT)
	void everySourceMarksWhatItSays(final ImageJHost host, @TempDir final Path folder) throws Exception {
		for (final Specimen specimen : Specimen.values())
			IJ.saveAsTiff(specimen.make(), folder.resolve(specimen.title()).toString());
		IJ.saveAsTiff(damaged(), folder.resolve("damaged.tif").toString());
		final Map<String, String> expected = new TreeMap<>();
		final List<Script> scripts = new ArrayList<>();
		for (final String[] source : sources()) {
			// Without a display ImageJ has no ROI Manager.
			if (host == ImageJHost.HEADLESS && source[0].equals("roi-manager")) continue;
			expected.put(source[0], " " + source[4]);
			scripts.add(new Script(source[0], MASK.replace("NAME", source[1]).replace("PREPARE", source[2]).replace("OPTIONS",
				source[3])));
		}
		final ImageJRun run = host.run(folder, scripts).requireClean();
		final Map<String, String> marked = new TreeMap<>();
		for (final String name : expected.keySet())
			marked.put(name, run.returned(name));
		assertEquals(expected, marked);
	}

	@ParameterizedTest
	@EnumSource
	void maskIsSavedWithItsImage(final ImageJHost host, @TempDir final Path folder) throws Exception {
		IJ.saveAsTiff(Specimen.SHORT.make(), folder.resolve("short.tif").toString());
		final ImageJRun run = host.run(folder, List.of(new Script("keep", """
			folder = getArgument() + File.separator;
			open(folder + "short.tif");
			makeOval(10, 10, 12, 12);
			run("VAE Select ROI as Mask", "source=selection scope=current");
			run("Save");
			close("*");
			open(folder + "short.tif");
			run("Select None");
			run("VAE Select ROI as Mask", "source=present-mask scope=all grow=0 show=image");
			saveAs("Tiff", folder + "mask");
			"""))).requireClean();
		run.returned("keep");
		final ImagePlus mask = run.image("mask");
		assertTrue(mask.getStack().getProcessor(1).getStats().mean > 0);
		assertEquals(0, mask.getStack().getProcessor(2).getStats().mean);
	}

	/** Name, image, what is done before, options, and the number of pixels marked in each plane. */
	private static List<String[]> sources() {
		final String rectangle = "makeRectangle(5, 6, 7, 8);";
		return List.of(new String[] { "selection", "byte", rectangle, "source=selection", "56" },
			new String[] { "selection-beyond-the-edge", "byte", "makeRectangle(-3, -2, 7, 8);", "source=selection", "24" },
			new String[] { "selection-of-a-line", "byte", "makeLine(10, 20, 30, 20); Roi.setStrokeWidth(1);", "source=selection",
				"21" },
			new String[] { "selection-of-all-slices", "short", rectangle, "source=selection scope=all", "56 56" },
			new String[] { "selection-of-this-slice", "short", "setSlice(2); " + rectangle, "source=selection scope=current",
				"0 56" },
			new String[] { "selection-of-channels", "composite", "Stack.setFrame(2); " + rectangle,
				"source=selection scope=current", "0 0 56 56" },
			new String[] { "selection-on-colours", "rgb", rectangle, "source=selection", "56" },
			new String[] { "grown", "byte", rectangle, "source=selection grow=1", "86" },
			new String[] { "shrunk", "byte", rectangle, "source=selection grow=-1", "30" },
			new String[] { "added", "byte", rectangle + " run(\"VAE Select ROI as Mask\", \"source=selection\");" +
				" makeRectangle(30, 40, 2, 2);", "source=selection combine=add", "60" },
			new String[] { "subtracted", "byte", rectangle + " run(\"VAE Select ROI as Mask\", \"source=selection\");" +
				" makeRectangle(5, 6, 7, 2);", "source=selection combine=subtract", "42" },
			new String[] { "roi-manager", "short", "setSlice(1); makeRectangle(1, 1, 2, 2); roiManager(\"add\"); setSlice(2);" +
				" makeRectangle(9, 9, 3, 3); roiManager(\"add\"); run(\"Select None\");", "source=roi-manager scope=all", "4 9" },
			new String[] { "overlay", "byte", rectangle + " Overlay.addSelection; run(\"Select None\");", "source=overlay",
				"56" },
			new String[] { "threshold", "damaged", "setThreshold(255, 255);", "source=threshold", "12" },
			new String[] { "mask-image", "damaged", "newImage(\"painted\", \"8-bit black\", 70, 66, 1); makeRectangle(3, 3, 4, 5);" +
				" run(\"Set...\", \"value=255\"); selectImage(\"damaged.tif\");", "source=mask-image image=painted", "20" },
			new String[] { "saturated", "damaged", "", "source=saturated", "12" }, new String[] { "bad-pixels", "damaged", "",
				"source=bad-pixels", "12" });
	}

	/** A flat image with some noise, and twelve single hot pixels. */
	private static ImagePlus damaged() {
		final ImageProcessor plane = Specimen.BYTE.make().getProcessor();
		final java.util.Random random = new java.util.Random(4);
		for (int pixel = 0; pixel < plane.getPixelCount(); pixel++)
			plane.set(pixel, 100 + (int) Math.round(3 * random.nextGaussian()));
		for (int spot = 0; spot < 12; spot++)
			plane.set(10 + 15 * (spot % 4), 10 + 18 * (spot / 4), 255);
		return new ImagePlus("damaged.tif", plane);
	}
}
