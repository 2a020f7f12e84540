package org.vaerestore.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.vaerestore.imagej.mask.MaskOverlay;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.LUT;

/** Draws images of every kind that a microscope, a scanner or another plugin may leave behind, and masks on them. */
final class RandomScenes {

	/** What ImageJ knows of: pixel types, and 16 bit with the two calibrations that CT has. */
	enum Kind {
		BYTE(8), SHORT(16), RGB(24), FLOAT(32), SIGNED(16), RESCALED(16);

		private final int bits;

		Kind(final int bits) {
			this.bits = bits;
		}
	}

	private RandomScenes() {}

	/** Draws an image at one of its planes, with overlay elements for all planes and for single ones. */
	static ImagePlus image(final Kind kind, final Random random) {
		final ImagePlus image = RandomImages.draw(random, kind.bits);
		calibrate(image, kind);
		if (image.isComposite()) channels((CompositeImage) image, random);
		else if (kind != Kind.RGB) image.setLut(LUT.createLutFromColor(CompositeImage.colors[random.nextInt(7)]));
		if (kind != Kind.RGB && !image.isComposite()) image.setDisplayRange(3, 4 + random.nextInt(200));
		image.setPosition(random.nextInt(1, image.getStackSize() + 1));
		image.setOverlay(overlay(image, random));
		return image;
	}

	/** Draws a mask that leaves something of every plane: one for all planes, or one for each, some of them empty. */
	static Mask mask(final ImagePlus image, final Random random) {
		final ImageAxes axes = ImageAxes.of(image);
		final List<boolean[]> planes = new ArrayList<>();
		final boolean one = random.nextInt(3) == 0;
		for (int plane = 0; plane < (one ? 1 : axes.planes()); plane++)
			planes.add(plane > 0 && random.nextInt(3) == 0 ? new boolean[axes.width() * axes.height()] : region(image, random));
		return Mask.ofPixels(axes, planes);
	}

	private static boolean[] region(final ImagePlus image, final Random random) {
		final int width = image.getWidth(), height = image.getHeight();
		final int w = random.nextInt(1, Math.max(2, width / 2)), h = random.nextInt(1, Math.max(2, height / 2));
		// Partly outside the image at times.
		final int x = random.nextInt(-w / 2, width - w / 2), y = random.nextInt(-h / 2, height - h / 2);
		final Roi roi = switch (random.nextInt(3)) {
			case 0 -> new Roi(x, y, w, h);
			case 1 -> new OvalRoi(x, y, w, h);
			default -> new PolygonRoi(new float[] { x, x + w, x + w / 2f }, new float[] { y, y + h / 3f, y + h }, Roi.POLYGON);
		};
		final boolean[] marked = new boolean[width * height];
		for (int pixel = 0; pixel < marked.length; pixel++)
			marked[pixel] = roi.contains(pixel % width, pixel / width);
		marked[random.nextInt(marked.length)] = true;
		return marked;
	}

	private static void calibrate(final ImagePlus image, final Kind kind) {
		final Calibration calibration = image.getCalibration();
		calibration.setFunction(Calibration.NONE, null, null);
		if (kind != Kind.RGB) calibration.setValueUnit("photons");
		calibration.setTimeUnit("min");
		calibration.xOrigin = 3;
		if (kind == Kind.SIGNED) calibration.setSigned16BitCalibration();
		if (kind == Kind.RESCALED) calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { -1024, 0.5 }, "HU");
	}

	private static Overlay overlay(final ImagePlus image, final Random random) {
		final Overlay overlay = new Overlay();
		for (int i = 0; i < 3; i++) {
			final Roi roi = new Roi(i, i, 2, 1);
			roi.setName("element " + i);
			if (i == 1) roi.setPosition(image);
			if (i == 2 && image.isHyperStack()) roi.setPosition(0, random.nextInt(1, image.getNSlices() + 1), 0);
			overlay.add(roi);
		}
		return overlay;
	}

	private static void channels(final CompositeImage image, final Random random) {
		image.setMode(List.of(CompositeImage.COMPOSITE, CompositeImage.COLOR, CompositeImage.GRAYSCALE).get(random.nextInt(3)));
		image.getActiveChannels()[random.nextInt(image.getNChannels())] = false;
	}

	/** Gives the image the mask, as the user does. */
	static ImagePlus marked(final ImagePlus image, final Mask mask) {
		MaskOverlay.put(image, mask);
		return image;
	}
}
