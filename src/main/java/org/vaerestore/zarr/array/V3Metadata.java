package org.vaerestore.zarr.array;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vaerestore.zarr.codec.Crc32c;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The metadata of an array of Zarr v3, {@code zarr.json}. */
final class V3Metadata {

	private static final Set<String> KNOWN = Set.of("zarr_format", "node_type", "shape", "data_type", "chunk_grid", "chunk_key_encoding",
		"fill_value", "codecs", "attributes", "storage_transformers", "dimension_names", "consolidated_metadata");
	private static final String NAME = "name", CONFIGURATION = "configuration", CODECS = "codecs", SHARDING = "sharding_indexed";

	private V3Metadata() {}

	static ArrayMetadata read(final Fields fields) {
		if (fields.get("zarr_format").asInt() != 3) throw fields.bad("\"zarr_format\" is " + ZarrJson.shown(fields.get("zarr_format")) +
			", and only 2 and 3 are known");
		if (!fields.text("node_type").equals("array")) throw fields.bad("it is a " + fields.text("node_type") + ", not an array");
		requireKnown(fields);
		final DataType type = type(fields);
		final long[] shape = fields.numbers("shape", 1, Long.MAX_VALUE);
		if (!fields.in("chunk_grid").text(NAME).equals("regular")) throw fields.bad("its chunks are in a \"" + fields.in("chunk_grid").text(
			NAME) + "\" grid, and only regular ones are known");
		final int[] unit = fields.in("chunk_grid").in(CONFIGURATION).sizes("chunk_shape");
		if (unit.length != shape.length) throw fields.bad("it has " + shape.length + " axes and chunks of " + unit.length);
		final V3Codecs codecs = V3Codecs.read(fields, fields.get(CODECS), type, unit.length);
		final boolean shards = codecs.name().equals(SHARDING);
		if (shards && (!codecs.packing().isEmpty() || codecs.isTransposed())) throw fields.bad(
			"whole shards are packed or transposed, which isn't read");
		final ArrayMetadata array = shards ? sharded(fields, new Fields(codecs.configuration(), fields.where()), type, shape, unit)
			: new ArrayMetadata(ZarrFormat.V3, type, shape, unit, FillValue.read(fields, type), keys(fields), codecs.ofChunks(), Optional.empty());
		return array.checked(fields.where());
	}

	private static ArrayMetadata sharded(final Fields fields, final Fields sharding, final DataType type, final long[] shape, final int[] unit) {
		final int[] chunk = sharding.sizes("chunk_shape");
		if (chunk.length != unit.length) throw fields.bad("its shards have " + unit.length + " axes and their chunks " + chunk.length);
		final int[] chunks = new int[chunk.length];
		for (int i = 0; i < chunks.length; i++) {
			if (unit[i] % chunk[i] != 0) throw fields.bad("its shards have " + unit[i] + " pixels along an axis, no multiple of the " + chunk[i] +
				" of their chunks");
			chunks[i] = unit[i] / chunk[i];
		}
		final V3Codecs inner = V3Codecs.read(fields, sharding.get(CODECS), type, chunk.length);
		if (inner.name().equals(SHARDING)) throw fields.bad("it has shards in shards, which aren't read");
		return new ArrayMetadata(ZarrFormat.V3, type, shape, chunk, FillValue.read(fields, type), keys(fields), inner.ofChunks(), Optional.of(
			index(sharding, chunks)));
	}

	private static Sharding index(final Fields sharding, final int[] chunks) {
		final String location = sharding.text("index_location", "end");
		if (!location.equals("end") && !location.equals("start")) throw sharding.bad("\"index_location\" is \"" + location +
			"\", and only start and end are known");
		final JsonNode codecs = sharding.get("index_codecs");
		final V3Codecs index = V3Codecs.read(sharding, codecs, DataType.UINT64, chunks.length + 1);
		final boolean checksum = index.packing().equals(List.of(new Crc32c()));
		if (!checksum && !index.packing().isEmpty() || index.isTransposed() || index.name().equals(SHARDING)) throw sharding.bad(
			"the index of its shards has the codecs " + ZarrJson.shown(codecs) + ", and none but bytes and crc32c are read there");
		return new Sharding(chunks, location.equals("end"), index.order(), checksum);
	}

