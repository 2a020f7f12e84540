package org.vaerestore.tiff;

import java.io.IOException;

/** Thrown when a file is damaged or of a kind that isn't read; the message ends a sentence that begins with the file. */
public final class TiffException extends IOException {

	private static final long serialVersionUID = 1L;

	TiffException(final String message) {
		super(message);
	}

	static TiffException damaged(final String what) {
		return new TiffException("is damaged: " + what + "; give another copy of it");
	}

	static TiffException truncated(final long length, final long promised) {
		return new TiffException("is truncated: it has " + length + " bytes, and its header promises at least " + promised +
			"; give a whole copy of it");
	}

	static TiffException unsupported(final String what) {
		return new TiffException("is a TIFF file " + what + ", which can't be read; save it as uncompressed TIFF of grey values or " +
			"RGB, in Fiji with Bio-Formats for instance");
	}
}
