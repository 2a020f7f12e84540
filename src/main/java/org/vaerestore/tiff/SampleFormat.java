package org.vaerestore.tiff;

/** What the bits of a value stand for. */
enum SampleFormat {
	UNSIGNED, SIGNED, FLOAT;

	private static final int UNDEFINED = 4;

	static SampleFormat of(final long code) throws TiffException {
		if (code >= 1 && code <= 3) return values()[(int) code - 1];
		if (code == UNDEFINED) return UNSIGNED;
		throw TiffException.unsupported("of " + (code == 5 || code == 6 ? "complex numbers" : "values of the unknown format " + code));
	}

	PixelKind kind(final int bits) throws TiffException {
		final boolean known = this == FLOAT ? bits == 16 || bits == 32 || bits == 64 : bits >= 1 && bits <= 16 || bits == 24 ||
			bits == 32;
		if (!known) throw TiffException.unsupported("of " + bits + " bit " + (this == FLOAT ? "floating point" : "integer") +
			" values");
		if (this == FLOAT || bits > 16) return PixelKind.FLOAT;
		if (this == SIGNED) return PixelKind.SIGNED_SHORT;
		return bits > 8 ? PixelKind.SHORT : PixelKind.BYTE;
	}
}
