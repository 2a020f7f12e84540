package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Every command, run by a macro, on every type of image, in every host. */
@TestInstance(Lifecycle.PER_CLASS)
class CommandsIT {

	private static final List<String> RESULTS = List.of("restored", "uncertainty", "samples", "in-place", "enhanced");

	/** The commands in the order of a session; what they make is saved under the specimen's name. */
	private static final String SESSION = """
		folder = getArgument() + File.separator;
		close("*");
		open(folder + "NAME.tif");
		makeRectangle(LEFT, TOP, BROAD, HIGH);
		run("VAE Select ROI as Mask", "source=selection scope=all");
		run("VAE Train on Stack...", "steps=1 size=small signal=clean seed=3 save=[" + folder + "NAME.vae.zip]");
		run("VAE Restore...", "samples=2 uncertainty=yes seed=5");
		saveAs("Tiff", folder + "NAME-restored");
		selectImage("uncertainty NAME.tif");
		saveAs("Tiff", folder + "NAME-uncertainty");
		selectImage("NAME.tif");
		run("VAE Restore...", "depth=32-bit samples=1 seed=5");
		saveAs("Tiff", folder + "NAME-samples");
		selectImage("NAME.tif");
		run("VAE Restore...", "output=in-place samples=2 seed=5");
		saveAs("Tiff", folder + "NAME-in-place");
		run("VAE Enhance...", "strength=50 samples=1 seed=5");
		saveAs("Tiff", folder + "NAME-enhanced");
		run("VAE Evaluate...", "reference=[" + folder + "NAME.tif] save=[" + folder + "NAME.csv]");
		close("*");
		""";

	private static final String MODEL = """
		folder = getArgument() + File.separator;
		close("*");
		run("VAE Export Model...", "save=[" + folder + "exported.vae.zip]");
		run("VAE Generate...", "count=2 width=64 height=48 seed=7");
		saveAs("Tiff", folder + "generated");
		run("VAE Model Info...", "model=file file=[" + folder + "exported.vae.zip]");
		run("VAE Generate...", "count=2 width=64 height=48 seed=7");
		saveAs("Tiff", folder + "generated-again");
		run("VAE Open Sample", "sample=damaged");
		saveAs("Tiff", folder + "sample");
		close("*");
		""";

	@TempDir
	static Path temporary;

	/** Of all hosts side by side, once the first is asked for. */
	private final Map<ImageJHost, Future<ImageJRun>> runs = new EnumMap<>(ImageJHost.class);

	@ParameterizedTest
	@MethodSource("hostsAndSpecimens")
	void sessionGoesThrough(final ImageJHost host, final Specimen specimen) throws Exception {
		run(host).returned(name(specimen));
	}

	@ParameterizedTest
	@MethodSource("hostsAndSpecimens")
	void knownPixelsStay(final ImageJHost host, final Specimen specimen) throws Exception {
		final ImagePlus before = run(host).image(name(specimen));
		for (final String result : List.of("restored", "in-place")) {
			final ImagePlus after = result(host, specimen, result);
			assertEquals(0, changes(before, after, false), result + ": known pixels changed");
			assertTrue(changes(before, after, true) > 0, result + ": nothing was restored");
		}
		assertEquals(0, changes(before, result(host, specimen, "samples"), false), "samples: known pixels changed");
	}

	@ParameterizedTest
	@MethodSource("hostsAndSpecimens")
	void imageIsDescribedAsBefore(final ImageJHost host, final Specimen specimen) throws Exception {
		final ImagePlus before = run(host).image(name(specimen));
		for (final String result : List.of("restored", "in-place", "enhanced")) {
			final ImagePlus after = result(host, specimen, result);
			assertEquals(before.getBitDepth(), after.getBitDepth(), result);
			assertArrayEquals(before.getDimensions(), after.getDimensions(), result);
			assertEquals(before.getCalibration().toString(), after.getCalibration().toString(), result);
			assertEquals(before.isComposite(), after.isComposite(), result);
			for (int plane = 1; plane <= before.getStackSize() && before.getStackSize() > 1; plane++)
				assertEquals(before.getStack().getSliceLabel(plane), after.getStack().getSliceLabel(plane), result);
			if (before.getType() == ImagePlus.COLOR_RGB) continue;
			assertEquals(before.getDisplayRangeMin(), after.getDisplayRangeMin(), 1e-6, result);
			assertEquals(before.getDisplayRangeMax(), after.getDisplayRangeMax(), 1e-6, result);
			for (int lut = 0; lut < before.getLuts().length; lut++)
				assertArrayEquals(before.getLuts()[lut].getBytes(), after.getLuts()[lut].getBytes(), result);
		}
		for (final String result : List.of("uncertainty", "samples")) {
			final ImagePlus after = result(host, specimen, result);
			assertEquals(32, after.getBitDepth(), result);
			assertEquals(before.getCalibration().pixelWidth, after.getCalibration().pixelWidth, result);
		}
	}

	@ParameterizedTest
	@MethodSource("hostsAndSpecimens")
	void resultsSayWhatIsInvented(final ImageJHost host, final Specimen specimen) throws Exception {
		for (final String result : List.of("restored", "in-place", "samples")) {
			final ImagePlus after = result(host, specimen, result);
			assertNotNull(after.getOverlay(), result);
			assertEquals("VAE Restore: synthetic pixels", after.getOverlay().get(0).getName(), result);
			assertEquals(Specimen.BROAD * Specimen.HIGH, after.getOverlay().get(0).getContainedPoints().length, result);
			assertEquals("5", after.getProp("VAE Restore seed"), result);
			assertTrue(after.getProp("VAE Restore mask area").startsWith(Integer.toString(Specimen.BROAD * Specimen.HIGH * after
				.getStackSize() / (after.getBitDepth() == 32 && specimen == Specimen.RGB ? 3 : 1)) + " pixels"), after.getProp(
					"VAE Restore mask area"));
		}
		final ImagePlus uncertainty = result(host, specimen, "uncertainty");
		for (int plane = 1; plane <= uncertainty.getStackSize(); plane++)
			for (int pixel = 0; pixel < Specimen.WIDTH * Specimen.HEIGHT; pixel++) {
				final float value = uncertainty.getStack().getProcessor(plane).getf(pixel);
				assertEquals(Specimen.isDamaged(pixel % Specimen.WIDTH, pixel / Specimen.WIDTH), value > 0, "pixel " + pixel);
			}
	}

