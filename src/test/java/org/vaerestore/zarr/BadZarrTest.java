package org.vaerestore.zarr;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrArray;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.codec.Blosc;
import org.vaerestore.zarr.codec.Codec;
import org.vaerestore.zarr.codec.Crc32c;
import org.vaerestore.zarr.codec.Gzip;
import org.vaerestore.zarr.codec.Lz4;
import org.vaerestore.zarr.codec.Zlib;
import org.vaerestore.zarr.codec.Zstd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.imglib2.img.cell.LazyCellImg;

/** Whatever is wrong is said in one sentence, at once and without much memory. */
class BadZarrTest {

	private static final String V2 = """
		{"zarr_format": 2, "shape": [4, 6], "chunks": [4, 6], "dtype": "<u2", "fill_value": 0, "order": "C", "filters": null,
		"compressor": null, "dimension_separator": "/"}""";
	private static final String V3 = """
		{"zarr_format": 3, "node_type": "array", "shape": [4, 6], "data_type": "uint16", "chunk_grid": {"name": "regular",
		"configuration": {"chunk_shape": [4, 6]}}, "chunk_key_encoding": {"name": "default"}, "fill_value": 0,
		"codecs": [{"name": "bytes", "configuration": {"endian": "little"}}], "attributes": {}}""";
	private static final String SHARDS = """
		[{"name": "sharding_indexed", "configuration": {"chunk_shape": [2, 3], "codecs": [{"name": "bytes", "configuration":
		{"endian": "little"}}], "index_codecs": [{"name": "bytes", "configuration": {"endian": "little"}}, {"name": "crc32c"}]}}]""";
	private static final String CODECS = "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}]";
	private static final String IMAGE = """
		{"multiscales": [{"version": "0.4", "axes": [{"name": "y", "type": "space"}, {"name": "x", "type": "space"}],
		"datasets": [{"path": "0", "coordinateTransformations": [{"type": "scale", "scale": [1, 1]}]}]}]}""";

	private static final List<String> STRANGE = List.of("null", "-1", "0", "7", "1e300", "9223372036854775807", "1" + "0".repeat(40), "\"\"",
		"\"..\"", "\"NaN\"", "true", "[]", "{}", "[[1]]", "{\"a\": {}}", "[-1, 2]", "[1, 2, 3]", "[1000000, 1000000]", "\"\\u0000\"");

	@TempDir
	Path folder;

	@ParameterizedTest
	@MethodSource("badArrays")
	void saysWhatIsWrongWithAnArray(final String format, final String from, final String to, final String message) {
		final MemoryStore store = new MemoryStore();
		final String metadata = format.equals("V2") ? V2 : V3;
		assertTrue(metadata.contains(from), from);
		store.write(format.equals("V2") ? ".zarray" : "zarr.json", metadata.replace(from, to).getBytes(StandardCharsets.UTF_8));
		requireSentence(message, () -> readAll(ZarrArray.open(Node.root(store))));
	}

