package org.vaerestore.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.vaerestore.blocks.BlockRunner;
import org.vaerestore.blocks.BlockShare;
import org.vaerestore.blocks.JobRequest;
import org.vaerestore.blocks.Planning;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.zarr.Axis;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.OmeSpec;
import org.vaerestore.zarr.OmeZarr;
import org.vaerestore.zarr.OmeZarrWriter;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.store.Stores;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/** A job on a small image of many blocks, as each channel is one. */
final class TestJob {

	static final int BLOCKS = 12;
	/** Wide enough for a smaller level. */
	private static final int WIDTH = 288, HEIGHT = 32;

	private final Path folder;
	private final Path input;
	private final VaeModel model;

	/** Makes the image. */
	TestJob(final Path folder) {
		this(folder, WIDTH, BLOCKS);
	}

	/** Makes an image that only begins with something, of another width and number of blocks. */
	TestJob(final Path folder, final int width, final int blocks) {
		this.folder = folder;
		input = folder.resolve("input.ome.zarr");
		final Random random = new Random(1);
		final ArrayImg<UnsignedShortType, ShortArray> image = ArrayImgs.unsignedShorts(width, HEIGHT, Math.min(blocks, BLOCKS));
		image.forEach(pixel -> pixel.set(1000 + (int) (100 * random.nextGaussian())));
		final OmeZarrWriter writer = OmeZarrWriter.image(input, new OmeSpec("noise", List.of(Axis.space("x", null), Axis.space("y", null), Axis
			.channel()), List.of((long) width, (long) HEIGHT, (long) blocks), DataType.UINT16, List.of(1.0, 1.0, 1.0), List.of(), ZarrFormat.V3,
			ArraySpec.Storage.of(List.of(width, HEIGHT, 1), List.of()), 1));
		writer.pixels().write(image);
		writer.finish(1, Progress.silent());
		model = BuiltIn.modelFor(List.of(new TrainingImage(Views.hyperSlice(image, 2, 0), null, "noise")), TrainingSettings.defaults(),
			Progress.silent());
	}

	/** Plans the job for an output, which is returned. */
	String planned(final String name) {
		return planned(input.toString(), folder.resolve(name).toString(), Stores.local());
	}

	/** Plans the job for an image that was copied elsewhere. */
	String planned(final String copy, final String output, final Stores stores) {
		try (OmeZarr zarr = OmeZarr.open(stores.open(copy))) {
			final OmeImage image = zarr.image(zarr.images().get(0));
			final EnhanceSettings settings = new EnhanceSettings(0, 1, 1, 1).withOrientations(1);
			Planning.begin(new JobRequest(copy, image, new JobRequest.Enhance(settings), DataType.UINT16, output, null, image.axes(),
				image.levels().get(0).scale(), List.of(), Map.of(), Map.of()), model, stores);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return output;
	}

	Path input() {
		return input;
	}

	/** Plans the job and works on it without Spark. */
	String doneHere(final String name) {
		final String output = planned(name);
		BlockRunner.local().run(output, Stores.local(), BlockShare.ALL, 1, Progress.silent());
		return output;
	}

	/** Requires that two outputs hold the same, and nothing beside, but for the plan, which has locations. */
	static void assertSamePixels(final String expected, final String actual) {
		assertSame(Path.of(expected), Path.of(actual), "plan.json");
	}

	/** Requires that two outputs hold the same, and nothing beside. */
	static void assertSame(final String expected, final String actual) {
		assertSame(Path.of(expected), Path.of(actual), "");
	}

	private static void assertSame(final Path expected, final Path actual, final String but) {
		final Map<String, byte[]> one = contents(expected), other = contents(actual);
		assertEquals(one.keySet(), other.keySet());
		one.forEach((name, content) -> {
			if (but.isEmpty() || !name.endsWith(but)) assertArrayEquals(content, other.get(name), name);
		});
	}

	/** But for who has worked on it. */
	private static Map<String, byte[]> contents(final Path folder) {
		final Map<String, byte[]> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : (Iterable<Path>) files.filter(Files::isRegularFile).filter(file -> !file.getParent().endsWith(
				"running"))::iterator)
				contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return contents;
	}
}
