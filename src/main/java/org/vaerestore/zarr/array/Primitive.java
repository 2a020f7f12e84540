package org.vaerestore.zarr.array;

import java.nio.ByteBuffer;
import java.util.Arrays;

import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;

/** The Java arrays that hold values in memory. */
enum Primitive {

	BYTE(1) {

		@Override
		Object allocate(final int length) {
			return new byte[length];
		}

		@Override
		void read(final ByteBuffer from, final Object to) {
			from.get((byte[]) to);
		}

		@Override
		void write(final Object from, final ByteBuffer to) {
			to.put((byte[]) from);
		}

		@Override
		void fill(final Object array, final long bits) {
			Arrays.fill((byte[]) array, (byte) bits);
		}

		@Override
		DataAccess access(final Object array) {
			return new ByteArray((byte[]) array);
		}
	},
	SHORT(2) {

		@Override
		Object allocate(final int length) {
			return new short[length];
		}

		@Override
		void read(final ByteBuffer from, final Object to) {
			from.asShortBuffer().get((short[]) to);
		}

		@Override
		void write(final Object from, final ByteBuffer to) {
			to.asShortBuffer().put((short[]) from);
		}

		@Override
		void fill(final Object array, final long bits) {
			Arrays.fill((short[]) array, (short) bits);
		}

		@Override
		DataAccess access(final Object array) {
			return new ShortArray((short[]) array);
		}
	},
	INT(4) {

		@Override
		Object allocate(final int length) {
			return new int[length];
		}

		@Override
		void read(final ByteBuffer from, final Object to) {
			from.asIntBuffer().get((int[]) to);
		}

		@Override
		void write(final Object from, final ByteBuffer to) {
			to.asIntBuffer().put((int[]) from);
		}

		@Override
		void fill(final Object array, final long bits) {
			Arrays.fill((int[]) array, (int) bits);
		}

		@Override
		DataAccess access(final Object array) {
			return new IntArray((int[]) array);
		}
	},
	LONG(8) {

		@Override
		Object allocate(final int length) {
			return new long[length];
		}

		@Override
		void read(final ByteBuffer from, final Object to) {
			from.asLongBuffer().get((long[]) to);
		}

		@Override
		void write(final Object from, final ByteBuffer to) {
			to.asLongBuffer().put((long[]) from);
		}

		@Override
		void fill(final Object array, final long bits) {
			Arrays.fill((long[]) array, bits);
		}

		@Override
		DataAccess access(final Object array) {
			return new LongArray((long[]) array);
		}
	},
	FLOAT(4) {

		@Override
		Object allocate(final int length) {
			return new float[length];
		}

		@Override
		void read(final ByteBuffer from, final Object to) {
			from.asFloatBuffer().get((float[]) to);
		}

		@Override
		void write(final Object from, final ByteBuffer to) {
			to.asFloatBuffer().put((float[]) from);
		}

		@Override
		void fill(final Object array, final long bits) {
			Arrays.fill((float[]) array, Float.intBitsToFloat((int) bits));
		}

		@Override
		DataAccess access(final Object array) {
			return new FloatArray((float[]) array);
		}
	},
	DOUBLE(8) {

		@Override
		Object allocate(final int length) {
			return new double[length];
		}

		@Override
		void read(final ByteBuffer from, final Object to) {
			from.asDoubleBuffer().get((double[]) to);
		}

		@Override
		void write(final Object from, final ByteBuffer to) {
			to.asDoubleBuffer().put((double[]) from);
		}

		@Override
		void fill(final Object array, final long bits) {
			Arrays.fill((double[]) array, Double.longBitsToDouble(bits));
		}

		@Override
		DataAccess access(final Object array) {
			return new DoubleArray((double[]) array);
		}
	};

	private final int bytes;

	Primitive(final int bytes) {
		this.bytes = bytes;
	}

	int bytes() {
		return bytes;
	}

	abstract Object allocate(int length);

	/** Reads as many values as an array has, in the order of bytes that a buffer has. */
	abstract void read(ByteBuffer from, Object to);

	/** Writes all values of an array, in the order of bytes that a buffer has. */
	abstract void write(Object from, ByteBuffer to);

	/** Makes all values of an array one whose bits are given. */
	abstract void fill(Object array, long bits);

	abstract DataAccess access(Object array);
}
