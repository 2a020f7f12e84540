package org.vaerestore.blocks;

import org.vaerestore.zarr.array.DataType;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Values as ImageJ, and so models, have them: those of 16 bit with a sign are raised by half of the range, and what ImageJ has no
 * type for is 32-bit floating point.
 */
public final class StoredValues {

	/** By how much values of 16 bit with a sign are raised. */
	public static final int RAISED = 1 << 15;

	private StoredValues() {}

	/** Returns pixels so. */
	public static RandomAccessibleInterval<? extends RealType<?>> of(final DataType type,
		final RandomAccessibleInterval<? extends RealType<?>> pixels)
	{
		switch (type) {
			case BOOL:
			case UINT8:
			case UINT16:
			case FLOAT32:
				return pixels;
			case INT16:
				return Converters.convert2(pixels, (from, to) -> to.setReal(from.getRealDouble() + RAISED), UnsignedShortType::new);
			default:
				return Converters.convert2(pixels, (from, to) -> to.setReal(from.getRealDouble()), FloatType::new);
		}
	}

	/** Returns what is to be taken from such values of one type before they are written as another one. */
	static int raised(final DataType from, final DataType to) {
		return from == DataType.INT16 && (to == DataType.INT16 || to == DataType.FLOAT32) ? RAISED : 0;
	}
}
