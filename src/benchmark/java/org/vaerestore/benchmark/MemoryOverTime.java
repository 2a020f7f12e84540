package org.vaerestore.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Watches the resident memory of the command line while it enhances an image that is much larger: a stack of 625 slices of
 * 2048 x 2048 pixels of 16 bit, 5.2 GB, or a plane of 20,000 x 20,000.
 * <p>
 * Arguments: {@code stack} or {@code plane}, the share of it to enhance (default 1: the first slices of the stack, or a plane
 * with fewer rows), options of Java (default {@code -Xmx600m}). The file, whose pixels are noise that repeats, and the result
 * are made in the folder of temporary files and removed. Linux only.
 * </p>
 */
public final class MemoryOverTime {

	private static final int LINES = 20, PATTERN = 1 << 20;
	private static final double KILO = 1024;

	private MemoryOverTime() {}

	/** Width and height of a plane, and how many planes there are. */
	private record Size(int width, int height, int planes) {
	}

	/** What a process had at a time. */
	private record Sample(double seconds, double megabytes, double written) {
	}

	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final double share = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
		final Size size = arguments.length > 0 && arguments[0].equals("plane") ? new Size(20_000, (int) (20_000 * share), 1)
			: new Size(2048, 2048, (int) (625 * share));
		final String heap = arguments.length > 2 ? arguments[2] : "-Xmx600m";
		final Path folder = Files.createTempDirectory("vae-restore-memory-");
		final Path input = folder.resolve("input.tif"), output = folder.resolve("output.tif");
		try {
			write(input, size);
			final long bytes = Files.size(input);
			System.out.printf(Locale.ROOT, "%d planes of %d x %d pixels, 16 bit, %.2f GB, with %s%n", size.planes, size.width,
				size.height, bytes / 1e9, heap);
			print(watch(folder, bytes, heap, "enhance", "--fast", "--no-neighbours", "--model", "built-in", "--input", input
				.toString(), "--output", output.toString()));
			System.out.printf(Locale.ROOT, "The result has %.2f GB.%n", Files.size(output) / 1e9);
		}
		finally {
			Files.deleteIfExists(input);
			Files.deleteIfExists(output);
			Files.delete(folder);
		}
	}

	private static List<Sample> watch(final Path folder, final long bytes, final String heap, final String... arguments)
		throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-XX:+UseSerialGC", "-XX:MaxNewSize=96m", heap, "-Djava.awt.headless=true", "-cp", System.getProperty(
				"java.class.path"), "org.vaerestore.cli.Main"));
		command.addAll(List.of(arguments));
		final long start = System.nanoTime();
		final Process process = new ProcessBuilder(command).inheritIO().start();
		final List<Sample> samples = new ArrayList<>();
		try {
			while (process.isAlive()) {
				Thread.sleep(1000);
				final double resident = resident(process.pid());
				if (resident > 0) samples.add(new Sample((System.nanoTime() - start) / 1e9, resident, written(folder) / (double) bytes));
			}
		}
		finally {
			process.destroy();
		}
		if (process.exitValue() != 0) throw new IOException("The command failed.");
		return samples;
	}

	/** Returns the size of what is being written. */
	private static long written(final Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".part")).mapToLong(file -> file.toFile().length()).sum();
		}
	}

	private static void print(final List<Sample> samples) {
		System.out.printf(Locale.ROOT, "%9s %9s %9s%n", "seconds", "MB", "written");
		for (int i = 0; i < samples.size(); i += Math.max(1, samples.size() / LINES)) {
			final Sample sample = samples.get(i);
			System.out.printf(Locale.ROOT, "%9.0f %9.0f %8.1f%%%n", sample.seconds, sample.megabytes, 100 * sample.written);
		}
		System.out.printf(Locale.ROOT, "Most resident memory: %.0f MB; before the middle %.0f MB, after it %.0f MB.%n", most(samples),
			most(samples.subList(0, samples.size() / 2)), most(samples.subList(samples.size() / 2, samples.size())));
	}

	private static double most(final List<Sample> samples) {
		return samples.stream().mapToDouble(Sample::megabytes).max().orElse(Double.NaN);
	}

	private static double resident(final long process) {
		try {
			return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream().filter(line -> line.startsWith(
				"VmRSS")).mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILO).findAny().orElse(0);
		}
		catch (final IOException e) {
			// It has ended.
			return 0;
		}
	}

	/** Writes a stack as ImageJ does: one directory, and behind it all pixels. */
	private static void write(final Path path, final Size size) throws IOException {
		final byte[] description = ("ImageJ=1.54p\nimages=" + size.planes + "\nslices=" + size.planes + "\nmin=0.0\nmax=2000.0\n\0")
			.getBytes(StandardCharsets.US_ASCII);
		final int[][] entries = { { 256, 4, 1, size.width }, { 257, 4, 1, size.height }, { 258, 3, 1, 16 << 16 }, { 259, 3, 1,
			1 << 16 }, { 262, 3, 1, 1 << 16 }, { 270, 2, description.length, 0 }, { 273, 4, 1, 0 }, { 277, 3, 1, 1 << 16 }, { 278,
				4, 1, size.height }, { 279, 4, 1, 2 * size.width * size.height } };
		final int text = 8 + 2 + 12 * entries.length + 4, pixels = text + description.length;
		entries[5][3] = text;
		entries[6][3] = pixels;
		final ByteBuffer header = ByteBuffer.allocate(pixels);
		header.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) entries.length);
		for (final int[] entry : entries)
			header.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
		header.putInt(0).put(description).flip();
		try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			out.write(header);
			final ByteBuffer pattern = pattern();
			for (long left = 2L * size.width * size.height * size.planes; left > 0;) {
				pattern.clear().limit((int) Math.min(pattern.capacity(), left));
				left -= out.write(pattern);
			}
		}
	}

	private static ByteBuffer pattern() {
		final SplittableRandom random = new SplittableRandom(1);
		final ByteBuffer pattern = ByteBuffer.allocate(2 * PATTERN);
		for (int i = 0; i < PATTERN; i++)
			pattern.putShort((short) (800 + 300 * Math.sin(i % 2048 * 0.05) * Math.sin(i / 2048 * 0.05) + 40 * random
				.nextGaussian()));
		return pattern;
	}
}
