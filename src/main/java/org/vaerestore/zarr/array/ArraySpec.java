package org.vaerestore.zarr.array;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import org.vaerestore.job.InputException;
import org.vaerestore.zarr.codec.Codec;
import org.vaerestore.zarr.codec.Crc32c;

/**
 * What an array that is to be written is like; all axes x first.
 *
 * @param format version 2 or 3
 * @param type of values
 * @param dimensions pixels along each axis
 * @param storage how it is stored
 * @param axes their names, for metadata; none, or as many as there are axes
 */
public record ArraySpec(ZarrFormat format, DataType type, List<Long> dimensions, Storage storage, List<String> axes) {

	/**
	 * How an array is stored; all axes x first.
	 *
	 * @param chunk pixels along each axis of what is packed together
	 * @param shard chunks along each axis of a shard, a file of many chunks; of version 3 only
	 * @param codecs what packs the bytes of a chunk, in this order; version 2 takes no more than one
	 * @param order of bytes in values
	 * @param separator between the numbers in the keys of chunks: a slash, for folders in folders, or a dot
	 */
	public record Storage(List<Integer> chunk, Optional<List<Integer>> shard, List<Codec> codecs, ByteOrder order, char separator) {

		/** Copies the lists. */
		public Storage {
			chunk = List.copyOf(chunk);
			shard = shard.map(List::copyOf);
			codecs = List.copyOf(codecs);
			if (separator != '/' && separator != '.') throw new IllegalArgumentException("Keys can't have the separator " + separator + ".");
		}

		/** Returns a storage without shards, of little-endian values, in folders in folders. */
		public static Storage of(final List<Integer> chunk, final List<Codec> codecs) {
			return new Storage(chunk, Optional.empty(), codecs, ByteOrder.LITTLE_ENDIAN, '/');
		}

		/** Returns the same storage with shards of some chunks along each axis. */
		public Storage inShards(final List<Integer> chunks) {
			return new Storage(chunk, Optional.of(chunks), codecs, order, separator);
		}
	}

	/** Copies the lists and checks that they fit each other. */
	public ArraySpec {
		dimensions = List.copyOf(dimensions);
		axes = List.copyOf(axes);
		final int count = dimensions.size();
		if (count < 1 || storage.chunk().size() != count || storage.shard().isPresent() && storage.shard().get().size() != count || !axes
			.isEmpty() && axes.size() != count) throw new IllegalArgumentException("Sizes are of different numbers of axes.");
		if (dimensions.stream().anyMatch(size -> size < 1) || storage.chunk().stream().anyMatch(size -> size < 1) || storage.shard().isPresent() &&
			storage.shard().get().stream().anyMatch(size -> size < 1)) throw new IllegalArgumentException("Sizes are less than 1.");
		if (type == DataType.BOOL) throw new IllegalArgumentException("Masks are written as uint8.");
		if (format == ZarrFormat.V2 && (storage.shard().isPresent() || storage.codecs().size() > 1 || storage.codecs().contains(new Crc32c())))
			throw new InputException("Zarr 2 has neither shards nor several codecs nor crc32c; choose OME-Zarr 0.5 for them.");
	}

	ArrayMetadata metadata(final String where) {
		final long[] shape = new long[dimensions.size()];
		for (int i = 0; i < shape.length; i++)
			shape[i] = dimensions.get(shape.length - 1 - i);
		return new ArrayMetadata(format, type, shape, reversed(storage.chunk()), FillValue.zero(type), format == ZarrFormat.V2 ? ChunkKeys.ofV2(
			storage.separator()) : ChunkKeys.ofV3(storage.separator()), new ChunkCodecs(storage.order(), ChunkCodecs.straight(shape.length), storage
				.codecs()), storage.shard().map(chunks -> new Sharding(reversed(chunks), true, ByteOrder.LITTLE_ENDIAN, true))).checked(where);
	}

	private static int[] reversed(final List<Integer> values) {
		final int[] reversed = new int[values.size()];
		for (int i = 0; i < reversed.length; i++)
			reversed[i] = values.get(values.size() - 1 - i);
		return reversed;
	}
}
