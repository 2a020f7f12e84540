package org.vaerestore.tiff;

/** What the values of pixels are read as. */
public enum PixelKind {

	/** Unsigned, up to 8 bit; a single bit becomes 0 or 255. */
	BYTE(1),
	/** Unsigned, up to 16 bit. */
	SHORT(2),
	/** Signed, up to 16 bit. */
	SIGNED_SHORT(2),
	/** Floating point, and whole numbers of more than 16 bit. */
	FLOAT(4);

	private final int bytes;

	PixelKind(final int bytes) {
		this.bytes = bytes;
	}

	/** Returns the bytes of a value. */
	public int bytes() {
		return bytes;
	}
}
