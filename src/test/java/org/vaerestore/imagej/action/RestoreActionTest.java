package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.train.BuiltIn;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ByteProcessor;

class RestoreActionTest {

	private static VaeModel model;

	private final Action restore = Actions.named("restore");
	private final RecordingHost host = new RecordingHost();

	@BeforeAll
	static void train() {
		model = TinyModel.clean();
	}

	@BeforeEach
	void setModel() {
		host.session.setModel(model, "tiny");
	}

	@Test
	void aNewImageIsTheRestoredStackAfterItsUncertainty() {
		final ImagePlus image = marked(8, 1, 3, 1);
		host.run(restore, image, "samples=2 uncertainty=yes");
		assertEquals(2, host.shown.size());
		assertEquals("uncertainty waves", host.shown.get(0).getTitle());
		assertEquals("restored waves", host.last().getTitle());
		assertEquals(3, host.last().getStackSize());
		assertTrue(MaskOverlay.restored(image).isEmpty(), "the input stays");
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void inPlaceIsTheSameAsANewImage() {
		for (final int bits : new int[] { 8, 16, 24, 32 }) {
			final ImagePlus image = marked(bits, 1, 2, 1);
			image.setProp("operator", "someone");
			final ImagePlus wanted = host.run(restore, image, "samples=1").last();
			host.run(restore, image, "samples=1 output=in-place");
			for (int plane = 1; plane <= 2; plane++)
				assertArrayEquals(wanted.getStack().getProcessor(plane).getIntArray(), image.getStack().getProcessor(plane)
					.getIntArray(), bits + " bit");
			assertTrue(MaskOverlay.of(image).isEmpty(), "what was to be restored is restored");
			assertEquals(MaskOverlay.restored(wanted).orElseThrow().count(), MaskOverlay.restored(image).orElseThrow().count());
			assertEquals("restore", image.getProp("VAE Restore job"));
			assertEquals("someone", image.getProp("operator"));
			assertFalse(image.isLocked());
		}
	}

	@Test
	void inPlaceASliceLeavesTheOthersAndTheirMask() {
		final ImagePlus image = marked(8, 2, 3, 1);
		final int[][][] before = planes(image);
		final long all = MaskOverlay.of(image).orElseThrow().count();
		image.setPosition(1, 2, 1);
		host.run(restore, image, "apply=slice output=in-place samples=1");
		for (int plane = 0; plane < 6; plane++) {
			final boolean current = plane / 2 == 1;
			assertEquals(!current, Arrays.deepEquals(before[plane], planes(image)[plane]), "plane " + plane);
		}
		assertEquals(all / 3 * 2, MaskOverlay.of(image).orElseThrow().count());
		assertEquals(all / 3, MaskOverlay.restored(image).orElseThrow().count());
	}

	@Test
	void aSliceIsAnImageOfItsOwn() {
		final ImagePlus image = marked(8, 1, 3, 1);
		image.getStack().setSliceLabel("the second", 2);
		image.setSlice(2);
		final ImagePlus result = host.run(restore, image, "apply=slice samples=1").last();
		assertEquals(1, result.getStackSize());
		assertEquals("the second", result.getProp("Slice_Label"));
	}

	@Test
	void allImagesAreThoseWithAMaskOrWithoutANumberSomewhere() {
		final ImagePlus first = marked(8, 1, 1, 1), without = TinyModel.waves(8, 1, 1, 1), nan = TinyModel.waves(32, 1, 1, 1);
		first.setTitle("first");
		nan.setTitle("nan");
		nan.getProcessor().setf(3, 4, Float.NaN);
		try (OpenImages open = new OpenImages(first, without, nan)) {
			host.run(restore, without, "apply=images samples=1");
		}
		assertEquals(List.of("restored first", "restored nan"), host.shown.stream().map(ImagePlus::getTitle)
			.toList());
		assertTrue(Float.isFinite(host.last().getProcessor().getf(3, 4)));
	}

	/** One sample, in place if that is asked for, and its properties say so. */
	@Test
	void aNaturalResultIsASample() {
		final ImagePlus mean = host.run(restore, marked(8, 1, 1, 1), "result=mean").last(), natural = host.run(restore, marked(8, 1, 1, 1),
			"result=natural seed=7").last();
		assertEquals("restored waves", natural.getTitle());
		assertEquals("sampled, seed 7: one of many that may have been there", natural.getProp("VAE Restore result"));
		assertEquals("1", natural.getProp("VAE Restore samples"));
		assertNull(mean.getProp("VAE Restore result"));
	}

	@Test
	void alternativesAreAStackOfSamples() {
		final ImagePlus result = host.run(restore, marked(8, 1, 1, 1), "result=alternatives samples=3").last();
		assertEquals(3, result.getNFrames());
		assertEquals("alternatives waves", result.getTitle());
	}

	@Test
	void theSameSeedGivesTheSameResult() {
		final ImagePlus image = marked(32, 1, 1, 1);
		final float[][] one = host.run(restore, image, "samples=2 seed=5").last().getProcessor().getFloatArray();
		final float[][] same = host.run(restore, image, "samples=2 seed=5").last().getProcessor().getFloatArray();
		final float[][] other = host.run(restore, image, "samples=2 seed=6").last().getProcessor().getFloatArray();
		assertTrue(Arrays.deepEquals(one, same));
		assertFalse(Arrays.deepEquals(one, other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "output=in-place depth=32-bit|use output=new for 32 bit",
		"samples=1 uncertainty=yes|needs at least 2 samples", "result=alternatives output=in-place|use output=new",
		"result=alternatives samples=1|ask for 2 or more", "result=alternatives samples=2 uncertainty=yes|uncertainty=no",
		"result=alternatives|samples is 0", "result=natural report=[r.html]|use result=mean", "model=file|add file=", "model=file file=/no/such.vae.zip|/no/such.vae.zip",
		"output=nowhere|use new, in-place", "outputs=new|the keys are model, file" })
	void saysWhatDoesNotFitTogether(final String macro, final String part) {
		final ImagePlus image = marked(8, 1, 1, 1);
		assertFails(image, macro, part);
		assertEquals(0, host.shown.size());
		assertFalse(image.isLocked());
	}

	@Test
	void saysThatNothingIsMarked() {
		assertFails(TinyModel.waves(8, 1, 1, 1), "", "Nothing is marked in \"waves\"");
		assertFails(TinyModel.waves(8, 1, 1, 1), "apply=images", "No open image has a mask");
		final ImagePlus image = marked(8, 1, 1, 1);
		image.getOverlay().get(0).setLocation(100, 100);
		assertFails(image, "", "Nothing is marked in \"waves\"");
	}

	@Test
	void virtualStacksThatAreTooLargeGoIntoAFileAndAreVirtualAgain(@TempDir final Path folder) {
		final ImagePlus whole = TinyModel.waves(16, 1, 3, 1);
		MaskOverlay.put(whole, new Mask(ImageAxes.of(whole), List.of(PlaneMask.none(64, 64), new PlaneMask.Builder(64, 64).add(20,
			30).add(21, 30).build(), PlaneMask.none(64, 64))));
		ImageWriter.write(whole, folder.resolve("waves.tif"));
		final ImagePlus virtual = FileInfoVirtualStack.openVirtual(folder.resolve("waves.tif").toString());
		final Mask mask = MaskOf.image(virtual);
		assertEquals(2, mask.count());
		final ImagePlus wanted = host.run(restore, virtual, "").last();
		final Path file = ResultFile.beside(virtual, "restored");
		RestoreAction.restoreIntoFile(virtual, mask, Values.parse(restore.options(), ""), host, file);
		assertTrue(host.last().getStack().isVirtual());
		for (int plane = 1; plane <= 3; plane++)
			assertArrayEquals((short[]) wanted.getStack().getPixels(plane), (short[]) host.last().getStack().getPixels(plane));
		assertEquals(mask, MaskOverlay.restored(host.last()).orElseThrow());
		assertTrue(MaskOverlay.of(host.last()).isEmpty());
	}

	@Test
	void saysThatNothingIsLeft() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		MaskOverlay.put(image, Mask.ofPixels(ImageAxes.of(image), List.of(
			allTrue(64 * 64))));
		assertFails(image, "", "covers all 4096 pixels");
	}

	@Test
	void saysThatThereIsNoModel() {
		final RecordingHost without = new RecordingHost();
		final InputException e = assertThrows(InputException.class, () -> without.run(restore, marked(8, 1, 1, 1),
			"model=current"));
		assertTrue(e.getMessage().contains("no current model") && e.getMessage().contains("choose another model"), e.getMessage());
	}

	@Test
	void leavesALockedImageAlone() throws InterruptedException {
		final ImagePlus image = marked(8, 1, 1, 1);
		final int[][][] before = planes(image);
		final Thread other = new Thread(image::lockSilently);
		other.start();
		other.join();
		assertFails(image, "output=in-place", "in use by another command");
		assertArrayEquals(before, planes(image));
		assertTrue(image.isLocked());
		host.run(restore, image, "samples=1");
		assertEquals(1, host.shown.size(), "a new image needs no lock");
	}

	@Test
	void readsVirtualStacksButWritesNoneInPlace(@TempDir final Path folder) {
		ImageWriter.write(marked(16, 1, 3, 1), folder.resolve("stack.tif"));
		final ImagePlus virtual = FileInfoVirtualStack.openVirtual(folder.resolve("stack.tif").toString());
		virtual.setOverlay(ImageReader.read(folder.resolve("stack.tif")).getOverlay());
		assertFails(virtual, "output=in-place", "virtual stack");
		final ImagePlus wanted = host.run(restore, ImageReader.read(folder.resolve("stack.tif")), "samples=1").last();
		final ImagePlus result = host.run(restore, virtual, "samples=1").last();
		assertFalse(result.getStack().isVirtual());
		assertArrayEquals(planes(wanted), planes(result));
	}

	@Test
	void aCancelledOneChangesNothing() {
		final ImagePlus image = marked(8, 1, 2, 1);
		final int[][][] before = planes(image);
		host.cancelled = () -> true;
		for (final String output : new String[] { "new", "in-place" })
			assertThrows(CancelledException.class, () -> host.run(restore, image, "output=" + output));
		assertArrayEquals(before, planes(image));
		assertEquals(0, host.shown.size());
		assertFalse(image.isLocked());
		assertEquals(0, host.jobsOpen);
		assertTrue(MaskOverlay.of(image).isPresent());
	}

	@Test
	void previewsAPartOfThePlaneAsItWillBe() {
		final ImagePlus image = marked(8, 1, 1, 1);
		final int[][][] before = planes(image);
		final ImagePlus part = restore.preview(image, new Rectangle(5, 5, 40, 30), Values.defaults(restore.options()),
			host.session, Progress.silent());
		assertEquals(40, part.getWidth());
		assertEquals(30, part.getHeight());
		assertFalse(Arrays.equals(before[0][20], 5, 35, part.getProcessor().getIntArray()[15], 0, 30));
		assertArrayEquals(Arrays.copyOfRange(before[0][6], 5, 35), part.getProcessor().getIntArray()[1]);
		assertArrayEquals(before, planes(image));
		final InputException e = assertThrows(InputException.class, () -> restore.preview(image, new Rectangle(40, 40, 20, 20),
			Values.defaults(restore.options()), host.session, Progress.silent()));
		assertTrue(e.getMessage().contains("Nothing is masked in the visible region"), e.getMessage());
		final InputException learn = assertThrows(InputException.class, () -> restore.preview(image, new Rectangle(5, 5, 40,
			30), Values.parse(restore.options(), "model=learn"), host.session, Progress.silent()));
		assertTrue(learn.getMessage().contains("model that is there already"), learn.getMessage());
	}

	@Test
	void refusesAtOnceWhatDoesNotFitIntoMemory() {
		final ImagePlus image = new ImagePlus("large", new ByteProcessor(2048, 2048));
		image.setRoi(new Roi(100, 100, 20, 20));
		host.run(Actions.named("mask"), image, "");
		final InputException e = assertThrows(InputException.class, () -> host.run(restore, image,
			"model=learn result=alternatives samples=5000"));
		assertTrue(e.getMessage().matches("There is not enough memory for restoring \"large\": it takes about [0-9.]+ GB, and " +
			"[0-9.]+ [MG]B are free\\. Close other images, apply to a slice, or mask less at a time, or give Java more memory.*"), e
				.getMessage());
		assertEquals(0, host.jobsBegun, "nothing was learned for it");
	}

	@Test
	void advisesWhatItWillDo() {
		final ImagePlus image = marked(8, 1, 2, 1);
		final String memory = "\nTakes about [0-9.]+ MB of memory beside the image; [0-9.]+ [MG]B are free for it\\.";
		final String all = restore.advice(image, Values.defaults(restore.options()), host.session);
		assertTrue(all.matches("To be restored: 400 pixels \\(4\\.88 %\\)\\.\nModel: tiny, trained on waves\\." + memory), all);
		final String slice = restore.advice(image, Values.parse(restore.options(), "apply=slice model=learn"), host.session);
		assertTrue(slice.matches("To be restored: 200 pixels \\(4\\.88 %\\)\\.\nModel: learned from this image for 2 min before\\." +
			memory), slice);
		final String nothing = "Nothing is marked there: draw around what is damaged and run VAE Select ROI as Mask.\n";
		assertEquals(nothing + "Model: built-in, trained on procedural pictures alone.", restore.advice(TinyModel.waves(8, 1, 1,
			1), Values.defaults(restore.options()), new Session()));
		assertEquals(nothing + "There is no current model: train one, or choose another.", restore.advice(TinyModel.waves(8, 1, 1,
			1), Values.parse(restore.options(), "model=current"), new Session()));
	}

	@Test
	void takesTheCurrentModelByItselfAndTheBuiltInOneWhereThereIsNone() {
		final String model = "VAE Restore model";
		assertEquals(host.session.model().orElseThrow().model().id(), host.run(restore, marked(8, 1, 1, 1), "").last().getProp(
			model));
		assertEquals(BuiltIn.model().id(), new RecordingHost().run(restore, marked(8, 1, 1, 1), "").last().getProp(model));
	}

	@Test
	void restoresAndPreviewsAtOnceWithTheBuiltInModel() {
		final RecordingHost without = new RecordingHost();
		final ImagePlus image = marked(16, 1, 2, 1);
		final List<short[]> before = List.of(((short[]) image.getStack().getPixels(1)).clone(), ((short[]) image.getStack()
			.getPixels(2)).clone());
		final Values values = Values.parse(restore.options(), "model=built-in");
		assertEquals(40, restore.preview(image, new Rectangle(5, 5, 40, 30), values, without.session, Progress.silent())
			.getWidth());
		without.run(restore, image, "model=built-in");
		final ImagePlus restored = without.shown.get(0);
		final Mask mask = MaskOf.image(image);
		for (int plane = 0; plane < 2; plane++) {
			final short[] pixels = (short[]) restored.getStack().getPixels(plane + 1);
			double error = 0;
			for (int i = 0; i < pixels.length; i++)
				if (mask.plane(plane).get(i)) error += Math.abs(pixels[i] - before.get(plane)[i]);
				else assertEquals(before.get(plane)[i], pixels[i]);
			final double range = image.getStack().getProcessor(plane + 1).getStats().max - image.getStack().getProcessor(plane +
				1).getStats().min;
			assertTrue(error / 200 < 0.1 * range, "mean error " + error / 200 + " of " + range);
		}
		assertTrue(without.session.model().isEmpty(), "the built-in model is none of the user's");
	}

	private void assertFails(final ImagePlus image, final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(restore, image, macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	/** Waves with a mask of 20 x 10 pixels on all planes. */
	private static ImagePlus marked(final int bits, final int channels, final int slices, final int frames) {
		final ImagePlus image = TinyModel.waves(bits, channels, slices, frames);
		image.setRoi(new Roi(15, 12, 20, 10));
		new RecordingHost().run(Actions.named("mask"), image, "scope=all");
		image.deleteRoi();
		return image;
	}

	private static int[][][] planes(final ImagePlus image) {
		final int[][][] planes = new int[image.getStackSize()][][];
		for (int plane = 0; plane < planes.length; plane++)
			planes[plane] = image.getStack().getProcessor(plane + 1).getIntArray();
		return planes;
	}

	private static boolean[] allTrue(final int length) {
		final boolean[] all = new boolean[length];
		Arrays.fill(all, true);
		return all;
	}
}
