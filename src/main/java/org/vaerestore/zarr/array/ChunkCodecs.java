package org.vaerestore.zarr.array;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.zarr.codec.Codec;
import org.vaerestore.zarr.codec.CodecException;

/**
 * How the values of a chunk become the bytes that are stored.
 *
 * @param order of bytes in a value
 * @param permutation the axes of the chunk in the order in which they are stored, slowest first
 * @param packing what is done with the bytes then, in this order
 */
record ChunkCodecs(ByteOrder order, int[] permutation, List<Codec> packing) {

	byte[] encode(final byte[] plain) {
		byte[] packed = plain;
		for (final Codec codec : packing)
			packed = codec.encode(packed);
		return packed;
	}

	/** Unpacks exactly so many bytes. */
	byte[] decode(final byte[] packed, final int size) throws CodecException {
		byte[] plain = packed;
		for (int i = packing.size() - 1; i >= 0; i--)
			plain = packing.get(i).decode(plain, i == 0 ? size : (int) Math.min(Integer.MAX_VALUE - 8, mostPacked(size)));
		return plain;
	}

	/** Returns the most bytes that a chunk of so many may be stored as. */
	long mostPacked(final long size) {
		return packing.isEmpty() ? size : Codec.mostPacked(size);
	}

	boolean isTransposed() {
		return !isStraight(permutation);
	}

	/** Returns whether axes are as they are. */
	static boolean isStraight(final int[] permutation) {
		return Arrays.equals(permutation, straight(permutation.length));
	}

	/** Returns the axes as they are. */
	static int[] straight(final int axes) {
		final int[] permutation = new int[axes];
		for (int i = 0; i < axes; i++)
			permutation[i] = i;
		return permutation;
	}
}
