package org.vaerestore.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.vaerestore.vae.Architecture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.management.OperatingSystemMXBean;

/**
 * Times a training step and a forward pass of this engine and of PyTorch on the same network, and a bare convolution,
 * interleaved in one run; the same steps beside processes that keep cores busy; and the peak resident memory of each engine
 * in a process of its own.
 * <p>
 * Arguments, both optional: threads, rounds. Writes a table, and {@code target/benchmark/results.json}.
 * </p>
 */
public final class EngineBenchmark {

	private static final int[] CHANNELS = { 16, 32, 48, 64 };
	private static final int WARMING = 12, ROUNDS = 40, MEMORY_STEPS = 20;
	private static final long PAUSE_NANOS = 30_000_000;
	private static final Path RESULTS = Path.of("target", "benchmark", "results.json");

	private EngineBenchmark() {}

	/** How long something took by the clock, and the processor time of all threads, which other programs change little. */
	private record Time(double ms, double processorMs) {}

	/** A line of the results. */
	private record Row(String what, int channels, int threads, String engine, double ms, double low, double high,
		double processorMs, double gflops, double rssMb)
	{}

	public static void main(final String[] arguments) throws IOException {
		if (arguments.length > 0 && arguments[0].equals("memory")) {
			trainAndTell(arguments[1], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
			return;
		}
		final int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : Runtime.getRuntime()
			.availableProcessors();
		final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
		final List<Row> rows = new ArrayList<>();
		System.out.printf(Locale.ROOT, "%-26s %8s %-12s %9s %17s %9s %9s %8s%n", "what", "channels", "engine", "ms",
			"(quartiles)", "CPU, ms", "GFLOP/s", "RSS, MB");
		for (final int channels : CHANNELS)
			rows.addAll(measure(channels, threads, rounds));
		for (int busy = 1; busy <= threads; busy++)
			rows.addAll(besideBusyProcesses(busy, threads, rounds));
		write(rows);
		// PyTorch's own threads would keep the program alive.
		System.exit(0);
	}

	private static List<Row> measure(final int channels, final int threads, final int rounds) throws IOException {
		final Architecture architecture = architecture(channels);
		final Map<String, Time[]> steps = new LinkedHashMap<>(), forwards = new LinkedHashMap<>();
		final Time[] bare = new Time[rounds];
		final double bareGigaflop;
		try (Contender own = new VaeRestoreContender(architecture, threads);
				Contender pytorch = new PyTorchContender(architecture, threads);
				BareConvolution convolution = new BareConvolution(threads, channels))
		{
			bareGigaflop = convolution.gigaflop();
			for (int round = -WARMING; round < rounds; round++) {
				final int slot = Math.max(0, round);
				for (final Contender contender : new Contender[] { own, pytorch }) {
					steps.computeIfAbsent(contender.name(), name -> new Time[rounds])[slot] = time(contender::step);
					forwards.computeIfAbsent(contender.name(), name -> new Time[rounds])[slot] = time(contender::forward);
				}
				bare[slot] = time(convolution::run);
			}
		}
		final List<Row> rows = new ArrayList<>();
		final double forward = gigaflop(architecture, Contender.ROWS), step = 3 * gigaflop(architecture, Contender.ROWS +
			Contender.POSTERIOR_ROWS);
		for (final String engine : steps.keySet())
			rows.add(row("train-step", channels, threads, engine, steps.get(engine), step, memory(engine, channels, threads)));
		for (final String engine : forwards.keySet())
			rows.add(row("forward", channels, threads, engine, forwards.get(engine), forward, Double.NaN));
		rows.add(row("convolution", channels, threads, "conv2d", bare, bareGigaflop, Double.NaN));
		return rows;
	}

	/** Times training steps of the default network while other processes keep cores busy. */
	private static List<Row> besideBusyProcesses(final int busy, final int threads, final int rounds) throws IOException {
		final List<Row> rows = new ArrayList<>();
		final Architecture architecture = Architecture.DEFAULT;
		for (final boolean own : new boolean[] { true, false }) {
			final List<Process> processes = new ArrayList<>();
			try (Contender contender = own ? new VaeRestoreContender(architecture, threads) : new PyTorchContender(architecture,
				threads))
			{
				for (int round = 0; round < WARMING; round++)
					contender.step();
				for (int k = 0; k < busy; k++)
					processes.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
				final Time[] times = new Time[rounds];
				for (int round = 0; round < rounds; round++)
					times[round] = time(contender::step);
				rows.add(row("train-step beside " + busy + " busy", architecture.channels(), threads, contender.name(), times, 3 *
					gigaflop(architecture, Contender.ROWS + Contender.POSTERIOR_ROWS), Double.NaN));
			}
			finally {
				processes.forEach(Process::destroyForcibly);
			}
		}
		return rows;
	}

	private static Architecture architecture(final int channels) {
		return new Architecture(2, 4, channels, 8, 1);
	}

	private static Row row(final String what, final int channels, final int threads, final String engine,
		final Time[] times, final double gigaflop, final double rssMb)
	{
		Arrays.sort(times, Comparator.comparingDouble(Time::ms));
		final double median = times[times.length / 2].ms;
		// Processor time is told in steps of 10 ms on some systems: the mean, not the median.
		final double processor = Arrays.stream(times).mapToDouble(Time::processorMs).average().orElseThrow();
		final Row row = new Row(what, channels, threads, engine, median, times[times.length / 4].ms, times[3 * times.length /
			4].ms, processor, gigaflop / median * 1e3, rssMb);
		System.out.printf(Locale.ROOT, "%-26s %8d %-12s %9.1f %17s %9.1f %9.0f %8s%n", what, channels, engine, median, String
			.format(Locale.ROOT, "(%.1f to %.1f)", row.low, row.high), row.processorMs, row.gflops, Double
				.isNaN(rssMb) ? "" : String.format(Locale.ROOT, "%.0f", rssMb));
		return row;
	}

	/** Counts the multiply-adds of all convolutions of a forward pass, two operations each. */
	private static double gigaflop(final Architecture a, final int rows) {
		final double c = a.channels();
		final double area = Math.pow((double) Contender.SIDE / a.shuffle(), 2), pixels = a.shuffle() * a.shuffle();
		double sum = area * 9 * c * (3 * pixels + 2 + 2 * pixels + 2 * a.blocks() * c);
		for (int level = 0; level < a.levels(); level++) {
			final double positions = area / Math.pow(4, level);
			sum += positions * (9 * c * c * 4 * a.blocks() + 3 * c * a.latentChannels() + (level > 0 ? 9 * c * c : 0));
		}
		return 2 * rows * sum / 1e9;
	}

	private static Time time(final Runnable work) {
		// PyTorch's threads spin for a while after their work, at the cost of whoever comes next.
		LockSupport.parkNanos(PAUSE_NANOS);
		final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		final long start = System.nanoTime(), processorStart = system.getProcessCpuTime();
		work.run();
		return new Time((System.nanoTime() - start) / 1e6, (system.getProcessCpuTime() - processorStart) / 1e6);
	}

	/** Trains some steps in a process of its own, and returns its peak resident memory in MB; NaN where it isn't told. */
	private static double memory(final String engine, final int channels, final int threads) throws IOException {
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
			"-cp", System.getProperty("java.class.path"), EngineBenchmark.class.getName(), "memory", engine, String.valueOf(
				channels), String.valueOf(threads)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		return output.isEmpty() ? Double.NaN : Double.parseDouble(output.substring(output.lastIndexOf('\n') + 1));
	}

	private static void trainAndTell(final String engine, final int channels, final int threads) {
		final Architecture architecture = architecture(channels);
		try (Contender contender = engine.equals("pytorch") ? new PyTorchContender(architecture, threads)
			: new VaeRestoreContender(architecture, threads))
		{
			for (int i = 0; i < MEMORY_STEPS; i++)
				contender.step();
		}
		try {
			System.out.println(Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
				.mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findAny().orElse(Double.NaN));
		}
		catch (final IOException e) {
			// Only Linux tells.
			System.out.println(Double.NaN);
		}
		System.exit(0);
	}

	private static void write(final List<Row> rows) {
		final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
		final ArrayNode array = mapper.createArrayNode();
		for (final Row row : rows) {
			final var object = array.addObject().put("what", row.what).put("channels", row.channels).put("threads", row.threads)
				.put("engine", row.engine).put("ms", row.ms).put("processorMs", row.processorMs).put("gflops", row.gflops);
			if (Double.isNaN(row.rssMb)) object.putNull("rssMb");
			else object.put("rssMb", row.rssMb);
		}
		try {
			Files.createDirectories(RESULTS.getParent());
			mapper.writeValue(RESULTS.toFile(), array);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