	/** What a reader must understand and doesn't is no detail. */
	private static void requireKnown(final Fields fields) {
		for (final Map.Entry<String, JsonNode> field : fields.json().properties())
			if (!KNOWN.contains(field.getKey()) && field.getValue().path("must_understand").asBoolean(true)) throw fields.bad("it has \"" + field
				.getKey() + "\", which isn't known here");
		if (!fields.get("storage_transformers").isEmpty()) throw fields.bad("it has storage transformers (" + ZarrJson.shown(fields.get(
			"storage_transformers")) + "), and none are known");
	}

	private static DataType type(final Fields fields) {
		final JsonNode name = fields.get("data_type");
		for (final DataType type : DataType.values())
			if (name.isTextual() && type.id().equals(name.asText())) return type;
		throw fields.bad("its values are of type " + ZarrJson.shown(name) +
			", which isn't read (whole numbers of 8 to 64 bit, float32 and float64 are)");
	}

	private static ChunkKeys keys(final Fields fields) {
		final Fields encoding = fields.in("chunk_key_encoding");
		final String name = encoding.json().isTextual() ? encoding.json().asText() : encoding.text(NAME);
		return switch (name) {
			case "default" -> ChunkKeys.ofV3(V2Metadata.separator(encoding.in(CONFIGURATION), "separator", "/"));
			case "v2" -> ChunkKeys.ofV2(V2Metadata.separator(encoding.in(CONFIGURATION), "separator", "."));
			default -> throw fields.bad("its chunks have keys of kind \"" + name + "\", and only default and v2 are known");
		};
	}

	static ObjectNode write(final ArrayMetadata array, final List<String> names) {
		final ObjectNode json = JsonNodeFactory.instance.objectNode().put("zarr_format", 3).put("node_type", "array");
		final ArrayNode shape = json.putArray("shape");
		for (final long size : array.shape())
			shape.add(size);
		json.put("data_type", array.type().id());
		numbers(json.putObject("chunk_grid").put(NAME, "regular").putObject(CONFIGURATION).putArray("chunk_shape"), array.unit());
		json.putObject("chunk_key_encoding").put(NAME, array.keys().prefix().isEmpty() ? "v2" : "default").putObject(CONFIGURATION).put(
			"separator", String.valueOf(array.keys().separator()));
		json.set("fill_value", array.fill().json(ZarrFormat.V3));
		final ArrayNode codecs = json.putArray(CODECS);
		if (array.sharding().isEmpty()) V3Codecs.write(codecs, array.codecs(), array.type());
		else writeSharding(codecs.addObject().put(NAME, SHARDING).putObject(CONFIGURATION), array, array.sharding().get());
		json.putObject("attributes");
		if (!names.isEmpty()) names.forEach(json.putArray("dimension_names")::add);
		return json;
	}

	private static void writeSharding(final ObjectNode json, final ArrayMetadata array, final Sharding sharding) {
		numbers(json.putArray("chunk_shape"), array.chunk());
		V3Codecs.write(json.putArray(CODECS), array.codecs(), array.type());
		final ArrayNode index = json.putArray("index_codecs");
		index.addObject().put(NAME, "bytes").putObject(CONFIGURATION).put("endian", sharding.order() == ByteOrder.BIG_ENDIAN ? "big" : "little");
		if (sharding.checksum()) index.addObject().put(NAME, "crc32c");
		json.put("index_location", sharding.indexAtEnd() ? "end" : "start");
	}

	private static void numbers(final ArrayNode to, final int[] numbers) {
		for (final int number : numbers)
			to.add(number);
	}
}
