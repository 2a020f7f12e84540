package org.vaerestore.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.codec.Zstd;
import org.vaerestore.zarr.store.FolderStore;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/** Many threads at a time. */
class ThreadsTest {

	private static final int THREADS = 8;

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void writeAndReadOneArray(final boolean shards) throws Exception {
		final RandomAccessibleInterval<UnsignedShortType> image = Pattern.image(DataType.UINT16, 50, 40, 30);
		final ArrayWriter writer = ArrayWriter.create(Node.root(new FolderStore(folder.resolve("a"))), spec(shards));
		final List<Long> blocks = new ArrayList<>();
		for (long block = 0; block < writer.blocks(); block++)
			// Each twice, so that threads meet at one file.
			blocks.addAll(List.of(block, block));
		Collections.shuffle(blocks, new Random(1));
		onAllThreads(thread -> {
			for (int i = thread; i < blocks.size(); i += THREADS)
				writer.write(Views.interval(image, writer.block(blocks.get(i))));
		});
		try (Stream<Path> files = Files.walk(folder)) {
			assertTrue(files.noneMatch(file -> file.getFileName().toString().endsWith(".part")));
		}
		final var read = writer.array().image(new CellCache(20_000), new UnsignedShortType());
		onAllThreads(thread -> {
			final Random random = new Random(thread);
			final var a = image.randomAccess();
			final var b = read.randomAccess();
			for (int i = 0; i < 300; i++) {
				a.setPosition(new int[] { random.nextInt(50), random.nextInt(40), random.nextInt(30) });
				b.setPosition(a);
				assertEquals(a.get().get(), b.get().get());
			}
		});
	}

	/** What several threads want is read once, and a cache that is large enough keeps it. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void readEachChunkOnce(final boolean shards) throws Exception {
		final MemoryStore store = new MemoryStore();
		final ArrayWriter writer = ArrayWriter.create(Node.root(store), spec(shards));
		Pattern.write(writer, Pattern.image(DataType.UINT16, 50, 40, 30));
		final var image = writer.array().image(new CellCache(1 << 24), new UnsignedShortType());
		store.reads.set(0);
		onAllThreads(thread -> image.forEach(pixel -> pixel.get()));
		final int chunks = 4 * 4 * 6;
		assertEquals(shards ? chunks + 2 * 4 * 3 : chunks, store.reads.get());
	}

	/** A chunk that couldn't be read is read again when it is asked for again. */
	@Test
	void tryAgainWhatFailed() {
		final MemoryStore store = new MemoryStore();
		final ArrayWriter writer = ArrayWriter.create(Node.root(store), spec(false));
		Pattern.write(writer, Pattern.image(DataType.UINT16, 50, 40, 30));
		final byte[] good = store.contents.get("c/0/0/0");
		store.write("c/0/0/0", new byte[3]);
		final var image = writer.array().image(new CellCache(1 << 24), new UnsignedShortType());
		assertThrows(InputException.class, () -> image.getAt(0, 0, 0).get());
		store.write("c/0/0/0", good);
		assertEquals(1300 * 7, image.getAt(1, 0, 0).get());
	}

	private static ArraySpec spec(final boolean shards) {
		final ArraySpec.Storage storage = ArraySpec.Storage.of(List.of(15, 11, 5), List.of(new Zstd()));
		return new ArraySpec(ZarrFormat.V3, DataType.UINT16, List.of(50L, 40L, 30L), shards ? storage.inShards(List.of(2, 1, 2)) : storage, List
			.of());
	}

	private static void onAllThreads(final Part part) throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			final List<Future<?>> futures = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				final int thread = i;
				futures.add(threads.submit(() -> part.run(thread)));
			}
			for (final Future<?> future : futures)
				future.get();
		}
		finally {
			threads.shutdown();
		}
	}

	/** What one thread does. */
	private interface Part {

		void run(int thread);
	}
}
