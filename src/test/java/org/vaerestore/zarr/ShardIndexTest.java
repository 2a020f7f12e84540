package org.vaerestore.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrArray;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.codec.Crc32c;
import org.vaerestore.zarr.codec.Zstd;

/** The index of a shard wherever it may be, in both orders of bytes, with and without checksum. */
class ShardIndexTest {

	private static final int CHUNKS = 6, INDEX = 16 * CHUNKS;
	private static final String END = "\"index_location\" : \"end\"";

	@ParameterizedTest
	@CsvSource({ "end,little,true", "end,big,false", "start,little,true", "start,big,true", "start,little,false" })
	void isReadWhereverItIs(final String location, final String endian, final boolean checksum) {
		final MemoryStore store = new MemoryStore();
		Pattern.write(ArrayWriter.create(Node.root(store), new ArraySpec(ZarrFormat.V3, DataType.UINT8, List.of(20L, 21L), ArraySpec.Storage.of(List
			.of(5, 6), List.of(new Zstd())).inShards(List.of(3, 2)), List.of())), Pattern.image(DataType.UINT8, 20, 21));
		store.contents.replaceAll((key, content) -> key.equals("zarr.json") ? metadata(content, location, endian, checksum) : shard(content, location
			.equals("start"), endian.equals("big"), checksum));
		assertEquals("", Pattern.difference(ZarrArray.open(Node.root(store))));
	}

	private static byte[] metadata(final byte[] content, final String location, final String endian, final boolean checksum) {
		String json = new String(content, StandardCharsets.UTF_8);
		assertTrue(json.contains(END) && json.contains("little") && json.contains("crc32c"));
		json = json.replace(END, END.replace("end", location)).replace("little", endian);
		return (checksum ? json : json.replaceAll("(?s), \\{\\s*\"name\" : \"crc32c\"\\s*\\}", "")).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] shard(final byte[] content, final boolean atStart, final boolean big, final boolean checksum) {
		final int chunks = content.length - INDEX - Crc32c.BYTES, size = INDEX + (checksum ? Crc32c.BYTES : 0);
		final ByteBuffer from = ByteBuffer.wrap(content, chunks, INDEX).order(ByteOrder.LITTLE_ENDIAN), index = ByteBuffer.allocate(INDEX).order(big
			? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < CHUNKS; i++) {
			final long offset = from.getLong(), length = from.getLong();
			index.putLong(offset < 0 ? offset : offset + (atStart ? size : 0)).putLong(length);
		}
		final byte[] packed = checksum ? new Crc32c().encode(index.array()) : index.array();
		final ByteBuffer shard = ByteBuffer.allocate(chunks + size);
		if (atStart) shard.put(packed);
		shard.put(content, 0, chunks);
		if (!atStart) shard.put(packed);
		return shard.array();
	}
}
