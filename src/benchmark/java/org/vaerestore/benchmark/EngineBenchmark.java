package org.vaerestore.benchmark;

import java.io.IOException;
import java.util.Arrays;

/**
 * Times a training step and a forward pass of this engine, PyTorch and SameDiff on the same network, and a bare convolution,
 * interleaved in one run; the same steps beside processes that keep cores busy; and whole images. The peak resident memory
 * of each is that of a process of its own.
 * <p>
 * Arguments, all optional: {@code compare}, threads, rounds. Writes a table, and {@code target/benchmark/results.json}. With
 * the one argument {@code profile} it tells instead at which places of the code a training step of the default network
 * spends its time.
 * </p>
 */
public final class EngineBenchmark {

	private static final String COMPARE = "compare";
	private static final int[] CHANNELS = { 16, 32, 48, 64 };
	private static final int ROUNDS = 40;

	private EngineBenchmark() {}

	public static void main(final String[] arguments) throws IOException {
		final String mode = arguments.length > 0 ? arguments[0] : COMPARE;
		final String[] others = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
		switch (mode) {
			case COMPARE -> compare(others);
			case "profile" -> StepProfile.print();
			case ChildProcess.MODE -> ChildProcess.answer(others);
			default -> throw new IllegalArgumentException("There is no mode " + mode + "; take compare or profile.");
		}
		// PyTorch's own threads would keep the program alive.
		System.exit(0);
	}

	private static void compare(final String[] arguments) throws IOException {
		final int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : Runtime.getRuntime()
			.availableProcessors();
		final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
		final Results results = new Results();
		final StepBenchmark steps = new StepBenchmark(threads, rounds, results);
		for (final int channels : CHANNELS)
			steps.measure(channels);
		for (int busy = 1; busy <= threads; busy++)
			steps.measureBeside(busy);
		for (final ImageTask task : ImageTask.values())
			results.add(task.measure(threads));
		results.write();
	}
}
