package org.vaerestore.imagej;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Function;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.tiff.PixelKind;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The pixels of a file that is larger than memory, read when they are asked for: some rows of a plane at a time, of which
 * the ones used last are kept.
 * <p>
 * The file is read, not mapped: mapped pages would count as the process's memory.
 * </p>
 */
final class RawPixels implements Closeable {

	private static final long KEPT_BYTES = 128L << 20;
	private static final int ROWS = 32;
	private static final int SIGN = 0x8000;

	private final RawPlanes planes;
	private final FileChannel channel;
	private final int rowsOfCells;
	private final Recent<Long, Cell<?>> kept;

	RawPixels(final RawPlanes planes) throws IOException {
		this.planes = planes;
		channel = FileChannel.open(planes.file(), StandardOpenOption.READ);
		rowsOfCells = (planes.height() + ROWS - 1) / ROWS;
		kept = new Recent<>(KEPT_BYTES, ROWS * planes.rowBytes());
	}

	/** Returns the most bytes that are kept. */
	static long keptBytes() {
		return Recent.bytes(KEPT_BYTES);
	}

	/**
	 * Returns the pixels.
	 *
	 * @param dimensions those of the planes, and any that count planes
	 */
	RandomAccessibleInterval<? extends RealType<?>> interval(final long... dimensions) {
		switch (planes.type()) {
			case BYTE:
				return cells(dimensions, new UnsignedByteType(), buffer -> {
					final byte[] values = new byte[buffer.remaining()];
					buffer.get(values);
					return new ByteArray(values);
				});
			case FLOAT:
				return cells(dimensions, new FloatType(), buffer -> {
					final float[] values = new float[buffer.remaining() / Float.BYTES];
					buffer.asFloatBuffer().get(values);
					return new FloatArray(values);
				});
			default:
				return cells(dimensions, new UnsignedShortType(), buffer -> new ShortArray(shorts(buffer)));
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}

	// As ImageJ does, which stores signed values raised by half of the range.
	private short[] shorts(final ByteBuffer buffer) {
		final short[] values = new short[buffer.remaining() / Short.BYTES];
		buffer.asShortBuffer().get(values);
		if (planes.type() == PixelKind.SIGNED_SHORT) for (int i = 0; i < values.length; i++)
			values[i] ^= (short) SIGN;
		return values;
	}

	private <T extends NativeType<T> & RealType<T>, A extends ArrayDataAccess<A>> RandomAccessibleInterval<T> cells(
		final long[] dimensions, final T type, final Function<ByteBuffer, A> access)
	{
		final int[] cell = new int[dimensions.length];
		Arrays.fill(cell, 1);
		cell[0] = planes.width();
		cell[1] = Math.min(ROWS, planes.height());
		final CellGrid grid = new CellGrid(dimensions, cell);
		return new LazyCellImg<>(grid, type, index -> this.<A> cell(grid, index, access));
	}

	@SuppressWarnings("unchecked")
	private <A extends ArrayDataAccess<A>> Cell<A> cell(final CellGrid grid, final long index,
		final Function<ByteBuffer, A> access)
	{
		return (Cell<A>) kept.get(index, key -> {
			final long[] min = new long[grid.numDimensions()];
			final int[] size = new int[min.length];
			grid.getCellDimensions(key, min, size);
			return new Cell<>(size, min, access.apply(read((int) (key / rowsOfCells), (int) min[1], size[1])));
		});
	}

	private ByteBuffer read(final int plane, final int top, final int rows) {
		final ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(rows * planes.rowBytes())).order(planes.littleEndian()
			? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		try {
			for (int row = top; row < top + rows;) {
				final int together = Math.min(planes.together(plane, row), top + rows - row);
				buffer.limit((int) ((row - top + together) * planes.rowBytes()));
				long position = planes.offset(plane, row);
				while (buffer.hasRemaining()) {
					final int count = channel.read(buffer, position);
					if (count < 0) throw new IOException("the file has become shorter");
					position += count;
				}
				row += together;
			}
		}
		// An interrupt of any thread that reads closes it for all.
		catch (final ClosedChannelException e) {
			throw new CancelledException();
		}
		catch (final IOException e) {
			throw new InputException("The file " + planes.file() + " can't be read any more (" + OutputPath.reason(e) +
				"); give a whole copy of it.", e);
		}
		return buffer.flip();
	}
}
