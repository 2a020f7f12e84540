package org.vaerestore.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Impatient;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.predict.Estimate;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Whoever works on blocks, in whatever order, and however often it ends before the end: the same files. */
class BlockJobTest {

	/** Two blocks of eight, and one that ends after its first. */
	private static final int PLANES = 17;

	@TempDir
	static Path folder;

	private static Path input;
	private static Map<String, String> wanted;
	private static Map<String, String> wantedDeviations;

	@BeforeAll
	static void runInOneGo() throws IOException {
		input = folder.resolve("in.ome.zarr");
		Volume.write(Volume.waves(200, 48, PLANES), Volume.SPACE, input, ZarrFormat.V2, Volume.chunks(100, 48, 8));
		final Path output = folder.resolve("wanted.ome.zarr"), deviations = folder.resolve("deviations.ome.zarr");
		Jobs.begin(Jobs.enhance(input, output, deviations, Jobs.ALONE.withSliceAxis(2)));
		try (BlockJob job = Jobs.open(output)) {
			assertEquals(6, job.blocks(), "two along x, three along z");
			assertFalse(job.isFinished());
		}
		Jobs.run(output);
		wanted = Jobs.files(output);
		wantedDeviations = Jobs.files(deviations);
		assertTrue(wanted.containsKey(".zattrs") && wanted.containsKey("0/.zarray"), wanted.keySet().toString());
	}

	private static Path begun(final String name) {
		final Path output = folder.resolve(name + ".ome.zarr");
		Jobs.begin(Jobs.enhance(input, output, folder.resolve(name + "-sd.ome.zarr"), Jobs.ALONE.withSliceAxis(2)));
		return output;
	}

	private static void assertWanted(final String name) throws IOException {
		assertEquals(wanted, Jobs.files(folder.resolve(name + ".ome.zarr")));
		assertEquals(wantedDeviations, Jobs.files(folder.resolve(name + "-sd.ome.zarr")));
	}

