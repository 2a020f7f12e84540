package org.vaerestore.zarr.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

import org.vaerestore.file.FileFailure;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.codec.CodecException;

import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;

/** Reads chunks as cells of an image. */
final class CellLoader {

	private static final int OWN_BYTES = 200;
	/** What is more than such a share of the memory isn't loaded by several threads at a time. */
	private static final int LARGE = 100;

	private final Node node;
	private final ArrayMetadata array;
	private final CellGrid grid;
	private final ChunkSource chunks;
	private final CellCache cache;
	private final ChunkLayout layout;

	CellLoader(final Node node, final ArrayMetadata array, final CellCache cache) {
		this.node = node;
		this.array = array;
		this.cache = cache;
		grid = new CellGrid(array.dimensions(), ArrayMetadata.reversed(array.chunk()));
		chunks = array.sharding().isPresent() ? new ShardedChunks(node, array, cache) : new WholeChunks(node, array);
		layout = new ChunkLayout(array.chunk(), array.codecs().permutation(), array.type().bytes());
	}

	CellGrid grid() {
		return grid;
	}

	Cell<DataAccess> get(final long index) {
		final boolean large = array.chunkBytes() > Runtime.getRuntime().maxMemory() / LARGE;
		return cache.get(this, index, () -> large ? cache.alone(() -> load(index)) : load(index)).cell;
	}

	private Loaded load(final long index) {
		final int axes = grid.numDimensions();
		final long[] min = new long[axes], cell = new long[axes], position = new long[axes];
		final int[] size = new int[axes];
		grid.getCellDimensions(index, min, size);
		grid.getCellGridPositionFlat(index, cell);
		for (int i = 0; i < axes; i++)
			position[i] = cell[axes - 1 - i];
		final Primitive primitive = array.type().primitive();
		final Object values = primitive.allocate(ChunkLayout.count(size));
		final Optional<byte[]> plain = plain(position);
		if (plain.isEmpty()) primitive.fill(values, array.fill().bits());
		else primitive.read(ByteBuffer.wrap(layout.cut(plain.get(), ArrayMetadata.reversed(size))).order(array.codecs().order()), values);
		return new Loaded(new Cell<>(size, min, primitive.access(values)), OWN_BYTES + (long) ChunkLayout.count(size) * primitive.bytes());
	}

	private Optional<byte[]> plain(final long[] position) {
		try {
			final Optional<byte[]> packed = chunks.read(position);
			if (packed.isEmpty()) return packed;
			final byte[] plain = array.codecs().decode(packed.get(), array.chunkBytes());
			if (plain.length != array.chunkBytes()) throw new IOException("it has " + plain.length + " bytes, and not the " + array.chunkBytes() +
				" of a chunk");
			return Optional.of(plain);
		}
		catch (final IOException e) {
			if (Causes.isInterrupt(e)) throw Causes.unwrapped(e);
			final String why = e instanceof CodecException ? "it " + e.getMessage() : FileFailure.reason(e);
			throw new InputException("The pixels in " + node.store().describe(chunks.key(position)) + " can't be read: " + why +
				"; give another copy of the image.", e);
		}
	}

	private record Loaded(Cell<DataAccess> cell, long bytes) implements CellCache.Weighed {}
}
