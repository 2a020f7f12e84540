package org.vaerestore.imagej;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vaerestore.blocks.StoredValues;
import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.Axis;
import org.vaerestore.zarr.Channel;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.array.DataType;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;

/** What an OME-Zarr tells of an image besides its pixels, as ImageJ has it. */
final class ZarrOutline {

	/** Names of units in UDUNITS-2, and ImageJ's. */
	static final Map<String, String> UNITS = Map.of("micrometer", "micron", "nanometer", "nm", "millimeter", "mm", "centimeter", "cm",
		"meter", "m", "angstrom", "A", "second", "sec", "millisecond", "msec", "minute", "min", "hour", "hour");
	private static final int GREY = 0xffffff;

	private ZarrOutline() {}

	/** Returns an image of planes of one pixel, 0, with calibration, channels and display of an image. */
	static ImagePlus of(final OmeImage image, final HyperstackAxes which, final ImageAxes axes, final String title) {
		final DataType type = ZarrImage.type(image);
		final ImageStack stack = new ImageStack(1, 1);
		for (int plane = 0; plane < axes.planes(); plane++)
			stack.addSlice(label(image, plane % axes.channels()), ImageStack.create(1, 1, 1, bits(type)).getProcessor(1));
		final ImagePlus outline = ResultImage.ofStack(title, stack);
		outline.setDimensions(axes.channels(), axes.slices(), axes.frames());
		outline.setOpenAsHyperStack(axes.planes() > 1);
		outline.setCalibration(calibration(image, which));
		if (type == DataType.INT16) outline.getLocalCalibration().setSigned16BitCalibration();
		return displayed(outline, image.channels(), type == DataType.INT16 ? StoredValues.RAISED : 0);
	}

	/** Returns the bits of a pixel as ImageJ has it. */
	static int bits(final DataType type) {
		return type.bytes() == 1 && type != DataType.INT8 ? 8 : type == DataType.UINT16 || type == DataType.INT16 ? 16 : 32;
	}

	private static String label(final OmeImage image, final int channel) {
		final String label = channel < image.channels().size() ? image.channels().get(channel).label() : "";
		return label.isEmpty() ? null : label;
	}

	private static Calibration calibration(final OmeImage image, final HyperstackAxes which) {
		final List<Double> scale = image.levels().get(0).scale();
		final Calibration calibration = new Calibration();
		calibration.pixelWidth = scale.get(0);
		calibration.pixelHeight = scale.get(1);
		unit(image.axes().get(0)).ifPresent(calibration::setUnit);
		unit(image.axes().get(1)).ifPresent(calibration::setYUnit);
		if (which.slice() >= 0) {
			calibration.pixelDepth = scale.get(which.slice());
			unit(image.axes().get(which.slice())).ifPresent(calibration::setZUnit);
		}
		if (which.frame() >= 0) {
			calibration.frameInterval = scale.get(which.frame());
			unit(image.axes().get(which.frame())).ifPresent(calibration::setTimeUnit);
		}
		return calibration;
	}

	private static Optional<String> unit(final Axis axis) {
		return axis.unit().map(unit -> UNITS.getOrDefault(unit, unit));
	}

	private static ImagePlus displayed(final ImagePlus outline, final List<Channel> channels, final int raised) {
		if (channels.size() != outline.getNChannels()) return outline;
		if (channels.size() == 1 || channels.size() > CompositeImage.MAX_CHANNELS) {
			channels.get(0).window().ifPresent(window -> FloatDisplay.set(outline, window.start() + raised, window.end() + raised));
			return outline;
		}
		final CompositeImage composite = new CompositeImage(outline, IJ.COMPOSITE);
		final LUT[] tables = channels.stream().map(channel -> table(channel, raised, outline)).toArray(LUT[]::new);
		composite.setLuts(tables);
		composite.setOpenAsHyperStack(true);
		return composite;
	}

	private static LUT table(final Channel channel, final int raised, final ImagePlus outline) {
		final LUT table = LUT.createLutFromColor(new Color(channel.color().orElse(GREY)));
		table.min = channel.window().map(window -> window.start() + raised).orElse(outline.getDisplayRangeMin());
		table.max = channel.window().map(window -> window.end() + raised).orElse(outline.getDisplayRangeMax());
		return table;
	}
}
