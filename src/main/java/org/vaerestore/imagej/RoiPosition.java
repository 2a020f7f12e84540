package org.vaerestore.imagej;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * The planes of a hyperstack that an element of an overlay is shown on.
 *
 * @param channel counted from 1; 0 for all
 * @param slice counted from 1; 0 for all
 * @param frame counted from 1; 0 for all
 */
record RoiPosition(int channel, int slice, int frame) {

	/** Returns where an element is shown on an image of given axes. */
	static RoiPosition of(final Roi roi, final ImageAxes axes) {
		if (roi.hasHyperStackPosition()) return new RoiPosition(roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
		return roi.getPosition() == 0 ? new RoiPosition(0, 0, 0) : ofPlane(roi.getPosition() - 1, axes);
	}

	/** Returns the position of one plane, counted from 0; axes of length 1 don't matter in it. */
	static RoiPosition ofPlane(final int plane, final ImageAxes axes) {
		final int channel = plane % axes.channels() + 1;
		final int slice = plane / axes.channels() % axes.slices() + 1;
		final int frame = plane / axes.channels() / axes.slices() + 1;
		return new RoiPosition(axes.channels() == 1 ? 0 : channel, axes.slices() == 1 ? 0 : slice, axes.frames() == 1 ? 0
			: frame);
	}

	/** Shows an element there. */
	void set(final Roi roi, final ImagePlus image) {
		if (image.isHyperStack()) roi.setPosition(channel, slice, frame);
		// One axis at most is longer than 1, and ImageJ counts along that.
		else roi.setPosition(image.getNChannels() > 1 ? channel : image.getNSlices() > 1 ? slice : image.getNFrames() > 1
			? frame : 0);
	}
}
