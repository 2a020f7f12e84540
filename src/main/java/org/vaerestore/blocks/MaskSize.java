package org.vaerestore.blocks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.vaerestore.job.InputException;
import org.vaerestore.zarr.Level;
import org.vaerestore.zarr.OmeImage;

/** Tells that a mask doesn't fit an image, and which resolution level would. */
final class MaskSize {

	private MaskSize() {}

	static InputException misfit(final OmeImage mask, final OmeImage image) {
		final int level = level(mask.levels().get(0), image.levels());
		return new InputException("The mask has " + describe(mask.levels().get(0)) + " pixels and the image " + describe(image.levels().get(0)) +
			(level > 0 ? "; it fits the image's level " + level + ", which is no full resolution. Give a mask of that."
				: "; give one of the image's size."));
	}

	private static int level(final Level mask, final List<Level> levels) {
		for (int level = 1; level < levels.size(); level++)
			if (side(mask, 0) == side(levels.get(level), 0) && side(mask, 1) == side(levels.get(level), 1)) return level;
		return 0;
	}

	private static long side(final Level level, final int axis) {
		return level.array().dimensions()[axis];
	}

	private static String describe(final Level level) {
		return Arrays.stream(level.array().dimensions()).mapToObj(Long::toString).collect(Collectors.joining(" x "));
	}
}