	static Stream<Arguments> badArrays() {
		final String deep = "[".repeat(100000);
		return Stream.of(v2("[4, 6], \"chunks\"", "[-4, 6], \"chunks\"", "[-4,6]"), v2("[4, 6], \"chunks\"", "[9223372036854775807, 6], \"chunks\"",
			"more pixels"), v2("[4, 6], \"chunks\"", "[9223372036854775808, 6], \"chunks\"", "9223372036854775808"), v2("[4, 6], \"chunks\"",
				"4, \"chunks\"", "not 1 to 32 numbers"), v2("[4, 6], \"chunks\"", "[4.5, 6], \"chunks\"", "4.5"), v2("[4, 6], \"dtype\"",
					"[2147483647, 2147483647], \"dtype\"", "too large for Java's memory"), v2("[4, 6], \"dtype\"", "[0, 6], \"dtype\"", "[0,6]"), v2(
						"[4, 6], \"dtype\"", "[4], \"dtype\"", "2 axes and chunks of 1"), v2("<u2", "<f2", "float16"), v2("<u2", "<c8", "\"<c8\""), v2(
							"\"<u2\"", "[[\"a\", \"<u2\"]]", "several fields"), v2("<u2", "u2", "\"u2\""), v2("\"zarr_format\": 2", "\"zarr_format\": 1",
								"\"zarr_format\" is 1"), v2("\"compressor\": null", "\"compressor\": {\"id\": \"bz2\"}", "\"bz2\""), v2(
									"\"compressor\": null", "\"compressor\": {\"id\": \"blosc\", \"cname\": \"snappy\"}", "\"snappy\" in Blosc"), v2(
										"\"filters\": null", "\"filters\": [{\"id\": \"delta\"}]", "\"delta\""), v2("\"order\": \"C\"", "\"order\": \"Z\"",
											"\"order\" is \"Z\""), v2("\"fill_value\": 0", "\"fill_value\": 70000", "70000"), v2("\"fill_value\": 0",
												"\"fill_value\": \"NaN\"", "NaN"), v2("\"fill_value\": 0", "\"fill_value\": " + deep, "deeper"), v2("\"/\"}",
													"\"-\"}", "\"-\""), v2("}", "", "isn't JSON"), v2("{", "[{", "isn't JSON"), v2("\"fill_value\": 0",
														"\"fill_value\": 1" + "0".repeat(10000), "longer"), v3("uint16", "float16", "\"float16\""), v3("\"uint16\"",
															"{\"name\": \"struct\"}", "struct"), v3("regular", "rectangular", "rectangular"), v3("\"zarr_format\": 3",
																"\"zarr_format\": 4", "\"zarr_format\" is 4"), v3("\"node_type\": \"array\"", "\"node_type\": \"group\"",
																	"a group"), v3("\"default\"", "\"fancy\"", "\"fancy\""), v3("\"attributes\": {}",
																		"\"attributes\": {}, \"new\": {\"name\": \"x\"}", "\"new\""), v3("\"attributes\": {}",
																			"\"attributes\": {}, \"storage_transformers\": [1]", "storage transformers"), v3(CODECS, "[]", "codecs are []"),
			v3(CODECS, "[{\"name\": \"bytes\"}]", "order of bytes"), v3(CODECS, "[{\"name\": \"gzip\"}]", "\"gzip\" where"), v3(CODECS,
				"[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}, {\"name\": \"zfp\"}]", "\"zfp\""), v3(CODECS,
					"[{\"name\": \"transpose\", \"configuration\": {\"order\": [0, 0]}}, \"bytes\"]", "[0,0]"), v3(CODECS,
						"[{\"name\": \"transpose\", \"configuration\": {\"order\": [0, 7]}}, \"bytes\"]", "[0,7]"), v3(CODECS, SHARDS.replace("[2, 3]",
							"[3, 3]"), "no multiple of the 3"), v3(CODECS, SHARDS.replace("[2, 3]", "[2]"), "2 axes and their chunks 1"), v3(CODECS, SHARDS
								.replace("[2, 3]", "[0, 3]"), "[0,3]"), v3(CODECS, SHARDS.replace("\"crc32c\"", "\"gzip\""), "the index of its shards"), v3(
									CODECS, SHARDS.replace("{\"chunk_shape\"", "{\"index_location\": \"middle\", \"chunk_shape\""), "\"middle\""), v3(
										"\"fill_value\": 0", "\"fill_value\": -1", "-1"));
	}

	private static Arguments v2(final String from, final String to, final String message) {
		return Arguments.of("V2", from, to, message);
	}

	private static Arguments v3(final String from, final String to, final String message) {
		return Arguments.of("V3", from, to, message);
	}

	@ParameterizedTest
	@MethodSource("badImages")
	void saysWhatIsWrongWithAnImage(final String from, final String to, final String message) {
		final MemoryStore store = new MemoryStore();
		assertTrue(IMAGE.contains(from), from);
		store.write(".zattrs", IMAGE.replace(from, to).getBytes(StandardCharsets.UTF_8));
		store.write("0/.zarray", V2.getBytes(StandardCharsets.UTF_8));
		requireSentence(message, () -> {
			final OmeZarr zarr = OmeZarr.open(store);
			zarr.image(zarr.images().get(0));
		});
	}

	static Stream<Arguments> badImages() {
		final String axes = "[{\"name\": \"y\", \"type\": \"space\"}, {\"name\": \"x\", \"type\": \"space\"}]";
		return Stream.of(Arguments.of("\"0.4\"", "\"0.3\"", "version 0.3"), Arguments.of("multiscales", "multi", "no OME-Zarr image"), Arguments.of(
			"\"path\": \"0\"", "\"path\": \"../0\"", "../0"), Arguments.of("\"path\": \"0\"", "\"path\": \"/etc\"", "/etc"), Arguments.of(
				"\"path\": \"0\"", "\"path\": \"a\\\\..\\\\b\"", "can't be inside"), Arguments.of("\"path\": \"0\"", "\"path\": \"1\"",
					"no Zarr array memory/1"), Arguments.of("\"path\": \"0\"", "\"path\": 0", "path of a level is 0"), Arguments.of(axes, "[]",
						"its axes are []"), Arguments.of(axes, "\"yx\"", "\"yx\""), Arguments.of("\"type\": \"space\"}, {", "\"type\": \"time\"}, {",
							"which are no image"), Arguments.of("\"name\": \"x\"", "\"name\": \"y\"", "name of its own"), Arguments.of(axes, axes.replace("[{",
								"[{\"name\": \"z\", \"type\": \"space\"}, {"), "scale and a translation for 3 axes"), Arguments.of("[1, 1]", "[0, 1]",
									"\"scale\":[0,1]"), Arguments.of("[1, 1]", "[1]", "for 2 axes"), Arguments.of("\"type\": \"scale\"", "\"type\": \"affine\"",
										"affine"), Arguments.of("[{\"path\"", "[], \"x\": [{\"path\"", "its levels are []"));
	}

