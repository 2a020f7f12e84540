package org.vaerestore.benchmark;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again at what the project's workers are doing, and counts at which places of the code they are. */
final class StackSampler implements AutoCloseable {

	private static final String PROJECT = "org.vaerestore.", WORKERS = "org.vaerestore.nn.Workers";
	/** What others compute with, so that their caller is what tells. */
	private static final Set<String> TOOLS = Set.of("PlacedProduct", "Matrix", "Floats", "Operation", "OffHeap", "Scratch");
	private static final long PAUSE = 500_000;

	private final Map<String, Integer> counts = new TreeMap<>();
	private final Thread thread = new Thread(this::run, "stack sampler");
	private volatile boolean closed;

	StackSampler() {
		thread.setDaemon(true);
		thread.start();
	}

	/** Ends the looking and returns how often workers were at which class and method. */
	Map<String, Integer> counts() throws InterruptedException {
		close();
		thread.join();
		return counts;
	}

	@Override
	public void close() {
		closed = true;
	}

	private void run() {
		while (!closed) {
			Thread.getAllStackTraces().values().forEach(this::count);
			LockSupport.parkNanos(PAUSE);
		}
	}

	private void count(final StackTraceElement[] stack) {
		if (stack.length == 0 || !stack[stack.length - 1].getClassName().startsWith(WORKERS)) return;
		for (final StackTraceElement frame : stack) {
			final String name = frame.getClassName();
			if (!name.startsWith(PROJECT) || name.contains("$$Lambda") || frame.getMethodName().startsWith("lambda$")) continue;
			// An idle worker.
			if (name.startsWith(WORKERS)) return;
			final String simple = name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
			if (TOOLS.contains(simple)) continue;
			counts.merge(simple + "." + frame.getMethodName(), 1, Integer::sum);
			return;
		}
	}
}