	/** Two programs that know nothing of each other, one with two threads, each in an order of its own, meet at blocks. */
	@Test
	void ordersAndProgramsDontMatter() throws IOException {
		final Path output = begun("twice");
		try (BlockJob one = Jobs.open(output); BlockJob other = BlockJob.open(output.toString(), Stores.local(), 2)) {
			final List<Long> order = new ArrayList<>(LongStream.range(0, one.blocks()).boxed().toList());
			Collections.shuffle(order, new Random(1));
			for (final long block : order) {
				assertFalse(one.isDone(block));
				(block % 2 == 0 ? one : other).run(block, Progress.silent());
				assertTrue(other.isDone(block));
			}
			one.run(3, Progress.silent());
			for (int level = 1; level < one.levels(); level++)
				for (long part = one.parts(level) - 1; part >= 0; part--)
					other.makeLevel(level, part, part + 1, Progress.silent());
			assertFalse(one.isFinished());
			other.finish();
			assertTrue(one.isFinished());
		}
		assertWanted("twice");
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 7 })
	void sharesMakeTheWhole(final int of) throws IOException {
		final String name = "shares" + of;
		final Path output = begun(name);
		final List<Integer> parts = new ArrayList<>();
		for (int part = 1; part <= of; part++)
			parts.add(part);
		Collections.shuffle(parts, new Random(of));
		for (final int part : parts) {
			assertFalse(Planning.isFinished(output.toString(), Stores.local()));
			Jobs.run(output, new BlockShare(part, of), 1);
		}
		assertWanted(name);
	}

	/** Each time the store fails at another write, as when the disk is full or the program is killed. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void goesOnWhereItEnded(final int seed) throws IOException {
		final String name = "broken" + seed;
		final Path output = begun(name);
		final Random random = new Random(seed);
		int failures = 0;
		while (!Planning.isFinished(output.toString(), Stores.local())) {
			final AtomicInteger left = new AtomicInteger(random.nextInt(6));
			final Stores stores = location -> new FailingStore(Stores.local().open(location), left);
			try {
				BlockRunner.local().run(output.toString(), stores, BlockShare.ALL, 1, Progress.silent());
			}
			catch (final InputException e) {
				assertTrue(e.getMessage().contains("can't be written"), e.getMessage());
				failures++;
			}
			assertTrue(failures < 200, "gets on");
		}
		assertTrue(failures > 1);
		assertWanted(name);
	}

	@Test
	void whatWasCancelledGoesOn() throws IOException {
		final Path output = begun("cancelled");
		for (int patience = 1; patience < 30; patience = 3 * patience) {
			final Progress impatient = new Impatient(patience);
			assertThrows(CancelledException.class, () -> BlockRunner.local().run(output.toString(), Stores.local(), BlockShare.ALL, 1, impatient));
			assertThrows(InputException.class, () -> Jobs.image(output), "no image yet");
		}
		Jobs.run(output);
		assertWanted("cancelled");
	}

	/** A block of zeros has no chunk but its last one. */
	@Test
	void blocksOfZerosAreDoneToo() throws IOException {
		final Path dark = folder.resolve("dark.ome.zarr"), output = folder.resolve("dark-out.ome.zarr");
		final var image = Volume.waves(80, 70, 24);
		for (final var pixel : Views.interval(image, new long[] { 0, 0, 8 }, new long[] { 79, 69, 15 }))
			pixel.setZero();
		Volume.write(image, Volume.SPACE, dark, ZarrFormat.V2, Volume.chunks(80, 70, 8));
		Jobs.begin(Jobs.enhance(dark, output, null, Jobs.ALONE));
		try (BlockJob job = Jobs.open(output)) {
			for (long block = 0; block < job.blocks(); block++) {
				assertFalse(job.isDone(block));
				job.run(block, Progress.silent());
				assertTrue(job.isDone(block));
			}
		}
		assertEquals(1, Jobs.files(output).keySet().stream().filter(name -> name.matches("0/[23]/.*")).count(), "the mark of the dark block alone");
	}

	/** Where nothing was recorded, there is no noise: it stays, and its uncertainty isn't known, in blocks as in memory. */
	@Test
	void planesOfOneValueStay() {
		final Path still = folder.resolve("still.ome.zarr"), output = folder.resolve("still-out.ome.zarr"), deviations = folder.resolve("still-sd.ome.zarr");
		final Img<UnsignedShortType> image = Volume.waves(80, 70, 24);
		for (final var pixel : Views.interval(image, new long[] { 0, 0, 8 }, new long[] { 79, 69, 15 }))
			pixel.set(100);
		Volume.write(image, Volume.SPACE, still, ZarrFormat.V2, Volume.chunks(80, 70, 8));
		Jobs.begin(Jobs.enhance(still, output, deviations, Jobs.ALONE));
		Jobs.run(output);
		final Img<UnsignedShortType> inMemory = ArrayImgs.unsignedShorts(80, 70, 8);
		final Img<FloatType> deviationInMemory = ArrayImgs.floats(80, 70, 8);
		Enhancement.enhance(Views.zeroMin(Views.interval(image, new long[] { 0, 0, 8 }, new long[] { 79, 69, 15 })), Jobs.MODEL, Jobs.ALONE, inMemory,
			deviationInMemory, Progress.silent());
		inMemory.forEach(pixel -> assertEquals(100, pixel.get()));
		deviationInMemory.forEach(pixel -> assertTrue(Float.isNaN(pixel.get())));
		for (int z = 8; z < 16; z++) {
			Views.flatIterable(Views.hyperSlice(Pixels.of(output), 2, z)).forEach(pixel -> assertEquals(100, pixel.getRealDouble()));
			Views.flatIterable(Views.hyperSlice(Pixels.of(deviations), 2, z)).forEach(pixel -> assertTrue(Double.isNaN(pixel.getRealDouble())));
		}
	}

	/** What blocks along z share of their surroundings is kept from one to the next. */
	@Test
	void eachChunkIsReadOnce() {
		final Path deep = folder.resolve("deep.ome.zarr"), output = folder.resolve("deep-out.ome.zarr");
		Volume.write(Volume.waves(80, 70, 24), Volume.SPACE, deep, ZarrFormat.V2, Volume.chunks(80, 70, 8));
		Jobs.begin(Jobs.enhance(deep, output, null, Jobs.ALONE.withSliceAxis(2)));
		final List<String> read = Collections.synchronizedList(new ArrayList<>());
		final Stores stores = location -> (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] { Store.class }, (proxy,
			method, arguments) -> {
			if (location.equals(deep.toString()) && method.getName().equals("read") && !((String) arguments[0]).contains(".")) read.add((String) arguments[0]);
			try {
				return method.invoke(Stores.local().open(location), arguments);
			}
			catch (final InvocationTargetException e) {
				throw e.getCause();
			}
		});
		BlockRunner.local().run(output.toString(), stores, BlockShare.ALL, 2, Progress.silent());
		Collections.sort(read);
		assertEquals(List.of("0/0/0/0", "0/1/0/0", "0/2/0/0"), read);
	}

	@Test
	void shardsAreOfABlockEach() throws IOException {
		final Path sharded = folder.resolve("sharded.ome.zarr"), output = folder.resolve("sharded-out.ome.zarr");
		Volume.write(Volume.waves(200, 48, PLANES), Volume.SPACE, sharded, ZarrFormat.V3, Volume.chunks(100, 48, 8).inShards(List.of(2, 1, 3)));
		Jobs.begin(Jobs.enhance(sharded, output, null, Jobs.ALONE));
		Jobs.run(output);
		assertEquals(6, Jobs.files(output).keySet().stream().filter(name -> name.startsWith("0/c/")).count());
		final Path plain = folder.resolve("plain-out.ome.zarr");
		Jobs.begin(Jobs.enhance(input, plain, null, Jobs.ALONE));
		Jobs.run(plain);
		Pixels.assertSame(plain, output);
	}

	/** Whoever asks for slices beside each other may have an image without any. */
	@Test
	void singlePlanesAreEnhanced() throws IOException {
		final Path plane = folder.resolve("plane.ome.zarr"), alone = folder.resolve("alone.ome.zarr"), beside = folder.resolve("beside.ome.zarr");
		Volume.write(Volume.waves(200, 200), Volume.SPACE.subList(0, 2), plane, ZarrFormat.V2, Volume.chunks(100, 200));
		for (final Path output : List.of(alone, beside)) {
			Jobs.begin(Jobs.enhance(plane, output, null, Jobs.ALONE.withSliceAxis(output == beside ? 2 : -1)));
			Jobs.run(output);
		}
		Pixels.assertSame(alone, beside);
	}

	/** Samples of blocks are cut from the sample of the whole: noise belongs to the place. */
	@Test
	void samplesHaveNoSeams() throws IOException {
		final Path output = folder.resolve("natural.ome.zarr");
		Jobs.begin(Jobs.enhance(input, output, null, Jobs.ALONE.with(Estimate.NATURAL, 1)));
		Jobs.run(output);
		Pixels.assertNoSeam(output, 100);
	}
}
