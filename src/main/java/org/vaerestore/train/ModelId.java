package org.vaerestore.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.vaerestore.vae.Tensor;

/** The name of a model: the beginning of the SHA-256 of its weights, so that equal models have equal names. */
final class ModelId {

	private static final int DIGITS = 12;

	private ModelId() {}

	static String of(final List<Tensor> weights) {
		try {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (final Tensor tensor : weights) {
				digest.update(tensor.name().getBytes(StandardCharsets.UTF_8));
				final ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length);
				bytes.asFloatBuffer().put(tensor.values());
				digest.update(bytes);
			}
			return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}
}
