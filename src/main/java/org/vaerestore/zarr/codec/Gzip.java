package org.vaerestore.zarr.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * gzip (RFC 1952).
 *
 * @param level 0, as it is, to 9, smallest
 */
public record Gzip(int level) implements Codec {

	/** Checks the level. */
	public Gzip {
		if (level < 0 || level > 9) throw new IllegalArgumentException("There is no gzip level " + level + ".");
	}

	@Override
	public byte[] encode(final byte[] plain) {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 64);
		try (GZIPOutputStream out = new LevelledStream(packed, level)) {
			out.write(plain);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return packed.toByteArray();
	}

	@Override
	public byte[] decode(final byte[] packed, final int most) throws CodecException {
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
			return Streams.all(in, most, "gzip");
		}
		catch (final CodecException e) {
			throw e;
		}
		catch (final IOException e) {
			throw CodecException.damaged("gzip", e);
		}
	}

	private static final class LevelledStream extends GZIPOutputStream {

		LevelledStream(final ByteArrayOutputStream out, final int level) throws IOException {
			super(out, 1 << 15);
			def.setLevel(level);
		}
	}
}