	@ParameterizedTest
	@MethodSource("hostsAndSpecimens")
	void inPlaceIsWhatANewImageIs(final ImageJHost host, final Specimen specimen) throws Exception {
		assertSamePixels(result(host, specimen, "restored"), result(host, specimen, "in-place"), "in place");
	}

	@ParameterizedTest
	@MethodSource("hostsAndSpecimens")
	void enhancingChangesPixelsAndIsMeasured(final ImageJHost host, final Specimen specimen) throws Exception {
		assertTrue(changes(result(host, specimen, "in-place"), result(host, specimen, "enhanced"), false) > 0);
		final ResultsTable table = ResultsTable.open(run(host).folder().resolve(name(specimen) + ".csv").toString());
		final int planes = run(host).image(name(specimen)).getStackSize();
		assertEquals(planes == 1 ? 1 : planes + 1, table.size());
		for (int row = 0; row < table.size(); row++)
			assertTrue(table.getValue("PSNR (dB)", row) > 0 && table.getValue("SSIM", row) <= 1, "row " + row);
	}

	@ParameterizedTest
	@EnumSource(Specimen.class)
	void windowAndHeadlessGiveTheSameBits(final Specimen specimen) throws Exception {
		for (final String result : RESULTS)
			assertSamePixels(result(ImageJHost.WINDOW, specimen, result), result(ImageJHost.HEADLESS, specimen, result), result);
	}

	@ParameterizedTest
	@EnumSource(ImageJHost.class)
	void modelCanBeSavedAndOpened(final ImageJHost host) throws Exception {
		run(host).returned("model");
		final ImagePlus generated = run(host).image("generated");
		assertArrayEquals(new int[] { 64, 48, 1, 2, 1 }, generated.getDimensions());
		assertSamePixels(generated, run(host).image("generated-again"), "from the file");
		assertTrue(run(host).image("sample").getStatistics().stdDev > 0);
	}

	private static Stream<Arguments> hostsAndSpecimens() {
		return Arrays.stream(ImageJHost.values()).flatMap(host -> Arrays.stream(Specimen.values()).map(specimen -> Arguments
			.of(host, specimen)));
	}

	private ImagePlus result(final ImageJHost host, final Specimen specimen, final String result) throws Exception {
		return run(host).image(name(specimen) + "-" + result);
	}

	private ImageJRun run(final ImageJHost host) throws InterruptedException, ExecutionException {
		host.assumePresent();
		if (runs.isEmpty()) for (final ImageJHost each : ImageJHost.values()) {
			final FutureTask<ImageJRun> run = new FutureTask<>(() -> start(each));
			new Thread(run).start();
			runs.put(each, run);
		}
		return runs.get(host).get();
	}

	private ImageJRun start(final ImageJHost host) throws IOException, InterruptedException {
		final Path folder = Files.createDirectories(temporary.resolve(host.name()));
		final List<Script> scripts = new ArrayList<>();
		for (final Specimen specimen : Specimen.values()) {
			IJ.saveAsTiff(specimen.make(), folder.resolve(specimen.title()).toString());
			scripts.add(new Script(name(specimen), SESSION.replace("NAME", name(specimen)).replace("LEFT", "" + Specimen.LEFT)
				.replace("TOP", "" + Specimen.TOP).replace("BROAD", "" + Specimen.BROAD).replace("HIGH", "" + Specimen.HIGH)));
		}
		scripts.add(new Script("model", MODEL));
		return host.run(folder, scripts).requireClean();
	}

	private static String name(final Specimen specimen) {
		return specimen.name().toLowerCase(Locale.ROOT);
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual, final String what) {
		assertEquals(0, changes(expected, actual, false) + changes(expected, actual, true), what);
	}

	/** Counts the pixels, damaged or others, that differ; colours of a 32-bit result are its channels. */
	private static int changes(final ImagePlus before, final ImagePlus after, final boolean damaged) {
		final int colours = after.getStackSize() / before.getStackSize();
		int changes = 0;
		for (int plane = 0; plane < after.getStackSize(); plane++)
			for (int pixel = 0; pixel < before.getWidth() * before.getHeight(); pixel++) {
				final int x = pixel % before.getWidth(), y = pixel / before.getWidth();
				double expected = value(before, plane / colours, colours == 1 ? 0 : plane % colours + 1, pixel);
				// 32 bit has what ImageJ shows for a pixel, such as CT numbers, the other types what it stores.
				if (after.getBitDepth() == 32 && before.getBitDepth() == 16) expected = before.getCalibration().getCValue(expected);
				if (damaged == Specimen.isDamaged(x, y) && expected != value(after, plane, 0, pixel)) changes++;
			}
		return changes;
	}

	private static double value(final ImagePlus image, final int plane, final int colour, final int pixel) {
		final ij.process.ImageProcessor processor = image.getStack().getProcessor(plane + 1);
		if (image.getType() != ImagePlus.COLOR_RGB) return processor.getf(pixel);
		return colour == 0 ? processor.get(pixel) : processor.get(pixel) >> 24 - 8 * colour & 0xff;
	}
}
