package org.vaerestore.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.ArrayWriter;
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
import org.vaerestore.zarr.store.FolderStore;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.ZipStore;

import com.fasterxml.jackson.databind.JsonNode;

/** What other programs have written is read, and what is written here is read by them. */
class OtherProgramsTest {

	private static final List<DataType> TYPES = List.of(DataType.UINT16, DataType.FLOAT64);

	@TempDir
	Path folder;

	/** Small arrays that they have written once. */
	@ParameterizedTest
	@ValueSource(strings = { "zarr-python.zip.gz", "zarrita.zip.gz" })
	void readsFilesOfOthers(final String name) throws IOException {
		final Path zip = folder.resolve("a.zip");
		try (InputStream in = new GZIPInputStream(OtherProgramsTest.class.getResourceAsStream(name))) {
			Files.write(zip, in.readAllBytes());
		}
		try (Store store = new ZipStore(zip)) {
			assertTrue(countRead(store) > 20);
		}
	}

	@Test
	void readsWhatPythonWrites() throws Exception {
		new OtherPrograms(folder).python("write", folder.resolve("a").toString(), "large");
		assertTrue(countRead(new FolderStore(folder.resolve("a"))) > 20);
	}

	@Test
	void readsWhatZarritaWrites() throws Exception {
		new OtherPrograms(folder).zarrita("write", folder.resolve("a").toString(), "large");
		assertTrue(countRead(new FolderStore(folder.resolve("a"))) > 20);
	}

	@Test
	void pythonReadsWhatIsWritten() throws Exception {
		write(ZarrFormat.V2);
		new OtherPrograms(folder).python("check", folder.resolve("a").toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "V2", "V3" })
	void zarritaReadsWhatIsWritten(final String format) throws Exception {
		write(ZarrFormat.valueOf(format));
		new OtherPrograms(folder).zarrita("check", folder.resolve("a").toString());
	}

	private static int countRead(final Store store) throws IOException {
		int count = 0;
		for (final String name : store.list("")) {
			final Node node = Node.root(store).child(name);
			if (name.startsWith(".") || name.equals("zarr.json")) continue;
			final ZarrArray array = ZarrArray.open(node);
			final JsonNode attributes = node.attributes();
			final String fill = attributes.path("fill").asText("0");
			assertEquals("", attributes.has("written") ? Pattern.difference(array, attributes.path("written").asLong(), fill.matches("-?\\d+")
				? new BigInteger(fill) : (Number) Double.valueOf(fill)) : Pattern.difference(array));
			count++;
		}
		return count;
	}

	private void write(final ZarrFormat format) {
		final Map<String, Codec> codecs = new TreeMap<>(Map.of("gzip", new Gzip(5), "zlib", new Zlib(5), "zstd", new Zstd(), "lz4", new Lz4()));
		if (format == ZarrFormat.V3) codecs.put("crc32c", new Crc32c());
		for (final Blosc.Packing packing : List.of(Blosc.Packing.LZ4, Blosc.Packing.LZ4HC, Blosc.Packing.ZLIB, Blosc.Packing.ZSTD))
			for (final Blosc.Shuffle shuffle : Blosc.Shuffle.values())
				codecs.put(packing + "-" + shuffle, new Blosc(packing, 5, shuffle, type(packing + "-" + shuffle).bytes()));
		write(format, DataType.UINT16, "none", List.of());
		codecs.forEach((name, codec) -> write(format, type(name), name, List.of(codec)));
	}

	private static DataType type(final String name) {
		return TYPES.get(Math.floorMod(name.hashCode() / 2, TYPES.size()));
	}

	private void write(final ZarrFormat format, final DataType type, final String name, final List<Codec> codecs) {
		final long[] dimensions = { 257, 130, 2 };
		final boolean odd = name.hashCode() % 2 != 0, shards = format == ZarrFormat.V3 && !odd;
		final ArraySpec.Storage storage = new ArraySpec.Storage(shards ? List.of(64, 70, 1) : List.of(200, 128, 2), shards ? Optional.of(List.of(2,
			1, 2)) : Optional.empty(), codecs, odd ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, odd ? '.' : '/');
		final ArrayWriter writer = ArrayWriter.create(Node.root(new FolderStore(folder.resolve("a"))).child(name + "-" + type), new ArraySpec(
			format, type, List.of(257L, 130L, 2L), storage, List.of("x", "y", "z")));
		Pattern.write(writer, Pattern.image(type, dimensions));
	}
}
