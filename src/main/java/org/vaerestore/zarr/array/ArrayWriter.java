package org.vaerestore.zarr.array;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.vaerestore.job.Bytes;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.codec.Crc32c;
import org.vaerestore.zarr.store.Keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;

/**
 * Writes the pixels of an array: whole blocks, which are shards, or chunks where there are no shards.
 * <p>
 * Blocks can be written in any order, again, and by any number of threads at a time, several of them also in different programs.
 * A chunk of nothing but zeros is left out, as its reader takes it for that.
 * </p>
 *
 * <pre>
 * ArrayWriter writer = ArrayWriter.create(node, spec);
 * for (long block = 0; block &lt; writer.blocks(); block++)
 * 	writer.write(Views.interval(image, writer.block(block)));
 * </pre>
 */
public final class ArrayWriter {

	private final Node node;
	private final ArrayMetadata array;
	private final CellGrid grid;
	private final ChunkLayout layout;
	private final byte[] filled;

	private ArrayWriter(final Node node, final ArrayMetadata array) {
		this.node = node;
		this.array = array;
		grid = new CellGrid(array.dimensions(), ArrayMetadata.reversed(array.unit()));
		layout = new ChunkLayout(array.chunk(), array.codecs().permutation(), array.type().bytes());
		filled = filled();
	}

	/**
	 * Writes the metadata of an array.
	 *
	 * @throws InputException if it can't be written, or chunks or shards are too large
	 */
	public static ArrayWriter create(final Node node, final ArraySpec spec) {
		final ArrayMetadata array = spec.metadata(node.describe());
		requireRoom(array);
		node.write(name(array.format()), describe(array, spec));
		return new ArrayWriter(node, array);
	}

	/**
	 * Returns the metadata that an array will have.
	 *
	 * @throws InputException if chunks or shards are too large
	 */
	public static ObjectNode describe(final ArraySpec spec) {
		final ArrayMetadata array = spec.metadata("");
		requireRoom(array);
		return describe(array, spec);
	}

	private static ObjectNode describe(final ArrayMetadata array, final ArraySpec spec) {
		if (array.format() == ZarrFormat.V2) return V2Metadata.write(array);
		final List<String> names = new ArrayList<>(spec.axes());
		Collections.reverse(names);
		return V3Metadata.write(array, names);
	}

	private static String name(final ZarrFormat format) {
		return format == ZarrFormat.V2 ? Node.V2_ARRAY : Node.V3_METADATA;
	}

	/**
	 * Goes on with an array that this program, or another one, has begun; makes it if it isn't there.
	 *
	 * @param description see {@link #describe(ArraySpec)}
	 * @throws InputException if it can't be read or written, or there is another one
	 */
	public static ArrayWriter open(final Node node, final ZarrFormat format, final JsonNode description) {
		final Optional<JsonNode> found = node.json(name(format));
		if (found.isEmpty()) node.write(name(format), description);
		else if (!found.get().equals(description)) throw new InputException("The Zarr array " + node.describe() +
			" is another one than the job had begun; delete the output, or choose another one.");
		return new ArrayWriter(node, ZarrArray.open(node).metadata());
	}

