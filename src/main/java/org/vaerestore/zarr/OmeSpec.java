package org.vaerestore.zarr;

import java.util.List;
import java.util.Map;

import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.ZarrFormat;

/**
 * What an image that is to be written is like; all axes x first.
 *
 * @param name of the image
 * @param axes two or three of space, then channels, then time, as far as there are any
 * @param dimensions pixels along each axis
 * @param type of values; of labels, whole numbers
 * @param scale distance of two pixels along each axis, in the unit of the axis
 * @param channels as they are to be shown; none, or one for each
 * @param format Zarr 2 makes an OME-Zarr 0.4, Zarr 3 one of 0.5
 * @param storage of each level
 * @param levels at least 1; each has half the columns and rows of the one before
 * @param attributes names and values of what else is to be told of the image, by whom
 */
public record OmeSpec(String name, List<Axis> axes, List<Long> dimensions, DataType type, List<Double> scale, List<Channel> channels,
	ZarrFormat format, ArraySpec.Storage storage, int levels, Map<String, Map<String, String>> attributes)
{

	/** Viewers show a level of this size whole. */
	private static final int SMALLEST = 256;

	/** Copies the lists and checks that they fit each other. */
	public OmeSpec {
		axes = List.copyOf(axes);
		dimensions = List.copyOf(dimensions);
		scale = List.copyOf(scale);
		attributes = Map.copyOf(attributes);
		channels = List.copyOf(channels);
		if (axes.size() < 2 || axes.size() > 5 || axes.size() != dimensions.size() || axes.size() != scale.size() || levels < 1)
			throw new IllegalArgumentException("There is no image of " + dimensions + " pixels with the axes " + axes + ".");
		if (axes.get(0).kind() != Axis.Kind.SPACE || axes.get(1).kind() != Axis.Kind.SPACE) throw new IllegalArgumentException(
			"The first axes of an image are x and y, not " + axes + ".");
		if (scale.stream().anyMatch(each -> !(each > 0) || each.isInfinite())) throw new IllegalArgumentException("Pixels can't be " + scale +
			" apart.");
	}

	/** Creates what an image is like of which nothing else is told. */
	public OmeSpec(final String name, final List<Axis> axes, final List<Long> dimensions, final DataType type, final List<Double> scale,
		final List<Channel> channels, final ZarrFormat format, final ArraySpec.Storage storage, final int levels)
	{
		this(name, axes, dimensions, type, scale, channels, format, storage, levels, Map.of());
	}

	/** Returns how many levels an image should have so that the last one has at most 256 columns and rows. */
	public static int levelsOf(final List<Long> dimensions) {
		int levels = 1;
		for (long side = Math.max(dimensions.get(0), dimensions.get(1)); side > SMALLEST; side /= 2)
			levels++;
		return levels;
	}

	/** Returns the pixels along each axis of a level. */
	List<Long> dimensions(final int level) {
		final Long[] sizes = dimensions.toArray(Long[]::new);
		for (int i = 0; i < 2; i++)
			sizes[i] = Math.max(1, sizes[i] >> level);
		return List.of(sizes);
	}

	ArraySpec array(final int level) {
		return new ArraySpec(format, type, dimensions(level), storage, axes.stream().map(Axis::name).toList());
	}
}
