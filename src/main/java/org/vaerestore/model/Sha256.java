package org.vaerestore.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 hashes. */
public final class Sha256 {

	private Sha256() {}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}

	/** Returns the hash of bytes in hexadecimal. */
	public static String text(final byte[] bytes) {
		return HexFormat.of().formatHex(digest().digest(bytes));
	}

	/** Returns the hash in hexadecimal, and resets the digest. */
	static String text(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}
}
