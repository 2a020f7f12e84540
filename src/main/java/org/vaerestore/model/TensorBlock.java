package org.vaerestore.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.vaerestore.vae.Tensor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tensors as one block of little-endian 32-bit floating point numbers, described in JSON. */
final class TensorBlock {

	private static final int MOST_AXES = 8;
	private static final int PIECE = 1 << 14;

	private TensorBlock() {}

	/** Returns names, shapes and offsets, in bytes, of tensors that are written one after the other, and their hash. */
	static ObjectNode describe(final List<Tensor> tensors) throws IOException {
		final ObjectNode json = Fields.object();
		json.put("type", "float32, little-endian, row-major");
		final MessageDigest digest = Sha256.digest();
		write(tensors, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
		json.put("sha256", Sha256.text(digest));
		final ArrayNode list = json.putArray("tensors");
		long offset = 0;
		for (final Tensor tensor : tensors) {
			final ObjectNode entry = list.addObject();
			entry.put("name", tensor.name());
			final ArrayNode shape = entry.putArray("shape");
			for (final int length : tensor.shape())
				shape.add(length);
			entry.put("offset", offset);
			offset += bytes(tensor.values().length);
		}
		return json;
	}

	static long size(final List<Tensor> tensors) {
		return tensors.stream().mapToLong(tensor -> bytes(tensor.values().length)).sum();
	}

	static void write(final List<Tensor> tensors, final OutputStream out) throws IOException {
		final ByteBuffer buffer = buffer();
		for (final Tensor tensor : tensors) {
			final FloatBuffer values = FloatBuffer.wrap(tensor.values());
			while (values.hasRemaining()) {
				final int count = Math.min(PIECE, values.remaining());
				buffer.asFloatBuffer().put(values.slice().limit(count));
				values.position(values.position() + count);
				out.write(buffer.array(), 0, count * Float.BYTES);
			}
		}
	}

	/**
	 * Reads tensors; nothing is allocated for them before their sizes are known to add up to that of the block.
	 *
	 * @param fields their description
	 * @param name of the block, for messages
	 * @param size of the block in bytes
	 */
	static List<Tensor> read(final Fields fields, final String name, final long size, final InputStream in)
		throws IOException
	{
		final List<Slot> slots = slots(fields, name, size);
		final MessageDigest digest = Sha256.digest();
		final DigestInputStream digested = new DigestInputStream(in, digest);
		final ByteBuffer buffer = buffer();
		final List<Tensor> tensors = new ArrayList<>(slots.size());
		for (final Slot slot : slots) {
			final float[] values = new float[slot.count];
			for (int done = 0; done < values.length; done += PIECE) {
				final int count = Math.min(PIECE, values.length - done);
				if (digested.readNBytes(buffer.array(), 0, count * Float.BYTES) < count * Float.BYTES)
					throw DamagedModelException.damaged(name + " ends too early");
				buffer.asFloatBuffer().get(values, done, count);
			}
			tensors.add(new Tensor(slot.name, slot.shape, values));
		}
		if (digested.read() >= 0) throw DamagedModelException.damaged(name + " is too long");
		if (!Sha256.text(digest).equals(fields.text("sha256"))) throw DamagedModelException.damaged(name +
			" does not match its SHA-256");
		return tensors;
	}

	private static List<Slot> slots(final Fields fields, final String name, final long size) throws IOException {
		final List<Slot> slots = new ArrayList<>();
		final Set<String> names = new HashSet<>();
		long offset = 0;
		for (final Fields tensor : fields.objects("tensors")) {
			final Slot slot = new Slot(tensor.text("name"), shape(tensor, name), size / Float.BYTES);
			if (!names.add(slot.name)) throw DamagedModelException.damaged(name + " has " + slot.name + " twice");
			if (tensor.wide("offset") != offset) throw DamagedModelException.damaged(name + " has a gap before " + slot.name);
			offset += bytes(slot.count);
			slots.add(slot);
		}
		if (offset != size) throw DamagedModelException.damaged(name + " has " + size + " bytes and not the " + offset +
			" of its list of tensors");
		return slots;
	}

	private static int[] shape(final Fields tensor, final String name) throws IOException {
		final double[] lengths = tensor.numbers("shape");
		final int[] shape = new int[lengths.length];
		for (int d = 0; d < shape.length; d++) {
			shape[d] = (int) lengths[d];
			if (lengths.length > MOST_AXES || shape[d] < 1 || shape[d] != lengths[d]) throw DamagedModelException.damaged(
				name + " has a tensor of impossible shape");
		}
		return shape;
	}

	private static ByteBuffer buffer() {
		return ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static long bytes(final long count) {
		return count * Float.BYTES;
	}

	/** A tensor to read. */
	private static final class Slot {

		private final String name;
		private final int[] shape;
		private final int count;

		Slot(final String name, final int[] shape, final long available) throws IOException {
			this.name = name;
			this.shape = shape;
			long product = 1;
			for (final int length : shape) {
				product *= length;
				// Checked at each axis, so that the product can't overflow.
				if (product > available) throw DamagedModelException.damaged("the shape of " + name +
					" is larger than its data");
			}
			if (product > Integer.MAX_VALUE - 8) throw DamagedModelException.damaged(name + " is too large");
			count = (int) product;
		}
	}
}
