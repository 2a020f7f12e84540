package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

class MaskActionTest {

	private final Action mask = Actions.named("mask");
	private final RecordingHost host = new RecordingHost();
	private final ImagePlus image = TinyModel.waves(8, 1, 3, 1);

	@Test
	void marksTheCurrentSliceOrAll() {
		image.setRoi(new Roi(10, 12, 8, 9));
		image.setSlice(2);
		host.run(mask, image, "");
		assertEquals(72, count());
		assertEquals(72, only(2));
		host.run(mask, image, "scope=all");
		assertEquals(3 * 72, count());
	}

	@Test
	void addsSubtractsAndReplaces() {
		image.setRoi(new Roi(0, 0, 10, 10));
		host.run(mask, image, "");
		image.setRoi(new Roi(5, 0, 10, 10));
		host.run(mask, image, "combine=add");
		assertEquals(150, count());
		image.setRoi(new Roi(0, 0, 10, 5));
		host.run(mask, image, "combine=subtract");
		assertEquals(100, count());
		host.run(mask, image, "combine=replace");
		assertEquals(50, count());
	}

	@Test
	void keepsOtherElementsOfTheOverlay() {
		image.setOverlay(new Overlay(new Roi(1, 1, 2, 2)));
		image.setHideOverlay(true);
		image.setRoi(new Roi(10, 12, 8, 9));
		host.run(mask, image, "");
		assertEquals(2, image.getOverlay().size());
		assertEquals(false, image.getHideOverlay());
		image.setRoi(new Roi(10, 12, 8, 9));
		host.run(mask, image, "combine=subtract");
		assertEquals(1, image.getOverlay().size(), "a mask without a pixel is none");
	}

	@Test
	void showsTheMaskAsAnImageThatCanBeReadBack() {
		image.setRoi(new Roi(10, 12, 8, 9));
		image.setSlice(3);
		host.run(mask, image, "show=image");
		final ImagePlus shown = host.last();
		assertEquals("mask of waves", shown.getTitle());
		assertEquals(255, shown.getStack().getProcessor(3).get(10, 12));
		assertEquals(0, shown.getStack().getProcessor(2).get(10, 12));
		shown.getStack().getProcessor(2).set(0, 0, 255);
		final ImagePlus other = TinyModel.waves(16, 1, 3, 1);
		try (OpenImages open = new OpenImages(shown)) {
			host.run(mask, other, "source=mask-image image=[mask of waves] scope=all");
		}
		assertEquals(73, MaskOverlay.of(other).orElseThrow().count());
	}

	@Test
	void growsThePresentMask() {
		image.setRoi(new Roi(10, 12, 1, 1));
		host.run(mask, image, "");
		host.run(mask, image, "source=present-mask grow=1");
		assertTrue(count() > 1, count() + " pixels");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "|There is no selection on \"waves\"", "source=roi-manager|ImageJ has no ROI Manager",
		"source=overlay|has no overlay", "source=threshold|No threshold is set", "source=mask-image|No image is chosen",
		"source=mask-image image=[no such]|no open image and no file named \"no such\"", "source=present-mask|has no mask yet",
		"grow=101|use -100 to 100 pixels", "source=magic|use selection, roi-manager" })
	void saysWhatIsMissing(final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(mask, image, macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
		assertTrue(MaskOverlay.of(image).isEmpty());
	}

	@Test
	void saysThatARoiIsOutsideOrCoversAll() {
		image.setRoi(new Roi(100, 100, 5, 5));
		assertFails("", "lies outside the image \"waves\" (64 x 64 pixels, 3 planes)");
		image.setRoi(new Roi(0, 0, 64, 64));
		assertFails("scope=all", "covers all 12288 pixels");
	}

	@Test
	void saysThatAMaskImageIsOfAnotherSize() {
		final ImagePlus small = new ImagePlus("small", TinyModel.waves(8, 1, 1, 1).getProcessor().resize(20, 20));
		try (OpenImages open = new OpenImages(small)) {
			assertFails("source=mask-image image=small", "20 x 20 pixels, but the image has 64 x 64 pixels");
		}
	}

	@Test
	void searchesNoDamageInColours() {
		final InputException e = assertThrows(InputException.class, () -> host.run(mask, TinyModel.waves(24, 1, 1, 1),
			"source=scratches"));
		assertTrue(e.getMessage().contains("is RGB") && e.getMessage().contains("RGB Stack"), e.getMessage());
	}

	@Test
	void invertsTheSlicesThatTheSourceIsFor() {
		image.setRoi(new Roi(10, 12, 8, 9));
		image.setSlice(2);
		host.run(mask, image, "invert=yes");
		assertEquals(64 * 64 - 72, only(2));
		assertEquals(64 * 64 - 72, count());
		host.run(mask, image, "source=present-mask invert=yes");
		assertEquals(72, only(2));
		assertEquals(72, count());
	}

	@Test
	void tellsTheShareAndWarnsAboveHalf() {
		image.setRoi(new Roi(10, 12, 8, 9));
		host.run(mask, image, "");
		assertEquals(java.util.List.of("The mask of \"waves\" marks 72 of 12,288 pixels (0.59 %)."), host.lines);
		host.run(mask, image, "scope=all invert=yes");
		assertTrue(host.lines.get(1).startsWith("Warning: the mask of \"waves\" marks 12,072 of 12,288 pixels (98.24 %), more than half") &&
			host.lines.get(1).contains("source=present-mask and invert=yes"), host.lines.get(1));
		assertTrue(mask.advice(image, Values.parse(mask.options(), "source=present-mask"), host.session).contains("the wrong way round?"));
	}

	@Test
	void readsWhatIsDrawnOnATransparentLayer(@TempDir final Path folder) throws IOException {
		final BufferedImage layer = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
		for (int x = 5; x < 25; x++)
			layer.setRGB(x, 7, 0xff000000);
		final Path file = folder.resolve("layer.png");
		ImageIO.write(layer, "png", file.toFile());
		host.run(mask, image, "source=mask-image image=[" + file + "]");
		assertEquals(20, count());
		assertFails("source=mask-image image=[" + folder.resolve("none.png") + "]", "no open image and no file");
	}

	@Test
	void advisesHowMuchIsMarked() {
		image.setRoi(new Roi(10, 12, 8, 9));
		assertEquals("Marked: 0 pixels now, 72 after OK (0.59 % of the image).", mask.advice(image, Values.defaults(mask
			.options()), host.session));
	}

	@Test
	void proposesThePresentMaskWhereNothingIsSelected() {
		image.setRoi(new Roi(10, 12, 8, 9));
		assertEquals("selection", mask.proposal(image, host.session).text(MaskAction.SOURCE));
		host.run(mask, image, "");
		image.deleteRoi();
		assertEquals("present-mask", mask.proposal(image, host.session).text(MaskAction.SOURCE));
	}

	private void assertFails(final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(mask, image, macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	private long count() {
		return MaskOverlay.of(image).orElseThrow().count();
	}

	private int only(final int slice) {
		return (int) MaskOverlay.of(image).orElseThrow().plane(slice - 1).count();
	}
}
