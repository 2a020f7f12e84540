package org.vaerestore.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Work in a process of its own, which tells how long it took and its peak resident memory. */
final class ChildProcess {

	/** First argument of the program in a child process. */
	static final String MODE = "child";

	private static final String TRAIN = "train";
	private static final int STEPS = 10;

	private ChildProcess() {}

	/**
	 * What a child process told.
	 *
	 * @param milliseconds that the work took, without the start of Java
	 * @param rssMb peak resident memory of the process in MB; NaN where the system doesn't tell
	 */
	record Answer(double milliseconds, double rssMb) {}

	/** Trains some steps with an engine, and returns the peak resident memory in MB. */
	static double trainingMemory(final ContenderKind kind, final int channels, final int threads) throws IOException {
		return ask(TRAIN, kind.name(), String.valueOf(channels), String.valueOf(threads)).rssMb();
	}

	/** Works on an image. */
	static Answer ask(final ImageTask task, final int threads) throws IOException {
		return ask(task.name(), String.valueOf(threads));
	}

	private static Answer ask(final String... arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx1g", "-cp", System.getProperty("java.class.path"), EngineBenchmark.class.getName(), MODE));
		command.addAll(List.of(arguments));
		final Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		final String[] numbers = output.substring(output.lastIndexOf('\n') + 1).split(" ");
		if (numbers.length != 2) throw new IOException("The process " + command + " ended without an answer.");
		return new Answer(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
	}

	/** Does what the arguments after {@link #MODE} ask for, and tells in the last line of the output. */
	static void answer(final String[] arguments) throws IOException {
		final double milliseconds = arguments[0].equals(TRAIN) ? train(ContenderKind.valueOf(arguments[1]), Integer.parseInt(
			arguments[2]), Integer.parseInt(arguments[3])) : ImageTask.valueOf(arguments[0]).run(Integer.parseInt(arguments[1]));
		System.out.println("\n" + milliseconds + " " + peakMemory());
	}

	private static double train(final ContenderKind kind, final int channels, final int threads) {
		try (Contender contender = kind.start(Network.of(channels), threads)) {
			return Times.milliseconds(() -> {
				for (int i = 0; i < STEPS; i++)
					contender.step();
			});
		}
	}

	/** Only Linux tells. */
	private static double peakMemory() throws IOException {
		final Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) return Double.NaN;
		return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).mapToDouble(line -> Double
			.parseDouble(line.replaceAll("\\D", "")) / 1024).findAny().orElse(Double.NaN);
	}
}
