package org.vaerestore.imagej.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneMask;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;

@Timeout(60)
class RegionPreviewTest {

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	@Test
	void framesThePictureOnThePlaneAndLeavesNoTrace() throws InterruptedException {
		final ImagePlus image = TinyModel.waves(8, 1, 3, 1);
		final Overlay overlay = new Overlay(new Roi(1, 2, 3, 4));
		image.setOverlay(overlay);
		image.setHideOverlay(true);
		image.setSlice(2);
		final int pixel = image.getStack().getProcessor(2).get(5);
		try (RegionPreview preview = new RegionPreview(image)) {
			preview.show((region, progress) -> TinyModel.waves(8, 1, 1, 1), told::add);
			awaitEnd("the framed region");
			assertEquals(3, image.getOverlay().size());
			assertSame(overlay.get(0), image.getOverlay().get(0));
			assertTrue(image.getOverlay().get(1) instanceof ImageRoi);
			assertEquals(new Rectangle(0, 0, 64, 64), image.getOverlay().get(2).getBounds());
			assertEquals(2, image.getOverlay().get(2).getPosition());
			assertEquals(false, image.getHideOverlay());
		}
		assertSame(overlay, image.getOverlay());
		assertEquals(true, image.getHideOverlay());
		assertEquals(pixel, image.getStack().getProcessor(2).get(5));
	}

	/** The dialog stays open so that the image can be marked; what is marked then is the user's. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void keepsTheMaskThatIsMadeMeanwhile(final boolean previewedAgain) throws InterruptedException {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final Roi note = new Roi(1, 2, 3, 4);
		image.setOverlay(new Overlay(note));
		final Mask mask = new Mask(ImageAxes.of(image), List.of(new PlaneMask.Builder(64, 64).add(7, 9).add(40, 50).build()));
		try (RegionPreview preview = new RegionPreview(image)) {
			preview.show((region, progress) -> TinyModel.waves(8, 1, 1, 1), told::add);
			awaitEnd("the framed region");
			MaskOverlay.put(image, mask);
			image.getOverlay().add(new Roi(20, 20, 5, 5));
			if (previewedAgain) {
				preview.show((region, progress) -> TinyModel.waves(8, 1, 1, 1), told::add);
				awaitEnd("the framed region");
				assertEquals(5, image.getOverlay().size());
			}
		}
		assertEquals(mask, MaskOverlay.of(image).orElseThrow());
		assertEquals(3, image.getOverlay().size());
		assertSame(note, image.getOverlay().get(0));
	}

	@Test
	void takesThePartInTheMiddleOfALargeImage() throws InterruptedException {
		final ImagePlus image = IJ.createImage("large", "8-bit black", 1000, 300, 1);
		final BlockingQueue<Rectangle> regions = new LinkedBlockingQueue<>();
		try (RegionPreview preview = new RegionPreview(image)) {
			preview.show((region, progress) -> {
				regions.add(region);
				return IJ.createImage("part", "8-bit black", region.width, region.height, 1);
			}, told::add);
			assertEquals(new Rectangle(308, 0, RegionPreview.MOST, 300), regions.take());
		}
	}

	@Test
	void showsAlternativesOneAfterTheOther() throws InterruptedException {
		final ImagePlus image = TinyModel.waves(8, 1, 3, 1);
		image.setSlice(2);
		final ImagePlus alternatives = TinyModel.waves(8, 1, 2, 1);
		alternatives.getStack().getProcessor(1).setColor(0);
		alternatives.getStack().getProcessor(1).fill();
		try (RegionPreview preview = new RegionPreview(image)) {
			preview.show((region, progress) -> alternatives, told::add);
			awaitEnd("alternative 1 of 2");
			final int dark = shown(image);
			image.setSlice(3);
			awaitEnd("alternative 2 of 2");
			assertNotEquals(dark, shown(image));
			awaitEnd("alternative 1 of 2");
			assertEquals(dark, shown(image));
			assertEquals(2, image.getOverlay().get(0).getPosition());
		}
		assertNull(image.getOverlay());
	}

	private static int shown(final ImagePlus image) {
		return Arrays.hashCode((int[]) ((ImageRoi) image.getOverlay().get(0)).getProcessor().getPixels());
	}

	@Test
	void aNewerOneCancelsTheOneAtWork() throws InterruptedException {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final CountDownLatch begun = new CountDownLatch(1), asked = new CountDownLatch(1);
		try (RegionPreview preview = new RegionPreview(image)) {
			preview.show((region, progress) -> {
				begun.countDown();
				await(asked);
				progress.checkCancelled();
				throw new InputException("It was not cancelled.");
			}, told::add);
			begun.await();
			preview.show((region, progress) -> TinyModel.waves(8, 1, 1, 1), told::add);
			asked.countDown();
			awaitEnd("the framed region");
			assertTrue(told.stream().noneMatch(line -> line.contains("not cancelled")), told.toString());
		}
	}

	@Test
	void saysWhyThereIsNone() throws InterruptedException {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		try (RegionPreview preview = new RegionPreview(image)) {
			preview.show((region, progress) -> {
				throw new InputException("Nothing is masked.");
			}, told::add);
			awaitEnd("Nothing is masked.");
			assertNull(image.getOverlay());
		}
	}

	@Test
	void saysThatItFailed() throws InterruptedException {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		try (RegionPreview preview = new RegionPreview(image)) {
			preview.show((region, progress) -> {
				throw new OutOfMemoryError("of the heap");
			}, told::add);
			awaitEnd("failed unexpectedly (java.lang.OutOfMemoryError: of the heap)");
			preview.show((region, progress) -> TinyModel.waves(8, 1, 1, 1), told::add);
			awaitEnd("the framed region");
		}
	}

	private void awaitEnd(final String part) throws InterruptedException {
		while (!told.take().contains(part)) {
			// What was told before doesn't matter.
		}
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
