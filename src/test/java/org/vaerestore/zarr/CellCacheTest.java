package org.vaerestore.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;

class CellCacheTest {

	private static final int CHUNK = 10_000;

	/** Chunks of 10 kB, in the order in which they are asked for, and how many reads that takes with so many bytes to keep. */
	@ParameterizedTest
	@CsvSource({ "0 0 0,0,1", "0 1 0,0,3", "0 1 0 1,25000,2", "0 1 0 2 0,25000,3", "0 1 2 0,25000,4", "0 1 0 2 1,25000,4", "0 1 2 3 0 1 2 3,50000,4" })
	void keepsWhatWasAskedForLast(final String order, final long bytes, final int reads) {
		final MemoryStore store = new MemoryStore();
		final ArrayWriter writer = ArrayWriter.create(Node.root(store), new ArraySpec(ZarrFormat.V2, DataType.UINT8, List.of(4L * CHUNK), ArraySpec.Storage
			.of(List.of(CHUNK), List.of()), List.of()));
		Pattern.write(writer, Pattern.image(DataType.UINT8, 4 * CHUNK));
		final CellCache cache = new CellCache(bytes);
		final var image = writer.array().image(cache);
		store.reads.set(0);
		for (final String chunk : order.split(" "))
			image.getAt(Integer.parseInt(chunk) * CHUNK);
		assertEquals(reads, store.reads.get());
	}
}
