package org.vaerestore.zarr.array;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.vaerestore.zarr.codec.Codec;
import org.vaerestore.zarr.codec.CodecException;
import org.vaerestore.zarr.codec.Codecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * The list of codecs in metadata of Zarr v3: some that transpose, one that makes bytes of values, some that pack these.
 *
 * @param name of the one that makes bytes, {@code bytes} or {@code sharding_indexed}
 * @param configuration of that one
 * @param order of bytes, if it is {@code bytes}
 */
record V3Codecs(int[] permutation, String name, JsonNode configuration, ByteOrder order, List<Codec> packing) {

	private static final int MOST = 16;

	static V3Codecs read(final Fields fields, final JsonNode list, final DataType type, final int axes) {
		if (!list.isArray() || list.isEmpty() || list.size() > MOST) throw fields.bad("its codecs are " + ZarrJson.shown(list));
		int[] permutation = ChunkCodecs.straight(axes);
		int at = 0;
		for (; at < list.size() && name(list.get(at)).equals("transpose"); at++)
			permutation = transposed(fields, permutation, new Fields(list.get(at).path("configuration"), fields.where()));
		final String name = at < list.size() ? name(list.get(at)) : "";
		if (!name.equals("bytes") && !name.equals("sharding_indexed")) throw fields.bad(name.isEmpty() ? "its codecs are " + ZarrJson.shown(list)
			: "it has the codec \"" + name + "\" where bytes or sharding_indexed should be");
		final JsonNode configuration = list.get(at).path("configuration");
		final List<Codec> packing = new ArrayList<>();
		for (at++; at < list.size(); at++)
			packing.add(codec(fields, list.get(at), type));
		return new V3Codecs(permutation, name, configuration, name.equals("bytes") ? order(fields, configuration, type) : null, List.copyOf(
			packing));
	}

	private static String name(final JsonNode codec) {
		return codec.isTextual() ? codec.asText() : codec.path("name").asText("");
	}

	private static Codec codec(final Fields fields, final JsonNode codec, final DataType type) {
		try {
			return Codecs.ofV3(name(codec), codec.path("configuration"), type.bytes());
		}
		catch (final CodecException e) {
			throw fields.bad("it " + e.getMessage());
		}
	}

	private static int[] transposed(final Fields fields, final int[] before, final Fields transpose) {
		final long[] order = transpose.numbers("order", 0, before.length - 1L);
		final int[] after = new int[before.length];
		long seen = 0;
		for (int i = 0; i < order.length && i < after.length; i++) {
			after[i] = before[(int) order[i]];
			seen |= 1L << order[i];
		}
		if (order.length != before.length || Long.bitCount(seen) != before.length) throw fields.bad("it is transposed to " + ZarrJson.shown(
			transpose.get("order")) + ", which isn't an order of its " + before.length + " axes");
		return after;
	}

	private static ByteOrder order(final Fields fields, final JsonNode configuration, final DataType type) {
		final String endian = configuration.path("endian").asText(type.bytes() == 1 ? "little" : "");
		if (endian.equals("little")) return ByteOrder.LITTLE_ENDIAN;
		if (endian.equals("big")) return ByteOrder.BIG_ENDIAN;
		throw fields.bad("the order of bytes is " + ZarrJson.shown(configuration.path("endian")) + ", and only little and big are known");
	}

	boolean isTransposed() {
		return ofChunks().isTransposed();
	}

	ChunkCodecs ofChunks() {
		return new ChunkCodecs(order, permutation, packing);
	}

	static void write(final ArrayNode to, final ChunkCodecs codecs, final DataType type) {
		final var bytes = to.addObject().put("name", "bytes");
		if (type.bytes() > 1) bytes.putObject("configuration").put("endian", codecs.order() == ByteOrder.BIG_ENDIAN ? "big" : "little");
		codecs.packing().forEach(codec -> to.add(Codecs.toV3(codec)));
	}
}
