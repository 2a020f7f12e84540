package org.vaerestore.zarr.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * zlib (RFC 1950).
 *
 * @param level 0, as it is, to 9, smallest
 */
public record Zlib(int level) implements Codec {

	/** Checks the level. */
	public Zlib {
		if (level < 0 || level > 9) throw new IllegalArgumentException("There is no zlib level " + level + ".");
	}

	@Override
	public byte[] encode(final byte[] plain) {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 64);
		final Deflater deflater = new Deflater(level);
		try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 15)) {
			out.write(plain);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			deflater.end();
		}
		return packed.toByteArray();
	}

	@Override
	public byte[] decode(final byte[] packed, final int most) throws CodecException {
		try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
			return Streams.all(in, most, "zlib");
		}
		catch (final CodecException e) {
			throw e;
		}
		catch (final IOException e) {
			throw CodecException.damaged("zlib", e);
		}
	}
}
