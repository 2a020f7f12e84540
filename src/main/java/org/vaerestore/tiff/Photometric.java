package org.vaerestore.tiff;

import java.util.Map;

/** How values are shown. */
enum Photometric {
	WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE;

	private static final Map<Long, String> OTHERS = Map.of(4L, "a transparency mask", 5L, "CMYK colours", 6L, "YCbCr colours", 8L,
		"Lab colours", 9L, "Lab colours", 10L, "Lab colours", 32803L, "raw colours of a camera (CFA)", 32844L, "LogL values", 32845L,
		"LogLuv values", 34892L, "raw colours of a camera");

	static Photometric of(final long code) throws TiffException {
		if (code >= 0 && code < values().length) return values()[(int) code];
		throw TiffException.unsupported("of " + OTHERS.getOrDefault(code, "the unknown kind of colours " + code));
	}
}
