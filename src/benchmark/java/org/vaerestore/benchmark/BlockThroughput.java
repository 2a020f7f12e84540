package org.vaerestore.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.vaerestore.blocks.BlockRunner;
import org.vaerestore.blocks.BlockShare;
import org.vaerestore.blocks.JobRequest;
import org.vaerestore.blocks.Planning;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
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
import org.vaerestore.zarr.codec.Blosc;
import org.vaerestore.zarr.store.Stores;

import com.sun.management.OperatingSystemMXBean;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * Times enhancing a stack from and to OME-Zarr, with plan, hashes, compression and smaller levels, beside enhancing the same stack
 * from and to arrays in memory: the planes on their own, with the built-in model, one after the other in each round.
 * <p>
 * Arguments: side of a plane in pixels (default 1024), planes (default 16), rounds (default 5, and one to warm up), threads
 * (default all). Files are written to the folder of temporary files, and removed.
 * </p>
 */
public final class BlockThroughput {

	private static final List<Integer> CHUNK = List.of(256, 256, 8);
	private static final List<Axis> AXES = List.of(Axis.space("x", null), Axis.space("y", null), Axis.space("z", null));

	private final Img<UnsignedShortType> image;
	private final VaeModel model;
	private final EnhanceSettings settings;
	private final Path folder;

	private BlockThroughput(final int side, final int planes, final int threads, final Path folder) {
		this.folder = folder;
		image = SyntheticImages.noisy(side, planes);
		model = BuiltIn.modelFor(List.of(new TrainingImage(image, null, "stack")), TrainingSettings.defaults().withSignal(Signal.NOISY)
			.withSeedAndThreads(1, threads), Progress.silent());
		settings = EnhanceSettings.defaults().withOrientations(1).withSliceAxis(-1).withThreads(threads);
		final List<Long> size = List.of((long) side, (long) side, (long) planes);
		final OmeZarrWriter writer = OmeZarrWriter.image(input(), new OmeSpec("stack", AXES, size, DataType.UINT16, List.of(1.0, 1.0, 1.0), List
			.of(), ZarrFormat.V2, ArraySpec.Storage.of(CHUNK, List.of(Blosc.standard(Short.BYTES))), 1));
		writer.pixels().write(image);
		writer.finish(threads, Progress.silent());
	}

	public static void main(final String[] arguments) throws IOException {
		final int side = number(arguments, 0, 1024), planes = number(arguments, 1, 16), rounds = number(arguments, 2, 5);
		final int threads = number(arguments, 3, Runtime.getRuntime().availableProcessors());
		final Path folder = Files.createTempDirectory("vae-restore-blocks-");
		try {
			new BlockThroughput(side, planes, threads, folder).run(rounds);
		}
		finally {
			delete(folder);
		}
		System.exit(0);
	}

	private static int number(final String[] arguments, final int index, final int usual) {
		return arguments.length > index ? Integer.parseInt(arguments[index]) : usual;
	}

	private void run(final int rounds) throws IOException {
		final Samples memory = new Samples(), blocks = new Samples(), ratios = new Samples(), ofProcessors = new Samples();
		for (int round = -1; round < rounds; round++) {
			final long start = processorNanos();
			final double inMemory = Times.milliseconds(this::inMemory);
			final long between = processorNanos();
			final double inBlocks = Times.milliseconds(this::inBlocks);
			final double processors = (double) (between - start) / (processorNanos() - between);
			delete(output());
			memory.add(round, inMemory);
			blocks.add(round, inBlocks);
			ratios.add(round, inMemory / inBlocks);
			ofProcessors.add(round, processors);
			System.out.printf(Locale.ROOT, "%6.0f ms in memory, %6.0f ms in blocks: %.3f; by processor time %.3f%n", inMemory, inBlocks, inMemory /
				inBlocks, processors);
		}
		final Times ratio = ratios.times();
		System.out.printf(Locale.ROOT, "Medians of %d rounds: %.0f ms in memory, %.0f ms in blocks; throughput in blocks %.3f (%.3f to %.3f) of " +
			"that in memory, by processor time %.3f.%n", rounds, memory.times().median(), blocks.times().median(), ratio.median(), ratio.low(), ratio
				.high(), ofProcessors.times().median());
	}

	/** On a machine with other work, it tells more than how long something took. */
	private static long processorNanos() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private void inMemory() {
		Enhancement.enhance(image, model, settings, ArrayImgs.unsignedShorts(image.dimensionsAsLongArray()), null, Progress.silent());
	}

	private void inBlocks() {
		final OmeImage stored = OmeZarr.open(input()).image("");
		Planning.begin(new JobRequest(input().toString(), stored, new JobRequest.Enhance(settings), DataType.UINT16, output().toString(), null, stored
			.axes(), stored.levels().get(0).scale(), List.of(), Map.of(), Map.of()), model, Stores.local());
		BlockRunner.local().run(output().toString(), Stores.local(), BlockShare.ALL, settings.threads(), Progress.silent());
	}

	private Path input() {
		return folder.resolve("input.ome.zarr");
	}

	private Path output() {
		return folder.resolve("output.ome.zarr");
	}

	private static void delete(final Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path path : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(path);
		}
	}
}
