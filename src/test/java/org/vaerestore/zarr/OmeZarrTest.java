package org.vaerestore.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Impatient;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.codec.Blosc;
import org.vaerestore.zarr.store.Store;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

class OmeZarrTest {

	private static final Axis X = Axis.space("x", "micrometer"), Y = Axis.space("y", "micrometer"), Z = Axis.space("z", "micrometer");

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(ZarrFormat.class)
	void readsWhatWasWritten(final ZarrFormat format) {
		final Path path = folder.resolve("cells.ome.zarr");
		final OmeSpec spec = new OmeSpec("cells", List.of(X, Y, Z, Axis.channel(), Axis.time("second")), List.of(61L, 40L, 3L, 2L, 2L),
			DataType.UINT16, List.of(0.25, 0.5, 2.0, 1.0, 10.0), List.of(new Channel("DAPI", OptionalInt.of(0x0000ff), Optional.of(
				new Channel.Window(0, 65535, 100, 4000))), new Channel("GFP", OptionalInt.of(0x00ff00), Optional.empty())), format, storage(
					format), 3);
		final OmeZarrWriter writer = OmeZarrWriter.image(path, spec);
		Pattern.write(writer.pixels(), Pattern.image(DataType.UINT16, 61, 40, 3, 2, 2));
		assertThrows(InputException.class, () -> OmeZarr.open(path), "One that isn't finished is no image.");
		writer.finish(3, Progress.silent());

		try (OmeZarr zarr = OmeZarr.open(path)) {
			assertEquals(List.of(""), zarr.images());
			final OmeImage image = zarr.image("");
			assertEquals("cells", image.name());
			assertEquals(spec.axes(), image.axes());
			assertEquals(List.of("DAPI", "GFP"), image.channels().stream().map(Channel::label).toList());
			assertEquals(spec.channels().get(0), image.channels().get(0));
			assertEquals("", Pattern.difference(image.levels().get(0).array()));
			assertEquals(List.of(0.25, 0.5, 2.0, 1.0, 10.0), image.levels().get(0).scale());
			assertEquals(List.of(1.0, 2.0, 2.0, 1.0, 10.0), image.levels().get(2).scale());
			assertEquals(List.of(0.375, 0.75, 0.0, 0.0, 0.0), image.levels().get(2).translation());
			assertHalved(image);
		}
	}

	private static ArraySpec.Storage storage(final ZarrFormat format) {
		final ArraySpec.Storage storage = ArraySpec.Storage.of(List.of(16, 8, 2, 1, 1), List.of(Blosc.standard(2)));
		return format == ZarrFormat.V3 ? storage.inShards(List.of(2, 2, 1, 1, 1)) : storage;
	}

	private static void assertHalved(final OmeImage image) {
		final RandomAccessibleInterval<UnsignedShortType> full = image.levels().get(0).array().image(new CellCache(1 << 20),
			new UnsignedShortType()), half = image.levels().get(1).array().image(new CellCache(1 << 20), new UnsignedShortType());
		assertEquals(30, half.dimension(0));
		assertEquals(20, half.dimension(1));
		for (int x = 0; x < 30; x++) {
			int sum = 0;
			for (int i = 0; i < 4; i++)
				sum += full.getAt(2 * x + i % 2, 2 * 7 + i / 2, 1, 1, 0).get();
			assertEquals(Math.round(sum / 4.0), half.getAt(x, 7, 1, 1, 0).get());
		}
	}

