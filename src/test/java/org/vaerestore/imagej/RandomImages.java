package org.vaerestore.imagej;

import java.util.random.RandomGenerator;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Draws images of all types and shapes, with everything that can describe one. */
final class RandomImages {

	private RandomImages() {}

	static ImagePlus draw(final RandomGenerator random, final int bits) {
		final int channels = bits == 24 ? 1 : random.nextInt(1, 4);
		return draw(random, bits, channels, random.nextInt(1, 4), random.nextInt(1, 4));
	}

	static ImagePlus draw(final RandomGenerator random, final int bits, final int channels, final int slices,
		final int frames)
	{
		final int width = random.nextInt(3, 20);
		final int height = random.nextInt(3, 20);
		final ImageStack stack = new ImageStack(width, height);
		for (int plane = 0; plane < channels * slices * frames; plane++)
			stack.addSlice("label " + plane + " µ " + random.nextInt(), plane(random, width, height, bits));
		final ImagePlus plain = new ImagePlus("image " + random.nextInt(), stack);
		plain.setDimensions(channels, slices, frames);
		plain.setOpenAsHyperStack(stack.getSize() > 1 && (channels > 1 || slices > 1 && frames > 1));
		final ImagePlus image = channels > 1 ? composite(plain, channels, random) : plain;
		calibrate(image, bits, random);
		image.setProp("operator", "someone " + random.nextInt());
		image.setProperty("Info", "objective 63x\nrun " + random.nextInt());
		image.setOverlay(new Overlay(new Roi(1, 1, width / 2 + 1, height / 2 + 1)));
		if (bits != 24 && channels == 1) image.setDisplayRange(3, 3 + random.nextInt(1, 200));
		return image;
	}

	private static ImageProcessor plane(final RandomGenerator random, final int width, final int height, final int bits) {
		final ImageProcessor plane = ImageStack.create(width, height, 1, bits).getProcessor(1);
		for (int pixel = 0; pixel < width * height; pixel++) {
			if (bits == 32) plane.setf(pixel, random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian());
			else plane.set(pixel, bits == 24 ? random.nextInt() | 0xff000000 : random.nextInt(1 << bits));
		}
		return plane;
	}

	private static ImagePlus composite(final ImagePlus image, final int channels, final RandomGenerator random) {
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COLOR);
		for (int channel = 1; channel <= channels; channel++) {
			final LUT lut = LUT.createLutFromColor(CompositeImage.colors[channel + 2]);
			lut.min = random.nextInt(10);
			lut.max = 20 + random.nextInt(100);
			composite.setChannelLut(lut, channel);
		}
		return composite;
	}

	private static void calibrate(final ImagePlus image, final int bits, final RandomGenerator random) {
		final Calibration calibration = new Calibration();
		calibration.setUnit("micron");
		calibration.pixelWidth = 0.05 + random.nextDouble();
		calibration.pixelHeight = calibration.pixelWidth;
		calibration.pixelDepth = 0.5;
		calibration.frameInterval = 1.5;
		image.setCalibration(calibration);
		if (bits == 16 && random.nextBoolean()) image.getLocalCalibration().setSigned16BitCalibration();
	}
}