	@Test
	void saysWhatIsNoZarr() throws IOException {
		requireSentence("doesn't exist", () -> OmeZarr.open(folder.resolve("none")));
		requireSentence("neither zarr.json", () -> OmeZarr.open(folder));
		Files.writeString(folder.resolve("a.txt"), "text");
		requireSentence("no OME-Zarr, which is a folder or a zip", () -> OmeZarr.open(folder.resolve("a.txt")));
		Files.writeString(folder.resolve(".zattrs"), "{}");
		requireSentence("no OME-Zarr image or plate", () -> OmeZarr.open(folder));
		Files.writeString(folder.resolve(".zattrs"), "{\"plate\": {\"wells\": [{\"path\": \"../../b\"}]}}");
		requireSentence("../../b", () -> OmeZarr.open(folder));
		Files.writeString(folder.resolve(".zattrs"), "{\"plate\": {\"wells\": []}}");
		requireSentence("has no images", () -> OmeZarr.open(folder));
	}

	/** More than any metadata has. */
	@Test
	void readsNoHugeMetadata() {
		final MemoryStore store = new MemoryStore();
		store.write(".zattrs", new byte[(1 << 25) + 1]);
		requireSentence("33554433 bytes", () -> OmeZarr.open(store));
		store.write(".zattrs", ("{\"a\": [" + "[],".repeat(5_000_000) + "1]}").getBytes(StandardCharsets.UTF_8));
		requireSentence("more, longer or deeper", () -> OmeZarr.open(store));
	}

	/** Chunks that are cut anywhere, or have a wrong byte, are read as they were or refused by the file's name, nothing else. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void saysWhichChunkIsDamaged(final int codec) {
		final List<Codec> codecs = List.of(new Gzip(5), new Zlib(5), new Zstd(), new Lz4(), new Crc32c(), new Blosc(Blosc.Packing.LZ4, 5,
			Blosc.Shuffle.BITS, 4), new Blosc(Blosc.Packing.ZSTD, 5, Blosc.Shuffle.BYTES, 4), new Blosc(Blosc.Packing.ZLIB, 5, Blosc.Shuffle.NONE,
				4), new Blosc(Blosc.Packing.LZ4, 0, Blosc.Shuffle.NONE, 4));
		final boolean shards = codec >= codecs.size();
		final MemoryStore store = new MemoryStore();
		final ArraySpec.Storage storage = ArraySpec.Storage.of(List.of(16, 16), shards ? codec == 9 ? List.of() : List.of(new Zstd()) : List.of(codecs
			.get(codec)));
		Pattern.write(ArrayWriter.create(Node.root(store), new ArraySpec(ZarrFormat.V3, DataType.FLOAT32, List.of(30L, 16L), shards ? storage
			.inShards(List.of(2, 1)) : storage, List.of())), Pattern.image(DataType.FLOAT32, 30, 16));
		final byte[] good = store.contents.get("c/0/0");
		final Random random = new Random(codec);
		final int refused = (int) Stream.generate(() -> {
			final byte[] bad = random.nextInt(3) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
			if (bad.length == good.length) bad[random.nextInt(random.nextBoolean() ? good.length : Math.min(20, good.length))] ^= 1 << random.nextInt(
				8);
			return bad;
		}).limit(150).filter(bad -> {
			store.write("c/0/0", bad);
			return isRefused(store);
		}).count();
		assertTrue(refused > 40, refused + " of 150");
	}

	private static boolean isRefused(final MemoryStore store) {
		try {
			readAll(ZarrArray.open(Node.root(store)));
			return false;
		}
		catch (final InputException e) {
			assertTrue(e.getMessage().contains("memory/c/0/0"), e.getMessage());
			return true;
		}
	}

	/** Any value of the metadata is something else: it is read nevertheless, or refused in a sentence. */
	@ParameterizedTest
	@ValueSource(strings = { "V2", "V3", "shards", "image" })
	void readsStrangeMetadataOrSaysWhy(final String kind) throws IOException {
		final Random random = new Random(kind.hashCode());
		final ObjectMapper mapper = new ObjectMapper();
		final String good = switch (kind) {
			case "V2" -> V2.replace("null}", "{\"id\": \"blosc\", \"cname\": \"zstd\", \"clevel\": 5, \"shuffle\": 1}}");
			case "V3" -> V3;
			case "shards" -> V3.replace(CODECS, SHARDS);
			default -> IMAGE;
		};
		for (int run = 0; run < 300; run++) {
			final JsonNode json = mapper.readTree(good);
			final List<JsonNode> containers = new ArrayList<>();
			collect(json, containers);
			replace(containers.get(random.nextInt(containers.size())), mapper.readTree(STRANGE.get(random.nextInt(STRANGE.size()))), random);
			final MemoryStore store = new MemoryStore();
			store.write(kind.equals("image") ? ".zattrs" : kind.equals("V2") ? ".zarray" : "zarr.json", mapper.writeValueAsBytes(json));
			if (kind.equals("image")) store.write("0/.zarray", V2.getBytes(StandardCharsets.UTF_8));
			else for (final String key : List.of("0/0", "c/0/0", "c0/0", "0.0")) store.write(key, new byte[kind.equals("shards") ? 1000 : 48]);
			try {
				if (kind.equals("image")) OmeZarr.open(store).image("").labels();
				else ZarrArray.open(Node.root(store)).image(new CellCache(1000)).randomAccess().get();
			}
			catch (final InputException e) {
				assertTrue(e.getMessage().endsWith("."), e.getMessage());
			}
		}
	}