	/** A shard is put together in memory. */
	private static void requireRoom(final ArrayMetadata array) {
		if (array.sharding().isEmpty()) return;
		final double bytes = (double) array.codecs().mostPacked(array.chunkBytes()) * array.sharding().get().count();
		final long most = Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory()) / 4;
		if (bytes > most) throw new InputException("Shards of up to " + Bytes.describe((long) bytes) +
			" can't be written; choose shards of at most " + Bytes.describe(most) + ".");
	}

	/** Returns the number of blocks. */
	public long blocks() {
		return Arrays.stream(grid.getGridDimensions()).reduce(1, (a, b) -> a * b);
	}

	/** Returns the pixels of a block, x first; those at the end of the array are smaller. */
	public Interval block(final long index) {
		final long[] min = new long[grid.numDimensions()], max = min.clone();
		final int[] size = new int[min.length];
		grid.getCellDimensions(index, min, size);
		for (int i = 0; i < size.length; i++)
			max[i] = min[i] + size[i] - 1;
		return new FinalInterval(min, max);
	}

	/** Returns what was written so far. */
	public ZarrArray array() {
		return new ZarrArray(node, array);
	}

	/**
	 * Writes some blocks.
	 *
	 * @param pixels one or more whole blocks, in the coordinates of the array, x first; of its type
	 * @throws InputException if they can't be written
	 * @throws IllegalArgumentException if they aren't whole blocks, or of another type
	 * @throws org.vaerestore.job.CancelledException if the thread is interrupted
	 */
	public <T extends NativeType<T> & RealType<T>> void write(final RandomAccessibleInterval<T> pixels) {
		write(pixels, false);
	}

	/**
	 * Writes some blocks as {@link #write} does, the last one even if it has nothing but zeros: once that is there, all of them are.
	 */
	public <T extends NativeType<T> & RealType<T>> void writeWithMark(final RandomAccessibleInterval<T> pixels) {
		write(pixels, true);
	}

	/**
	 * Returns whether blocks that were to be written with a mark are all written.
	 *
	 * @throws InputException if that can't be found out
	 */
	public boolean isMarked(final Interval pixels) {
		final long[] last = new long[grid.numDimensions()];
		for (int i = 0; i < last.length; i++)
			last[i] = pixels.max(i) / grid.cellDimension(i);
		return node.has(array.keys().key(reversed(last)));
	}

	private <T extends NativeType<T> & RealType<T>> void write(final RandomAccessibleInterval<T> pixels, final boolean mark) {
		if (pixels.getType().getClass() != array.type().create().getClass()) throw new IllegalArgumentException("Pixels of type " + pixels
			.getType().getClass().getSimpleName() + " can't be written to an array of " + array.type().id() + ".");
		final long[] first = new long[grid.numDimensions()], last = first.clone();
		gridRange(pixels, first, last);
		final PrimitiveBlocks<T> source = PrimitiveBlocks.of(pixels, PrimitiveBlocks.OnFallback.ACCEPT);
		final long[] position = first.clone();
		while (true) {
			writeBlock(source, position, mark && Arrays.equals(position, last));
			int axis = 0;
			while (axis < position.length && ++position[axis] > last[axis]) {
				position[axis] = first[axis];
				axis++;
			}
			if (axis == position.length) return;
		}
	}

	private void gridRange(final Interval pixels, final long[] first, final long[] last) {
		if (pixels.numDimensions() != grid.numDimensions()) throw new IllegalArgumentException("Pixels of " + pixels.numDimensions() +
			" axes can't be written to an array of " + grid.numDimensions() + ".");
		for (int i = 0; i < first.length; i++) {
			final long size = grid.cellDimension(i), end = pixels.max(i) + 1;
			first[i] = pixels.min(i) / size;
			last[i] = pixels.max(i) / size;
			if (pixels.min(i) < 0 || end > grid.imgDimension(i) || pixels.min(i) % size != 0 || end % size != 0 && end != grid.imgDimension(i))
				throw new IllegalArgumentException("Pixels " + pixels.min(i) + " to " + pixels.max(i) + " along axis " + i +
					" aren't whole blocks of " + size + ".");
		}
	}

	private static long[] reversed(final long[] block) {
		final long[] position = new long[block.length];
		for (int i = 0; i < block.length; i++)
			position[i] = block[block.length - 1 - i];
		return position;
	}

	private void writeBlock(final PrimitiveBlocks<?> source, final long[] block, final boolean always) {
		final long[] position = reversed(block);
		final String key = Keys.below(node.path(), array.keys().key(position));
		try {
			final byte[] bytes = array.sharding().isPresent() ? shard(source, position, array.sharding().get()) : chunk(source, position);
			// What was there before would be read otherwise.
			if (bytes != null) node.store().write(key, bytes);
			else if (always || node.store().size(key).isPresent()) node.store().write(key, array.sharding().isPresent() ? emptyShard(array.sharding().get())
				: array.codecs().encode(filled));
		}
		catch (final IOException e) {
			throw node.unwritable(key, e);
		}
		catch (final RuntimeException e) {
			throw Causes.unwrapped(e);
		}
	}

	/** Returns null if there is nothing but the fill value in it, or nothing of the array. */
	private byte[] chunk(final PrimitiveBlocks<?> source, final long[] position) {
		final int axes = position.length;
		final long[] min = new long[axes], max = min.clone();
		final int[] size = new int[axes];
		for (int i = 0; i < axes; i++) {
			final long start = position[i] * array.chunk()[i];
			if (start >= array.shape()[i]) return null;
			size[i] = (int) Math.min(array.chunk()[i], array.shape()[i] - start);
			min[axes - 1 - i] = start;
			max[axes - 1 - i] = start + size[i] - 1;
		}
		final Primitive primitive = array.type().primitive();
		final Object values = primitive.allocate(ChunkLayout.count(size));
		Cast.<PrimitiveBlocks<?>> unchecked(source).copy(new FinalInterval(min, max), values);
		final byte[] bytes = new byte[ChunkLayout.count(size) * array.type().bytes()];
		primitive.write(values, ByteBuffer.wrap(bytes).order(array.codecs().order()));
		if (Arrays.equals(bytes, 0, bytes.length, filled, 0, bytes.length)) return null;
		if (bytes.length == filled.length) return array.codecs().encode(bytes);
		final byte[] whole = filled.clone();
		layout.put(bytes, whole, size);
		return array.codecs().encode(whole);
	}

	private byte[] shard(final PrimitiveBlocks<?> source, final long[] shard, final Sharding sharding) {
		final int count = Math.toIntExact(sharding.count());
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		final ByteBuffer index = index(sharding);
		boolean empty = true;
		final long[] position = new long[shard.length];
		for (int chunk = 0; chunk < count; chunk++) {
			for (int i = position.length - 1, rest = chunk; i >= 0; rest /= sharding.chunks()[i], i--)
				position[i] = shard[i] * sharding.chunks()[i] + rest % sharding.chunks()[i];
			final byte[] bytes = chunk(source, position);
			if (bytes == null) continue;
			empty = false;
			index.putLong(Sharding.ENTRY * chunk, packed.size()).putLong(Sharding.ENTRY * chunk + Long.BYTES, bytes.length);
			packed.writeBytes(bytes);
		}
		if (empty) return null;
		packed.writeBytes(new Crc32c().encode(index.array()));
		return packed.toByteArray();
	}

	private static byte[] emptyShard(final Sharding sharding) {
		return new Crc32c().encode(index(sharding).array());
	}

	/** Returns one of nothing but missing chunks. */
	private static ByteBuffer index(final Sharding sharding) {
		final ByteBuffer index = ByteBuffer.allocate(Math.toIntExact(sharding.count() * Sharding.ENTRY)).order(sharding.order());
		Arrays.fill(index.array(), (byte) -1);
		return index;
	}

	private byte[] filled() {
		final Primitive primitive = array.type().primitive();
		final Object values = primitive.allocate(array.chunkBytes() / primitive.bytes());
		primitive.fill(values, array.fill().bits());
		final byte[] bytes = new byte[array.chunkBytes()];
		primitive.write(values, ByteBuffer.wrap(bytes).order(array.codecs().order()));
		return bytes;
	}
}
