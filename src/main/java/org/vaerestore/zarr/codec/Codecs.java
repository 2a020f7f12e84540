package org.vaerestore.zarr.codec;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Codecs as the metadata of arrays has them: with an {@code id} in Zarr v2, with a name and a configuration in v3. */
public final class Codecs {

	private static final String OF_NUMCODECS = "numcodecs.", BLOSC = "blosc", LEVEL = "level";
	private static final String READ = "blosc, zstd, lz4, gzip, zlib and crc32c are";

	private Codecs() {}

	/**
	 * Reads one.
	 *
	 * @param json compressor of Zarr v2
	 * @param typeSize bytes of a value of the array
	 * @throws CodecException if it is none that is known; the message ends a sentence that begins with the array
	 */
	public static Codec ofV2(final JsonNode json, final int typeSize) throws CodecException {
		final String id = json.path("id").asText("");
		return of(id, id, json, typeSize);
	}

	/**
	 * Reads one.
	 *
	 * @param name of the codec in Zarr v3, also one that numcodecs adds
	 * @param configuration its settings
	 * @param typeSize bytes of a value of the array
	 * @throws CodecException if it is none that is known; the message ends a sentence that begins with the array
	 */
	public static Codec ofV3(final String name, final JsonNode configuration, final int typeSize) throws CodecException {
		return of(name.startsWith(OF_NUMCODECS) ? name.substring(OF_NUMCODECS.length()) : name, name, configuration, typeSize);
	}

	private static Codec of(final String id, final String shown, final JsonNode settings, final int typeSize) throws CodecException {
		return switch (id) {
			case "gzip" -> new Gzip(level(settings));
			case "zlib" -> new Zlib(level(settings));
			case "zstd" -> new Zstd();
			case "lz4" -> new Lz4();
			case "crc32c" -> new Crc32c();
			case BLOSC -> blosc(settings, typeSize);
			default -> throw new CodecException("is packed with the codec \"" + shown + "\", which isn't known here (" + READ + ")");
		};
	}

	/** What reads doesn't depend on it, so one that is left out or strange is no reason to refuse an array. */
	private static int level(final JsonNode settings) {
		return Math.max(0, Math.min(9, settings.path(LEVEL).asInt(5)));
	}

	private static Codec blosc(final JsonNode settings, final int typeSize) throws CodecException {
		final String cname = settings.path("cname").asText("");
		for (final Blosc.Packing packing : Blosc.Packing.values())
			if (packing.id().equals(cname)) return new Blosc(packing, Math.max(0, Math.min(9, settings.path("clevel").asInt(5))), shuffle(
				settings.path("shuffle"), typeSize), Math.max(1, Math.min(255, settings.path("typesize").asInt(typeSize))));
		throw new CodecException("is packed with \"" + cname + "\" in Blosc, which isn't known here (zstd, lz4, lz4hc, zlib and blosclz are)");
	}

	private static Blosc.Shuffle shuffle(final JsonNode json, final int typeSize) throws CodecException {
		for (final Blosc.Shuffle shuffle : Blosc.Shuffle.values())
			if (json.isInt() && json.asInt() == shuffle.ordinal() || json.asText().equals(shuffle.id())) return shuffle;
		if (json.isMissingNode() || json.asInt() == -1) return typeSize == 1 ? Blosc.Shuffle.BITS : Blosc.Shuffle.BYTES;
		throw new CodecException("has the Blosc shuffle " + json + ", which isn't known here (0, 1 and 2 are)");
	}

	/** Returns a codec as the compressor of an array of Zarr v2. */
	public static ObjectNode toV2(final Codec codec) {
		final ObjectNode json = JsonNodeFactory.instance.objectNode();
		if (codec instanceof Gzip gzip) json.put("id", "gzip").put(LEVEL, gzip.level());
		else if (codec instanceof Zlib zlib) json.put("id", "zlib").put(LEVEL, zlib.level());
		else if (codec instanceof Zstd) json.put("id", "zstd").put(LEVEL, Zstd.LEVEL);
		else if (codec instanceof Lz4) json.put("id", "lz4").put("acceleration", 1);
		else if (codec instanceof Blosc blosc) json.put("id", BLOSC).put("cname", blosc.packing().id()).put("clevel", blosc.level()).put(
			"shuffle", blosc.shuffle().ordinal()).put("blocksize", 0);
		else throw new IllegalArgumentException("Zarr v2 has no codec " + codec + ".");
		return json;
	}

	/** Returns a codec as one of an array of Zarr v3; zlib and lz4, which its specification lacks, under numcodecs' names. */
	public static ObjectNode toV3(final Codec codec) {
		if (codec instanceof Gzip gzip) return named("gzip", Map.of(LEVEL, gzip.level()));
		if (codec instanceof Zlib zlib) return named(OF_NUMCODECS + "zlib", Map.of(LEVEL, zlib.level()));
		if (codec instanceof Lz4) return named(OF_NUMCODECS + "lz4", Map.of("acceleration", 1));
		if (codec instanceof Zstd) {
			final ObjectNode json = named("zstd", Map.of(LEVEL, Zstd.LEVEL));
			json.withObject("/configuration").put("checksum", true);
			return json;
		}
		if (codec instanceof Blosc blosc) {
			final ObjectNode json = named(BLOSC, Map.of("clevel", blosc.level(), "typesize", blosc.typeSize(), "blocksize", 0));
			json.withObject("/configuration").put("cname", blosc.packing().id()).put("shuffle", blosc.shuffle().id());
			return json;
		}
		return JsonNodeFactory.instance.objectNode().put("name", "crc32c");
	}

	private static ObjectNode named(final String name, final Map<String, Integer> settings) {
		final ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
		final ObjectNode configuration = json.putObject("configuration");
		new TreeMap<>(settings).forEach(configuration::put);
		return json;
	}
}
