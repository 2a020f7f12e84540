package org.vaerestore.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.Restoration;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.zarr.array.ZarrFormat;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/** Holes that lie in one block, in two beside each other, and in those behind these. */
class RestoringInBlocksTest {

	/** The first eight planes are a block's, the others those of the next; few of each have holes. */
	private static final int PLANES = 10, FIRST = 6;
	/** The plane with a hole so deep that the network for large holes begins with it, which takes longer than all else. */
	private static final int DEEP = 7;
	private static final RestoreSettings MEAN = RestoreSettings.defaults().withThreads(1);

	@TempDir
	static Path folder;

	private static Img<UnsignedShortType> image;
	private static Img<BitType> mask;
	private static Path input, label, drawn;

	@BeforeAll
	static void makeHoles() {
		image = Volume.waves(200, 70, PLANES);
		mask = ArrayImgs.bits(200, 70, PLANES);
		final Img<UnsignedShortType> labels = ArrayImgs.unsignedShorts(200, 70, PLANES);
		for (int z = FIRST; z < PLANES; z++)
			for (final long[] hole : new long[][] { { 10, 20, 8, 6 }, { 92, 30, 16, z == DEEP ? 12 : 6 }, { 150, 5 + z, 20, 3 } })
				for (long y = hole[1]; y < hole[1] + hole[3]; y++)
					for (long x = hole[0]; x < hole[0] + hole[2]; x++) {
						mask.getAt(x, y, z).set(true);
						labels.getAt(x, y, z).set(7 + z);
						image.getAt(x, y, z).set(4000);
					}
		input = folder.resolve("in.ome.zarr");
		label = folder.resolve("label.ome.zarr");
		Volume.write(image, Volume.SPACE, input, ZarrFormat.V2, Volume.chunks(100, 70, 8));
		Volume.write(labels, Volume.SPACE, label, ZarrFormat.V2, Volume.chunks(100, 70, 8));
		drawn = restored("drawn", new JobRequest.DrawnMask(mask), MEAN);
	}

	private static Path restored(final String name, final JobRequest.Mask holes, final RestoreSettings settings) {
		final Path output = folder.resolve(name + ".ome.zarr");
		Jobs.begin(Jobs.request(input, output, null, new JobRequest.Restore(settings, holes)));
		Jobs.run(output);
		return output;
	}

	/** Each hole is seen whole by each block that has a part of it, and so are its surroundings. */
	@Test
	void givesWhatIsRestoredInMemory() {
		final Img<UnsignedShortType> wanted = ArrayImgs.unsignedShorts(200, 70, PLANES);
		Restoration.restore(image, mask, Jobs.MODEL, MEAN, wanted, null, Progress.silent());
		assertSame(wanted, Pixels.of(drawn));
		assertSame(wanted, Pixels.of(restored("stored", new JobRequest.StoredMask(label.toString(), Jobs.image(label), false), MEAN)));
	}

	@Test
	void slicesHelpEachOtherAcrossBlocks() {
		final Path output = restored("slices", new JobRequest.DrawnMask(mask), MEAN.withSliceAxis(2));
		final Img<UnsignedShortType> wanted = ArrayImgs.unsignedShorts(200, 70, PLANES);
		Restoration.restore(image, mask, Jobs.MODEL, MEAN.withSliceAxis(2), wanted, null, Progress.silent());
		assertSame(wanted, Pixels.of(output));
	}

	/** One plane for all, and one that marks what is to be kept. */
	@Test
	void masksMayHaveFewerAxesAndBeInverted() {
		final RandomAccessibleInterval<BitType> plane = Views.hyperSlice(mask, 2, FIRST);
		final Path one = restored("plane", new JobRequest.DrawnMask(plane), MEAN);
		assertSame(Views.hyperSlice(Pixels.of(drawn), 2, FIRST), Views.hyperSlice(Pixels.of(one), 2, FIRST));
		for (int z = 0; z < PLANES; z++)
			assertTrue(changed(Views.hyperSlice(image, 2, z), Views.hyperSlice(Pixels.of(one), 2, z)) > 100, "plane " + z);
		final Img<UnsignedShortType> kept = ArrayImgs.unsignedShorts(200, 70, PLANES);
		final var from = mask.cursor();
		for (final UnsignedShortType to : kept)
			to.set(from.next().get() ? 0 : 1);
		final Path inverse = folder.resolve("inverse.ome.zarr");
		Volume.write(kept, Volume.SPACE, inverse, ZarrFormat.V2, Volume.chunks(100, 70, 8));
		assertSame(Pixels.of(drawn), Pixels.of(restored("inverted", new JobRequest.StoredMask(inverse.toString(), Jobs.image(inverse), true),
			MEAN)));
	}

	@Test
	void whatIsKnownStaysAndSamplesFillTheRest() {
		final var got = Views.flatIterable(Pixels.of(restored("natural", new JobRequest.DrawnMask(mask), new RestoreSettings(
			RestoreSettings.Mode.TILES, Estimate.NATURAL, 0, 3, 1)))).cursor();
		final var hidden = Views.flatIterable(mask).cursor();
		for (final UnsignedShortType pixel : Views.flatIterable(image)) {
			final double value = got.next().getRealDouble();
			if (hidden.next().get()) assertTrue(value < 1000, "restored: " + value);
			else assertEquals(pixel.get(), value);
		}
	}

	@Test
	void saysWhichLevelAMaskFits() {
		final Path large = folder.resolve("large.ome.zarr"), small = folder.resolve("small.ome.zarr");
		Volume.write(Volume.waves(200, 70, 12), Volume.SPACE, large, ZarrFormat.V2, Volume.chunks(100, 70, 8), 2);
		Volume.write(Volume.waves(100, 35, 12), Volume.SPACE, small, ZarrFormat.V2, Volume.chunks(100, 35, 8));
		final String message = assertThrows(InputException.class, () -> Jobs.begin(Jobs.request(large, folder.resolve("none.ome.zarr"), null,
			new JobRequest.Restore(MEAN, new JobRequest.StoredMask(small.toString(), Jobs.image(small), false))))).getMessage();
		assertTrue(message.contains("100 x 35 x 12") && message.contains("level 1"), message);
	}

	private static int changed(final RandomAccessibleInterval<? extends RealType<?>> from, final RandomAccessibleInterval<? extends RealType<?>> to) {
		final var pixel = Views.flatIterable(to).cursor();
		int changed = 0;
		for (final RealType<?> before : Views.flatIterable(from))
			if (before.getRealDouble() != pixel.next().getRealDouble()) changed++;
		return changed;
	}

	private static void assertSame(final RandomAccessibleInterval<? extends RealType<?>> wanted,
		final RandomAccessibleInterval<? extends RealType<?>> got)
	{
		final var a = Views.flatIterable(wanted).localizingCursor();
		final var b = Views.flatIterable(got).cursor();
		while (a.hasNext())
			assertEquals(a.next().getRealDouble(), b.next().getRealDouble(), () -> "at " + a.getLongPosition(0) + ", " + a.getLongPosition(1));
	}
}
