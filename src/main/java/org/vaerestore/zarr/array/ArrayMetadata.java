package org.vaerestore.zarr.array;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vaerestore.job.Bytes;
import org.vaerestore.job.InputException;

/**
 * What an array is and how it is stored; sizes are in the order of Zarr's metadata, x last.
 *
 * @param shape pixels along each axis
 * @param chunk pixels along each axis of a chunk; of a chunk in a shard if there are shards
 * @param keys of chunks, or of shards
 */
record ArrayMetadata(ZarrFormat format, DataType type, long[] shape, int[] chunk, FillValue fill, ChunkKeys keys, ChunkCodecs codecs,
	Optional<Sharding> sharding)
{

	/** What is packed, unpacked, cut and converted is in memory at the same time. */
	private static final int SHARE_OF_MEMORY = 5;
	private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

	/** Checks that sizes fit each other and the memory. */
	ArrayMetadata checked(final String where) {
		final Fields fields = new Fields(null, where);
		if (chunk.length != shape.length) throw fields.bad("it has " + shape.length + " axes and chunks of " + chunk.length);
		try {
			long pixels = type.bytes();
			for (final long size : shape)
				pixels = Math.multiplyExact(pixels, size);
			if (sharding.isPresent()) sharding.get().indexBytes();
		}
		catch (final ArithmeticException e) {
			throw fields.bad("it has more pixels (" + describe(shape) + ") than can be counted");
		}
		final double bytes = bytes(chunk);
		if (bytes > Math.min(LARGEST_ARRAY, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)) throw new InputException("The Zarr array " +
			where + " has chunks of " + Bytes.describe((long) bytes) + ", too large for Java's memory of " + Bytes.describe(Runtime.getRuntime()
				.maxMemory()) + " and for 2 GB; give Java more memory or write the image again with smaller chunks.");
		return this;
	}

	private double bytes(final int[] size) {
		double bytes = type.bytes();
		for (final int each : size)
			bytes *= each;
		return bytes;
	}

	private static String describe(final long[] sizes) {
		return Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(" x "));
	}

	int axes() {
		return shape.length;
	}

	/** Returns the bytes of an unpacked chunk. */
	int chunkBytes() {
		return (int) bytes(chunk);
	}

	/** Returns the pixels along each axis of what has a key of its own: a chunk, or a shard. */
	int[] unit() {
		final int[] unit = chunk.clone();
		if (sharding.isPresent()) for (int i = 0; i < unit.length; i++)
			unit[i] = Math.multiplyExact(unit[i], sharding.get().chunks()[i]);
		return unit;
	}

	/** Returns the pixels along each axis of the array, x first. */
	long[] dimensions() {
		final long[] dimensions = new long[shape.length];
		for (int i = 0; i < dimensions.length; i++)
			dimensions[i] = shape[shape.length - 1 - i];
		return dimensions;
	}

	static int[] reversed(final int[] values) {
		final int[] reversed = new int[values.length];
		for (int i = 0; i < values.length; i++)
			reversed[i] = values[values.length - 1 - i];
		return reversed;
	}
}