	@ParameterizedTest
	@EnumSource(ZarrFormat.class)
	void keepsLabelsOfAnImage(final ZarrFormat format) {
		final Path path = folder.resolve("a.zarr");
		final OmeSpec spec = new OmeSpec("a", List.of(X, Y), List.of(20L, 15L), DataType.UINT8, List.of(1.0, 1.0), List.of(), format, ArraySpec.Storage
			.of(List.of(8, 8), List.of()), 2);
		final OmeZarrWriter writer = OmeZarrWriter.image(path, spec);
		Pattern.write(writer.pixels(), Pattern.image(DataType.UINT8, 20, 15));
		writer.finish(1, Progress.silent());
		for (final String name : List.of("cells", "holes")) {
			final OmeZarrWriter labels = OmeZarrWriter.label(path, new OmeSpec(name, spec.axes(), spec.dimensions(), DataType.UINT32, spec.scale(),
				List.of(), format, spec.storage(), 2));
			Pattern.write(labels.pixels(), Pattern.image(DataType.UINT32, 20, 15));
			labels.finish(2, Progress.silent());
		}
		try (OmeZarr zarr = OmeZarr.open(path)) {
			final OmeImage image = zarr.image("");
			assertEquals(List.of("cells", "holes"), image.labels());
			final OmeImage holes = image.label("holes");
			assertEquals("", Pattern.difference(holes.levels().get(0).array()));
			assertEquals(List.of(0.0, 0.0), holes.levels().get(1).translation());
			final var full = holes.levels().get(0).array().image(new CellCache(1000), new UnsignedIntType());
			final var half = holes.levels().get(1).array().image(new CellCache(1000), new UnsignedIntType());
			assertEquals(full.getAt(12, 6).get(), half.getAt(6, 3).get());
			assertTrue(assertThrows(InputException.class, () -> image.label("spots")).getMessage().contains("cells, holes"));
		}
		assertTrue(assertThrows(InputException.class, () -> OmeZarrWriter.label(path, new OmeSpec("holes", spec.axes(), spec.dimensions(),
			DataType.UINT32, spec.scale(), List.of(), format, spec.storage(), 1))).getMessage().contains("already"));
		assertTrue(assertThrows(InputException.class, () -> OmeZarrWriter.image(path, spec)).getMessage().contains("isn't empty"));
	}

	/** Zips with the hierarchy at their root, and in a folder; deflated, and as they are. */
	@ParameterizedTest
	@ValueSource(strings = { "", "a.zarr/" })
	void readsZips(final String root) throws IOException {
		final Path path = folder.resolve("a.zarr"), zip = folder.resolve("a.ome.zarr.zip");
		final OmeZarrWriter writer = OmeZarrWriter.image(path, new OmeSpec("", List.of(X, Y, Z), List.of(30L, 20L, 5L), DataType.FLOAT32, List.of(1.0,
			1.0, 1.0), List.of(), ZarrFormat.V3, ArraySpec.Storage.of(List.of(8, 8, 2), List.of()).inShards(List.of(2, 2, 2)), 1));
		Pattern.write(writer.pixels(), Pattern.image(DataType.FLOAT32, 30, 20, 5));
		writer.finish(1, Progress.silent());
		zip(path, zip, root);
		try (OmeZarr zarr = OmeZarr.open(zip)) {
			assertEquals("", Pattern.difference(zarr.image("").levels().get(0).array()));
			assertTrue(zarr.image("").labels().isEmpty());
		}
	}

