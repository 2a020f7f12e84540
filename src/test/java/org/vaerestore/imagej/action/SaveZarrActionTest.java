package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.ZarrSamples;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ColorProcessor;
import ij.process.LUT;

class SaveZarrActionTest {

	private final Action save = Actions.named("save"), open = Actions.named("open");
	private final RecordingHost host = new RecordingHost();

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "8, 1, 1, 1", "8, 2, 3, 2", "16, 1, 3, 1", "16, 3, 1, 2", "32, 2, 2, 1", "32, 1, 1, 1" })
	void whatIsOpenedAgainIsTheSame(final int bits, final int channels, final int slices, final int frames) {
		final ImagePlus image = ZarrSamples.image(bits, channels, slices, frames);
		if (bits == 32) image.getProcessor().setf(3, 4, Float.NaN);
		final Path path = folder.resolve("my cells.ome.zarr");
		host.run(save, image, "path=[" + path + "]");
		assertEquals(List.of("\"cells\" is saved as " + path + "."), host.lines);
		final ImagePlus again = host.run(open, null, "path=[" + path + "] level=0").last();
		assertArrayEquals(image.getDimensions(), again.getDimensions());
		for (int plane = 1; plane <= image.getStackSize(); plane++)
			assertArrayEquals(image.getStack().getProcessor(plane).convertToFloatProcessor().getFloatArray(), again.getStack().getProcessor(plane)
				.convertToFloatProcessor().getFloatArray(), "plane " + plane);
		assertEquals(image.getBitDepth(), again.getBitDepth());
		assertEquals(image.getCalibration().toString(), again.getCalibration().toString());
		for (int channel = 0; channel < channels; channel++)
			assertEquals(List.of(image.getLuts()[channel].getRGB(255), image.getLuts()[channel].min, image.getLuts()[channel].max), List.of(again
				.getLuts()[channel].getRGB(255), again.getLuts()[channel].min, again.getLuts()[channel].max));
	}

	@Test
	void coloursBecomeChannels() {
		final ImagePlus image = TinyModel.waves(24, 1, 2, 1);
		final Path path = folder.resolve("colours.ome.zarr");
		host.run(save, image, "path=" + path);
		final ImagePlus again = host.run(open, null, "path=" + path).last();
		assertEquals(List.of(3, 2), List.of(again.getNChannels(), again.getNSlices()));
		assertEquals(List.of(0xffff0000, 0xff00ff00, 0xff0000ff), Arrays.stream(((CompositeImage) again).getLuts()).map(table -> table
			.getRGB(255)).toList());
		for (int slice = 1; slice <= 2; slice++)
			for (int channel = 1; channel <= 3; channel++)
				assertArrayEquals(((ColorProcessor) image.getStack().getProcessor(slice)).getChannel(channel), (byte[]) again.getStack().getPixels(again
					.getStackIndex(channel, slice, 1)));
	}

	@Test
	void virtualStacksGoThrough() {
		final ImagePlus image = ZarrSamples.image(16, 1, 3, 1);
		ImageWriter.write(image, folder.resolve("cells.tif"));
		final Path path = folder.resolve("cells.ome.zarr");
		host.run(save, FileInfoVirtualStack.openVirtual(folder.resolve("cells.tif").toString()), "path=" + path);
		assertEquals("", ZarrSamples.difference(path, 0, image));
	}

	@Test
	void saysWhatIsLeft() {
		final ImagePlus image = TinyModel.waves(8, 1, 2, 1);
		image.setOverlay(new Overlay(new Roi(3, 4, 5, 6)));
		image.getStack().setSliceLabel("a", 1);
		image.getStack().setSliceLabel("b", 2);
		image.setLut(LUT.createLutFromColor(Color.CYAN));
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 1, 2 }, "HU");
		host.run(save, image, "path=" + folder.resolve("waves.ome.zarr"));
		assertTrue(host.lines.get(1).contains("but not the overlay, labels of slices, colour tables, the calibration of values; save as TIFF"),
			host.lines.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.tif", "a.ome", "zarr" })
	void takesNamesOfOmeZarrsAlone(final String name) {
		assertFails("path=" + folder.resolve(name), "give it a name that ends in .ome.zarr");
		assertFalse(Files.exists(folder.resolve(name)));
	}

	@Test
	void writesNothingOver() {
		assertFails("", "No place for the OME-Zarr is given");
		host.run(save, TinyModel.waves(8, 1, 1, 1), "path=" + folder.resolve("a.ome.zarr"));
		assertFails("path=" + folder.resolve("a.ome.zarr"), "exists already");
		assertFails("path=" + folder.resolve("none/a.ome.zarr"), "doesn't exist");
	}

	@Test
	void whatWasCancelledIsNoImage() {
		host.cancelled = () -> true;
		final Path path = folder.resolve("a.ome.zarr");
		assertThrows(CancelledException.class, () -> host.run(save, TinyModel.waves(8, 1, 1, 1), "path=" + path));
		assertThrows(InputException.class, () -> host.run(open, null, "path=" + path));
	}

	private void assertFails(final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(save, TinyModel.waves(8, 1, 1, 1), macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}
}