	private static void collect(final JsonNode json, final List<JsonNode> containers) {
		if (json.isContainerNode() && !json.isEmpty()) containers.add(json);
		for (final JsonNode each : json)
			collect(each, containers);
	}

	private static void replace(final JsonNode container, final JsonNode value, final Random random) {
		if (container instanceof ArrayNode array) array.set(random.nextInt(array.size()), value);
		else {
			final List<String> names = new ArrayList<>();
			container.fieldNames().forEachRemaining(names::add);
			((ObjectNode) container).set(names.get(random.nextInt(names.size())), value);
		}
	}

	/** A few bytes that promise gigabytes. */
	@Test
	void unpacksNoBombs() {
		for (final Codec codec : List.of(new Gzip(9), new Zlib(9), new Zstd(), new Lz4(), Blosc.standard(2))) {
			final byte[] bomb = codec.encode(new byte[1 << 24]);
			final IOException e = assertThrows(IOException.class, () -> codec.decode(bomb, 1000));
			assertTrue(e.getMessage().contains("1000") || e.getMessage().contains("can't be unpacked"), e.getMessage());
		}
	}

	/** The index of a shard is as large as its metadata says, and the file may not be. */
	@Test
	void readsNoHugeShardIndex() {
		final MemoryStore store = new MemoryStore();
		final String huge = V3.replace("[4, 6]", "[2000000000, 2000000000]").replace(CODECS, SHARDS.replace("[2, 3]", "[1, 1]"));
		store.write("zarr.json", huge.getBytes(StandardCharsets.UTF_8));
		store.write("c/0/0", new byte[100]);
		requireSentence("more pixels", () -> ZarrArray.open(Node.root(store)));
		store.write("zarr.json", huge.replace("2000000000, 2000000000", "2000000, 2000000").getBytes(StandardCharsets.UTF_8));
		requireSentence("its index alone has 64000000000004", () -> ZarrArray.open(Node.root(store)).image(new CellCache(1000)).randomAccess()
			.get());
	}

	@Test
	void refusesShardsOfZarr2() {
		requireSentence("choose OME-Zarr 0.5", () -> new ArraySpec(ZarrFormat.V2, DataType.UINT8, List.of(5L), ArraySpec.Storage.of(List.of(5),
			List.of()).inShards(List.of(2)), List.of()));
	}

	private static void readAll(final ZarrArray array) {
		final LazyCellImg<?, ?> image = array.image(new CellCache(1 << 16));
		final var cursor = image.cursor();
		while (cursor.hasNext())
			cursor.next();
		// A cursor asks for pixels only when their values are wanted.
		image.getAt(0, 0);
		image.getAt(image.maxAsLongArray());
	}

	private static void requireSentence(final String part, final Executable act) {
		final InputException e = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(InputException.class, act));
		assertTrue(e.getMessage().contains(part), e.getMessage());
		assertTrue(e.getMessage().length() < 500 && e.getMessage().endsWith("."), e.getMessage());
	}
}
