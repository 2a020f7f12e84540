package org.vaerestore.zarr.codec;

import java.io.IOException;

/** Thrown when packed bytes are damaged; the message ends a sentence that begins with what they are, such as a chunk's file. */
public final class CodecException extends IOException {

	private static final long serialVersionUID = 1L;

	CodecException(final String message) {
		super(message);
	}

	CodecException(final String message, final Throwable cause) {
		super(message, cause);
	}

	static CodecException damaged(final String codec, final Throwable cause) {
		return new CodecException("can't be unpacked as " + codec, cause);
	}

	static CodecException more(final String codec, final long most) {
		return new CodecException("unpacks as " + codec + " to more than the " + most + " bytes that it may have");
	}
}
