package org.vaerestore.blocks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.vaerestore.zarr.Channel;
import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.OmeSpec;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.ZarrArray;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.codec.Blosc;

/**
 * What the result of a job is like: as its image is, also in its chunks if these are of a usual size, and with shards of a block each
 * if the image has shards.
 *
 * @param image that it is made from
 */
record ResultSpec(OmeImage image) {

	private static final int LEAST = 1 << 15, MOST = 1 << 22, SIDE = 512;

	private ZarrArray array() {
		return image.levels().get(0).array();
	}

	List<Long> dimensions() {
		return Arrays.stream(array().dimensions()).boxed().toList();
	}

	/** Returns the pixels of a chunk, of one channel, and one frame if there are slices. */
	List<Integer> chunk() {
		final int[] read = array().chunk();
		final List<Long> size = dimensions();
		final HyperstackAxes axes = HyperstackAxes.of(image);
		final long pixels = IntStream.of(0, 1, axes.slice()).filter(axis -> axis >= 0).mapToLong(axis -> read[axis]).reduce(1, (a, b) -> a * b);
		final boolean usual = pixels >= LEAST && pixels <= MOST;
		return IntStream.range(0, read.length).mapToObj(axis -> axis < 2 ? (int) Math.min(size.get(axis), usual ? read[axis] : SIDE) : axis == axes
			.slice() && usual ? (int) Math.min(size.get(axis), read[axis]) : 1).toList();
	}

	boolean hasShards() {
		return !Arrays.equals(array().shard(), array().chunk());
	}

	OmeSpec spec(final DataType type, final BlockGrid grid, final JobRequest request, final List<Channel> channels) {
		final List<Integer> chunk = chunk();
		final ArraySpec.Storage whole = ArraySpec.Storage.of(chunk, List.of(Blosc.standard(type.bytes())));
		final List<Integer> shards = IntStream.range(0, chunk.size()).mapToObj(axis -> (grid.core().get(axis) + chunk.get(axis) - 1) / chunk.get(axis))
			.toList();
		final ZarrFormat format = array().format();
		return new OmeSpec(image.name(), request.axes(), dimensions(), type, request.scale(), channels, format, hasShards() ? whole
			.inShards(shards) : whole, OmeSpec.levelsOf(dimensions()), request.made());
	}
}
