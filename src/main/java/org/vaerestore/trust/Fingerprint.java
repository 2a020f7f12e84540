package org.vaerestore.trust;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of pixels as 32-bit floating point, big-endian, in the order of the planes: as of a model's training data. */
final class Fingerprint {

	private final MessageDigest digest;

	Fingerprint() {
		try {
			digest = MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}

	void add(final float[] values) {
		final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
		bytes.asFloatBuffer().put(values);
		digest.update(bytes);
	}

	/** Returns the hash in hexadecimal; to be called once. */
	String text() {
		return HexFormat.of().formatHex(digest.digest());
	}
}
