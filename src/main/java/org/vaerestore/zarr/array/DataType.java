package org.vaerestore.zarr.array;

import java.util.Locale;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;

/** What the values of an array are. */
public enum DataType {

	/** True or false, as masks are; read as {@link UnsignedByteType} of 1 and 0, and not written. */
	BOOL("b1", Primitive.BYTE, UnsignedByteType::new),
	/** {@link ByteType}. */
	INT8("i1", Primitive.BYTE, ByteType::new),
	/** {@link ShortType}. */
	INT16("i2", Primitive.SHORT, ShortType::new),
	/** {@link IntType}. */
	INT32("i4", Primitive.INT, IntType::new),
	/** {@link LongType}. */
	INT64("i8", Primitive.LONG, LongType::new),
	/** {@link UnsignedByteType}. */
	UINT8("u1", Primitive.BYTE, UnsignedByteType::new),
	/** {@link UnsignedShortType}. */
	UINT16("u2", Primitive.SHORT, UnsignedShortType::new),
	/** {@link UnsignedIntType}. */
	UINT32("u4", Primitive.INT, UnsignedIntType::new),
	/** {@link UnsignedLongType}. */
	UINT64("u8", Primitive.LONG, UnsignedLongType::new),
	/** {@link FloatType}. */
	FLOAT32("f4", Primitive.FLOAT, FloatType::new),
	/** {@link DoubleType}. */
	FLOAT64("f8", Primitive.DOUBLE, DoubleType::new);

	private final String v2;
	private final Primitive primitive;
	private final Supplier<NativeType<?>> type;

	DataType(final String v2, final Primitive primitive, final Supplier<NativeType<?>> type) {
		this.v2 = v2;
		this.primitive = primitive;
		this.type = type;
	}

	/**
	 * Returns the one that values of an ImgLib2 type have.
	 *
	 * @throws IllegalArgumentException if there is none
	 */
	public static DataType of(final RealType<?> type) {
		for (final DataType each : values())
			if (each != BOOL && each.type.get().getClass() == type.getClass()) return each;
		throw new IllegalArgumentException("Zarr has no values of type " + type.getClass().getSimpleName() + ".");
	}

	/** Returns the bytes of a value. */
	public int bytes() {
		return primitive.bytes();
	}

	/** Returns whether values are floating point. */
	public boolean isFloat() {
		return v2.charAt(0) == 'f';
	}

	/** Returns the least whole number that there is, 0 for floating point. */
	public double least() {
		return isSigned() ? -Math.pow(2, 8 * bytes() - 1) : 0;
	}

	/** Returns the largest whole number that there is, 1 for floating point and masks. */
	public double most() {
		return isFloat() || this == BOOL ? 1 : Math.pow(2, 8 * bytes() - (isSigned() ? 1 : 0)) - 1;
	}

	/** Returns what metadata of Zarr v3 calls it. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Returns what metadata of Zarr v2 calls it, behind the order of bytes. */
	String v2() {
		return v2;
	}

	Primitive primitive() {
		return primitive;
	}

	/** Returns a value of the ImgLib2 type. */
	NativeType<?> create() {
		return type.get();
	}

	/** Returns an image in memory of the ImgLib2 type. */
	public <T extends NativeType<T> & RealType<T>> Img<T> image(final long... size) {
		return new ArrayImgFactory<T>(Cast.unchecked(create())).create(size);
	}

	boolean isSigned() {
		return v2.charAt(0) == 'i';
	}

	/** Returns the bits of a value that has so many of them. */
	long masked(final long bits) {
		return bytes() == Long.BYTES ? bits : bits & (1L << 8 * bytes()) - 1;
	}
}
