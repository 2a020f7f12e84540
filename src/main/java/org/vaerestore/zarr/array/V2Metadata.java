package org.vaerestore.zarr.array;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import org.vaerestore.zarr.codec.Codec;
import org.vaerestore.zarr.codec.CodecException;
import org.vaerestore.zarr.codec.Codecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The metadata of an array of Zarr v2, {@code .zarray}. */
final class V2Metadata {

	private V2Metadata() {}

	static ArrayMetadata read(final Fields fields) {
		if (fields.get("zarr_format").asInt() != 2) throw fields.bad("\"zarr_format\" is " + ZarrJson.shown(fields.get("zarr_format")) +
			", and only 2 and 3 are known");
		if (!fields.get("dtype").isTextual()) throw fields.bad("its values have several fields (" + ZarrJson.shown(fields.get("dtype")) + ")");
		final String dtype = fields.text("dtype");
		final DataType type = type(fields, dtype);
		final long[] shape = fields.numbers("shape", 1, Long.MAX_VALUE);
		final JsonNode filters = fields.get("filters");
		if (filters.isArray() && !filters.isEmpty()) throw fields.bad("it has the filter \"" + filters.get(0).path("id").asText() +
			"\", which isn't known here");
		return new ArrayMetadata(ZarrFormat.V2, type, shape, fields.sizes("chunks"), FillValue.read(fields, type), ChunkKeys.ofV2(separator(
			fields, "dimension_separator", ".")), new ChunkCodecs(dtype.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
				permutation(fields, shape.length), packing(fields, type)), Optional.empty()).checked(fields.where());
	}

	private static DataType type(final Fields fields, final String dtype) {
		for (final DataType type : DataType.values())
			if (dtype.length() == 3 && dtype.endsWith(type.v2()) && (type.bytes() == 1 ? "|<>" : "<>").indexOf(dtype.charAt(0)) >= 0) return type;
		throw fields.bad("its values are of type \"" + dtype + "\"" + (dtype.endsWith("f2") ? " (float16)" : "") +
			", which isn't read (whole numbers of 8 to 64 bit, float32 and float64 are)");
	}

	private static int[] permutation(final Fields fields, final int axes) {
		final int[] straight = ChunkCodecs.straight(axes);
		final String order = fields.text("order", "C");
		if (order.equals("C")) return straight;
		if (order.equals("F")) return ArrayMetadata.reversed(straight);
		throw fields.bad("\"order\" is \"" + order + "\", and only C and F are known");
	}

	private static List<Codec> packing(final Fields fields, final DataType type) {
		final JsonNode compressor = fields.get("compressor");
		if (compressor.isNull() || compressor.isMissingNode()) return List.of();
		try {
			return List.of(Codecs.ofV2(compressor, type.bytes()));
		}
		catch (final CodecException e) {
			throw fields.bad("it " + e.getMessage());
		}
	}

	static char separator(final Fields fields, final String name, final String otherwise) {
		final String separator = fields.text(name, otherwise);
		if (separator.equals(".") || separator.equals("/")) return separator.charAt(0);
		throw fields.bad("\"" + name + "\" is \"" + separator + "\", and only . and / are known");
	}

	static ObjectNode write(final ArrayMetadata array) {
		final JsonNodeFactory factory = JsonNodeFactory.instance;
		final ObjectNode json = factory.objectNode().put("zarr_format", 2);
		final var shape = json.putArray("shape");
		for (final long size : array.shape())
			shape.add(size);
		final var chunks = json.putArray("chunks");
		for (final int size : array.chunk())
			chunks.add(size);
		final boolean big = array.codecs().order() == ByteOrder.BIG_ENDIAN;
		json.put("dtype", (array.type().bytes() == 1 ? "|" : big ? ">" : "<") + array.type().v2());
		json.set("fill_value", array.fill().json(ZarrFormat.V2));
		json.put("order", "C").putNull("filters").put("dimension_separator", String.valueOf(array.keys().separator()));
		json.set("compressor", array.codecs().packing().isEmpty() ? factory.nullNode() : Codecs.toV2(array.codecs().packing().get(0)));
		return json;
	}
}
