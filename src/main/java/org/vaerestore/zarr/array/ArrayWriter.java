package org.vaerestore.zarr.array;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

import org.vaerestore.job.Bytes;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.job.SideBySide;
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
		write(pixels, 1);
	}

	/** Writes some blocks as {@link #write(RandomAccessibleInterval)} does, side by side. */
	public <T extends NativeType<T> & RealType<T>> void write(final RandomAccessibleInterval<T> pixels, final int threads) {
		final Writing<T> writing = new Writing<>(pixels, threads);
		writing.write(writing.count());
	}

	/**
	 * Writes the last of some blocks, and its last one even if it has nothing but zeros: once that is there, all of them are, on a
	 * disk, too.
	 *
	 * @param all of the blocks, of which the others are written
	 */
	public <T extends NativeType<T> & RealType<T>> void writeWithMark(final RandomAccessibleInterval<T> pixels, final Interval all,
		final int threads)
	{
		final Writing<T> writing = new Writing<>(pixels, threads);
		writing.write(writing.count() - 1);
		writing.mark(new Units(all));
	}

	/**
	 * Returns whether blocks that were to be written with a mark are all written.
	 *
	 * @throws InputException if that can't be found out
	 */
	public boolean isMarked(final Interval pixels) {
		final Units units = new Units(pixels);
		return node.has(array.keys().key(units.position(units.count() - 1)));
	}

	/** The whole blocks that an interval consists of. */
	private final class Units {

		private final long[] first = new long[grid.numDimensions()], counts = first.clone();

		Units(final Interval pixels) {
			if (pixels.numDimensions() != first.length) throw new IllegalArgumentException("Pixels of " + pixels.numDimensions() +
				" axes can't be written to an array of " + first.length + ".");
			for (int i = 0; i < first.length; i++) {
				final long size = grid.cellDimension(i), end = pixels.max(i) + 1;
				first[i] = pixels.min(i) / size;
				counts[i] = pixels.max(i) / size - first[i] + 1;
				if (pixels.min(i) < 0 || end > grid.imgDimension(i) || pixels.min(i) % size != 0 || end % size != 0 && end != grid.imgDimension(
					i)) throw new IllegalArgumentException("Pixels " + pixels.min(i) + " to " + pixels.max(i) + " along axis " + i +
						" aren't whole blocks of " + size + ".");
			}
		}

		long count() {
			return Arrays.stream(counts).reduce(1, (a, b) -> a * b);
		}

		/** Returns where one is, x last, as keys have it. */
		long[] position(final long index) {
			final long[] position = new long[first.length];
			long rest = index;
			for (int i = 0; i < first.length; rest /= counts[i], i++)
				position[first.length - 1 - i] = first[i] + rest % counts[i];
			return position;
		}
	}

	/** Some blocks that are being written. */
	private final class Writing<T extends NativeType<T> & RealType<T>> {

		private final PrimitiveBlocks<T> source;
		private final Units units;
		private final int threads;

		Writing(final RandomAccessibleInterval<T> pixels, final int threads) {
			if (pixels.getType().getClass() != array.type().create().getClass()) throw new IllegalArgumentException("Pixels of type " + pixels
				.getType().getClass().getSimpleName() + " can't be written to an array of " + array.type().id() + ".");
			source = PrimitiveBlocks.of(pixels, PrimitiveBlocks.OnFallback.ACCEPT).threadSafe();
			units = new Units(pixels);
			this.threads = threads;
		}

		long count() {
			return units.count();
		}

		void write(final long end) {
			// The chunks of a shard are packed side by side.
			SideBySide.forEach(end, array.sharding().isPresent() ? 1 : threads, Progress.silent(), "", unit -> store(units.position(unit), (key, bytes) -> {
				// What was there before would be read otherwise.
				if (bytes != null || node.store().size(key).isPresent()) node.store().write(key, bytes != null ? bytes : nothing());
			}));
		}

		void mark(final Units all) {
			store(units.position(units.count() - 1), (key, bytes) -> node.store().writeAfter(key, bytes != null ? bytes : nothing(), LongStream
				.range(0, all.count() - 1).mapToObj(unit -> key(all.position(unit))).toList()));
		}

		private void store(final long[] position, final Target target) {
			final String key = key(position);
			try {
				target.put(key, array.sharding().isPresent() ? shard(source, position, array.sharding().get(), threads) : chunk(source, position));
			}
			catch (final IOException e) {
				throw node.unwritable(key, e);
			}
			catch (final RuntimeException e) {
				throw Causes.unwrapped(e);
			}
		}
	}

	/** Takes what a key is to hold, or null if that is nothing but the fill value. */
	@FunctionalInterface
	private interface Target {

		void put(String key, byte[] bytes) throws IOException;
	}

	private String key(final long[] position) {
		return Keys.below(node.path(), array.keys().key(position));
	}

	private byte[] nothing() {
		return array.sharding().isPresent() ? emptyShard(array.sharding().get()) : array.codecs().encode(filled);
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

	private byte[] shard(final PrimitiveBlocks<?> source, final long[] shard, final Sharding sharding, final int threads) {
		final byte[][] chunks = new byte[Math.toIntExact(sharding.count())][];
		SideBySide.forEach(chunks.length, threads, Progress.silent(), "", chunk -> {
			final long[] position = new long[shard.length];
			long rest = chunk;
			for (int i = position.length - 1; i >= 0; rest /= sharding.chunks()[i], i--)
				position[i] = shard[i] * sharding.chunks()[i] + rest % sharding.chunks()[i];
			chunks[(int) chunk] = chunk(source, position);
		});
		if (Arrays.stream(chunks).allMatch(Objects::isNull)) return null;
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		final ByteBuffer index = index(sharding);
		for (int chunk = 0; chunk < chunks.length; chunk++) {
			if (chunks[chunk] == null) continue;
			index.putLong(Sharding.ENTRY * chunk, packed.size()).putLong(Sharding.ENTRY * chunk + Long.BYTES, chunks[chunk].length);
			packed.writeBytes(chunks[chunk]);
		}
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
