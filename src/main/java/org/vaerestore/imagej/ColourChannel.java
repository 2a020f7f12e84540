package org.vaerestore.imagej;

import net.imglib2.Sampler;
import net.imglib2.converter.readwrite.SamplerConverter;
import net.imglib2.img.basictypeaccess.ByteAccess;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * One of the colours of RGB pixels, to read and to write.
 * <p>
 * ImgLib2 8.0.0 has {@code Converters.argbChannel} for this, but what that writes above 127 spills into the other colours.
 * </p>
 */
final class ColourChannel implements SamplerConverter<ARGBType, UnsignedByteType> {

	private static final int BYTE = 0xff;

	private final int shift;

	/**
	 * Creates the view of a colour.
	 *
	 * @param colour 0 red, 1 green, 2 blue
	 */
	ColourChannel(final int colour) {
		shift = 16 - 8 * colour;
	}

	@Override
	public UnsignedByteType convert(final Sampler<? extends ARGBType> pixel) {
		return new UnsignedByteType(new ByteAccess() {

			@Override
			public byte getValue(final int index) {
				return (byte) (pixel.get().get() >> shift);
			}

			@Override
			public void setValue(final int index, final byte value) {
				final ARGBType colours = pixel.get();
				colours.set(colours.get() & ~(BYTE << shift) | (value & BYTE) << shift);
			}
		});
	}
}
