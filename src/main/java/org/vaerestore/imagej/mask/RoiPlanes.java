package org.vaerestore.imagej.mask;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.vaerestore.imagej.ImageAxes;

import ij.ImagePlus;
import ij.gui.Roi;

/** The planes of an image that a region of interest is for. */
final class RoiPlanes {

	private final ImageAxes axes;

	RoiPlanes(final ImagePlus image) {
		axes = ImageAxes.of(image);
	}

	/** Returns whether a region says which planes it is for. */
	static boolean hasPosition(final Roi roi) {
		return roi.getPosition() > 0 || roi.hasHyperStackPosition();
	}

	/** Returns the planes that a region is for, counted from 0; nothing if it doesn't say. */
	Optional<List<Integer>> of(final Roi roi) {
		if (!hasPosition(roi)) return Optional.empty();
		if (!roi.hasHyperStackPosition()) return Optional.of(IntStream.of(roi.getPosition() - 1).filter(plane -> plane < axes
			.planes()).boxed().toList());
		return Optional.of(IntStream.range(0, axes.planes()).filter(plane -> isAt(roi, plane)).boxed().toList());
	}

	List<Integer> all() {
		return IntStream.range(0, axes.planes()).boxed().toList();
	}

	// In a position, 0 stands for all.
	private boolean isAt(final Roi roi, final int plane) {
		final int channel = plane % axes.channels() + 1;
		final int slice = plane / axes.channels() % axes.slices() + 1;
		final int frame = plane / axes.channels() / axes.slices() + 1;
		return (roi.getCPosition() == 0 || roi.getCPosition() == channel) && (roi.getZPosition() == 0 || roi
			.getZPosition() == slice) && (roi.getTPosition() == 0 || roi.getTPosition() == frame);
	}
}