	private static void zip(final Path from, final Path to, final String root) throws IOException {
		try (OutputStream out = Files.newOutputStream(to); ZipOutputStream zip = new ZipOutputStream(out); Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				final byte[] content = Files.readAllBytes(file);
				final ZipEntry entry = new ZipEntry(root + from.relativize(file).toString().replace('\\', '/'));
				if (!root.isEmpty()) {
					final CRC32 crc = new CRC32();
					crc.update(content);
					entry.setMethod(ZipEntry.STORED);
					entry.setSize(content.length);
					entry.setCrc(crc.getValue());
				}
				zip.putNextEntry(entry);
				zip.write(content);
				zip.closeEntry();
			}
		}
	}

	@Test
	void listsTheImagesOfAPlate() throws IOException {
		final Path plate = folder.resolve("plate.zarr");
		for (final String image : List.of("A/1/0", "A/1/1", "B/3/0"))
			writeSmall(plate.resolve(image));
		Files.writeString(plate.resolve(".zattrs"), """
			{"plate": {"version": "0.4", "rows": [{"name": "A"}, {"name": "B"}], "columns": [{"name": "1"}, {"name": "3"}],
			"wells": [{"path": "A/1", "rowIndex": 0, "columnIndex": 0}, {"path": "A/3", "rowIndex": 0, "columnIndex": 1},
			{"path": "B/3", "rowIndex": 1, "columnIndex": 1}]}}""");
		Files.writeString(plate.resolve("A/1/.zattrs"), "{\"well\": {\"images\": [{\"path\": \"0\"}, {\"path\": \"1\"}]}}");
		Files.writeString(plate.resolve("B/3/.zattrs"), "{\"well\": {\"images\": [{\"path\": \"0\"}]}}");
		try (OmeZarr zarr = OmeZarr.open(plate)) {
			assertEquals(List.of("A/1/0", "A/1/1", "B/3/0"), zarr.images());
			assertEquals("", Pattern.difference(zarr.image("B/3/0").levels().get(0).array()));
		}
		try (OmeZarr well = OmeZarr.open(plate.resolve("A/1"))) {
			assertEquals(List.of("0", "1"), well.images());
		}
	}

	@Test
	void listsNumberedImages() throws IOException {
		for (final String image : List.of("0", "1", "2"))
			writeSmall(folder.resolve(image));
		Files.writeString(folder.resolve(".zattrs"), "{\"bioformats2raw.layout\": 3}");
		try (OmeZarr zarr = OmeZarr.open(folder.resolve(".zattrs"))) {
			assertEquals(List.of("0", "1", "2"), zarr.images());
			assertEquals("2", zarr.image("2").name());
		}
	}

	private static void writeSmall(final Path path) {
		final OmeZarrWriter writer = OmeZarrWriter.image(path, new OmeSpec("", List.of(X, Y), List.of(5L, 4L), DataType.INT16, List.of(1.0, 1.0),
			List.of(), ZarrFormat.V2, ArraySpec.Storage.of(List.of(4, 4), List.of()), 1));
		Pattern.write(writer.pixels(), Pattern.image(DataType.INT16, 5, 4));
		writer.finish(1, Progress.silent());
	}

	/** An image of a terabyte that has next to nothing in it. */
	@Test
	void readsLargerThanAnyArray() {
		final Path path = folder.resolve("large");
		final long side = 1L << 20;
		final OmeZarrWriter writer = OmeZarrWriter.image(path, new OmeSpec("", List.of(X, Y), List.of(side, side), DataType.UINT8, List.of(1.0, 1.0),
			List.of(), ZarrFormat.V3, ArraySpec.Storage.of(List.of(64, 64), List.of(Blosc.standard(1))), 1));
		final var corner = ArrayImgs.unsignedBytes(64, 64);
		corner.forEach(pixel -> pixel.set(7));
		writer.pixels().write(Views.translate(corner, side - 64, side - 64));
		writer.pixels().write(Views.translate(ArrayImgs.unsignedBytes(64, 64), 0, 0));
		writer.finish(1, Progress.silent());
		assertFalse(Files.exists(path.resolve("0/c/0")), "Nothing but zeros is left out.");
		try (OmeZarr zarr = OmeZarr.open(path)) {
			final var pixels = zarr.image("").levels().get(0).array().image(new CellCache(1 << 20), new UnsignedByteType());
			assertEquals(7, pixels.getAt(side - 1, side - 1).get());
			assertEquals(0, pixels.getAt(side - 65, side - 1).get());
		}
	}

	/** Zeros written over something are no longer what was there. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void writesZerosOverOthers(final boolean shards) {
		final ArraySpec.Storage storage = ArraySpec.Storage.of(List.of(4, 4), List.of(Blosc.standard(2)));
		final OmeZarrWriter writer = OmeZarrWriter.image(folder.resolve("a"), new OmeSpec("", List.of(X, Y), List.of(8L, 8L), DataType.UINT16, List
			.of(1.0, 1.0), List.of(), ZarrFormat.V3, shards ? storage.inShards(List.of(2, 2)) : storage, 1));
		Pattern.write(writer.pixels(), Pattern.image(DataType.UINT16, 8, 8));
		Pattern.write(writer.pixels(), ArrayImgs.unsignedShorts(8, 8));
		final var pixels = writer.pixels().array().image(new CellCache(1000), new UnsignedShortType());
		pixels.forEach(pixel -> assertEquals(0, pixel.get()));
	}

	/** A region of several blocks at once, and none of a part of one. */
	@Test
	void writesWholeBlocksOnly() {
		final OmeZarrWriter writer = OmeZarrWriter.image(folder.resolve("a"), new OmeSpec("", List.of(X, Y), List.of(20L, 9L), DataType.UINT16, List
			.of(1.0, 1.0), List.of(), ZarrFormat.V3, ArraySpec.Storage.of(List.of(3, 2), List.of()).inShards(List.of(2, 2)), 1));
		final RandomAccessibleInterval<UnsignedShortType> image = Pattern.image(DataType.UINT16, 20, 9);
		writer.pixels().write(Views.interval(image, new long[] { 6, 0 }, new long[] { 19, 8 }));
		writer.pixels().write(Views.interval(image, new long[] { 0, 0 }, new long[] { 5, 7 }));
		writer.pixels().write(Views.interval(image, new long[] { 0, 8 }, new long[] { 5, 8 }));
		assertEquals("", Pattern.difference(writer.pixels().array()));
		for (final long[] max : List.of(new long[] { 4, 3 }, new long[] { 5, 2 }, new long[] { 20, 3 }))
			assertThrows(IllegalArgumentException.class, () -> writer.pixels().write(Views.interval(Views.extendZero(image), new long[2], max)));
		assertThrows(IllegalArgumentException.class, () -> writer.pixels().write(ArrayImgs.unsignedBytes(20, 9)));
	}

	/** When the last block is written, the store has all others, and is told of them; with several threads, too. */
	@Test
	void marksComeLast() {
		final List<String> order = Collections.synchronizedList(new ArrayList<>());
		final Set<String> before = new HashSet<>();
		final Store store = new MemoryStore() {

			@Override
			public void write(final String key, final byte[] content) {
				if (key.startsWith("0/") && !key.contains(".")) order.add(key);
				super.write(key, content);
			}

			@Override
			public void writeAfter(final String key, final byte[] content, final Collection<String> others) {
				before.addAll(others);
				write(key, content);
			}
		};
		final OmeSpec spec = new OmeSpec("", List.of(X, Y), List.of(20L, 9L), DataType.UINT16, List.of(1.0, 1.0), List.of(), ZarrFormat.V2,
			ArraySpec.Storage.of(List.of(3, 2), List.of()), 1);
		final ArrayWriter pixels = UnfinishedImage.open(Node.root(store), UnfinishedImage.describe(spec)).pixels();
		final RandomAccessibleInterval<UnsignedShortType> image = Pattern.image(DataType.UINT16, 20, 9);
		pixels.write(Views.interval(image, new long[] { 0, 0 }, new long[] { 19, 3 }), 3);
		assertFalse(pixels.isMarked(image));
		pixels.writeWithMark(Views.interval(image, new long[] { 0, 4 }, new long[] { 19, 8 }), image, 3);
		assertTrue(pixels.isMarked(image));
		assertEquals("0/4/6", order.get(order.size() - 1));
		assertEquals(34, before.size());
		assertTrue(before.containsAll(order.subList(0, order.size() - 1)) && !before.contains("0/4/6"));
		assertEquals("", Pattern.difference(pixels.array()));
	}

	@Test
	void endsWhenItIsCancelled() {
		final OmeZarrWriter writer = OmeZarrWriter.image(folder.resolve("a"), new OmeSpec("", List.of(X, Y), List.of(64L, 64L), DataType.UINT16, List
			.of(1.0, 1.0), List.of(), ZarrFormat.V2, ArraySpec.Storage.of(List.of(4, 4), List.of()), 2));
		Pattern.write(writer.pixels(), Pattern.image(DataType.UINT16, 64, 64));
		assertThrows(CancelledException.class, () -> writer.finish(2, new Impatient(0)));
		assertThrows(InputException.class, () -> OmeZarr.open(folder.resolve("a")));
	}
}
