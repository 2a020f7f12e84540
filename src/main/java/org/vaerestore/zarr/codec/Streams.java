package org.vaerestore.zarr.codec;

import java.io.IOException;
import java.io.InputStream;

/** What a stream unpacks to, as long as it isn't too much. */
final class Streams {

	private Streams() {}

	static byte[] all(final InputStream in, final int most, final String codec) throws IOException {
		final byte[] plain = in.readNBytes(most);
		if (in.read() >= 0) throw CodecException.more(codec, most);
		return plain;
	}
}
