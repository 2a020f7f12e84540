package org.vaerestore.host;

import java.awt.Color;
import java.util.Random;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Small images of every type that ImageJ has: blurred spots and some noise, with a calibration and a display of their own. */
enum Specimen {

	/** 8-bit with a colour table. */
	BYTE(1, 1, 1) {
		@Override
		ImageProcessor plane(final FloatProcessor values) {
			final ImageProcessor plane = scaled(values, 200).convertToByteProcessor(false);
			plane.setLut(LUT.createLutFromColor(Color.CYAN));
			plane.setMinAndMax(10, 180);
			return plane;
		}
	},

	/** 16-bit, a stack with labels. */
	SHORT(1, 2, 1) {
		@Override
		ImageProcessor plane(final FloatProcessor values) {
			return scaled(values, 3000).convertToShortProcessor(false);
		}
	},

	/** 32-bit, with values below 0. */
	FLOAT(1, 1, 1) {
		@Override
		ImageProcessor plane(final FloatProcessor values) {
			final FloatProcessor plane = scaled(values, 2);
			plane.add(-0.5);
			return plane;
		}
	},

	/** Colour. */
	RGB(1, 1, 1) {
		@Override
		ImageProcessor plane(final FloatProcessor values) {
			final ColorProcessor plane = new ColorProcessor(values.getWidth(), values.getHeight());
			for (int channel = 0; channel < 3; channel++)
				plane.setChannel(channel + 1, scaled(values, 80 * (channel + 1)).convertToByteProcessor(false));
			return plane;
		}
	},

	/** A composite 16-bit hyperstack of two channels and frames. */
	COMPOSITE(2, 1, 2) {
		@Override
		ImageProcessor plane(final FloatProcessor values) {
			return scaled(values, 1200).convertToShortProcessor(false);
		}
	},

	/** Signed 16-bit, as ImageJ keeps a computed tomography: unsigned, with a calibration of its values. */
	TOMOGRAPHY(1, 1, 1) {
		@Override
		ImageProcessor plane(final FloatProcessor values) {
			final FloatProcessor plane = scaled(values, 1500);
			plane.add(32_768 - 1000);
			return plane.convertToShortProcessor(false);
		}
	};

	static final int WIDTH = 70, HEIGHT = 66;

	/** What is damaged, in every plane. */
	static final int LEFT = 24, TOP = 20, BROAD = 9, HIGH = 7;

	private static final int SPOTS = 14;

	private final int channels;
	private final int slices;
	private final int frames;

	Specimen(final int channels, final int slices, final int frames) {
		this.channels = channels;
		this.slices = slices;
		this.frames = frames;
	}

	abstract ImageProcessor plane(FloatProcessor values);

	/** Returns the title of the image, and the name of its file. */
	String title() {
		return name().toLowerCase(java.util.Locale.ROOT) + ".tif";
	}

	/** Returns whether a pixel is of the damaged region. */
	static boolean isDamaged(final int x, final int y) {
		return x >= LEFT && x < LEFT + BROAD && y >= TOP && y < TOP + HIGH;
	}

	/** Makes the image. */
	ImagePlus make() {
		final Random random = new Random(name().hashCode());
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int plane = 0; plane < channels * slices * frames; plane++) {
			final ImageProcessor processor = plane(values(random));
			stack.addSlice(plane > 0 || channels * slices * frames > 1 ? "plane " + plane : null, processor);
		}
		final ImagePlus image = stack.getSize() == 1 ? new ImagePlus(title(), stack.getProcessor(1)) : new ImagePlus(title(),
			stack);
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(channels > 1);
		final Calibration calibration = image.getCalibration();
		calibration.setUnit("um");
		calibration.pixelWidth = calibration.pixelHeight = 0.25;
		calibration.pixelDepth = 1.5;
		if (this == TOMOGRAPHY) calibration.setSigned16BitCalibration();
		if (channels == 1) return image;
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		composite.setChannelLut(LUT.createLutFromColor(Color.MAGENTA), 1);
		composite.setChannelLut(LUT.createLutFromColor(Color.YELLOW), 2);
		return composite;
	}

	/** Values from about 0 to 1; the damage is at 0. */
	private static FloatProcessor values(final Random random) {
		final FloatProcessor values = new FloatProcessor(WIDTH, HEIGHT);
		for (int spot = 0; spot < SPOTS; spot++)
			values.setf(random.nextInt(WIDTH), random.nextInt(HEIGHT), 60);
		values.blurGaussian(4);
		for (int pixel = 0; pixel < values.getPixelCount(); pixel++) {
			final boolean damaged = isDamaged(pixel % WIDTH, pixel / WIDTH);
			values.setf(pixel, damaged ? 0 : Math.min(1, 0.2f + values.getf(pixel)) + 0.01f * (float) random.nextGaussian());
		}
		return values;
	}

	private static FloatProcessor scaled(final FloatProcessor values, final double factor) {
		final FloatProcessor scaled = (FloatProcessor) values.duplicate();
		scaled.multiply(factor);
		return scaled;
	}
}
