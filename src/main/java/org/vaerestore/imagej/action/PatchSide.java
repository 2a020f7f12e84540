package org.vaerestore.imagej.action;

import java.util.List;

import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

/** The side of training patches, which must fit into the images. */
final class PatchSide {

	private PatchSide() {}

	/** Returns the settings with smaller patches if an image is smaller than theirs, as far as patches may shrink. */
	static TrainingSettings fit(final TrainingSettings settings, final List<TrainingImage> images) {
		long side = settings.patch();
		for (final TrainingImage image : images)
			side = Math.min(side, Math.min(image.image().dimension(0), image.image().dimension(1)));
		final int granularity = settings.architecture().granularity();
		final int patch = (int) Math.max(TrainingSettings.LEAST_PATCH, side / granularity * granularity);
		return settings.withNetwork(settings.architecture(), patch, settings.batch());
	}
}
