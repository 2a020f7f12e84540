package org.vaerestore.benchmark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/** ND4J's executioner of operations, and a clock: public, for ND4J creates it by its name. */
public final class TimedExecutioner extends NativeOpExecutioner {

	/** The property by which ND4J is told which executioner to take, before its first use. */
	static final String PROPERTY = "opexec";

	private final Map<String, Usage> usages = new ConcurrentHashMap<>();

	/**
	 * What an operation took so far.
	 *
	 * @param calls how often it ran
	 * @param nanoseconds in native code, in all
	 */
	record Usage(long calls, long nanoseconds) {

		Usage plus(final Usage other) {
			return new Usage(calls + other.calls, nanoseconds + other.nanoseconds);
		}
	}

	/** Returns what each operation took since the latest {@link #clear}. */
	Map<String, Usage> usages() {
		return Map.copyOf(usages);
	}

	void clear() {
		usages.clear();
	}

	@Override
	public void profilingConfigurableHookOut(final Op op, final OpContext context, final long start) {
		add(op.opName(), start);
		super.profilingConfigurableHookOut(op, context, start);
	}

	@Override
	public void profilingConfigurableHookOut(final CustomOp op, final OpContext context, final long start) {
		add(op.opName(), start);
		super.profilingConfigurableHookOut(op, context, start);
	}

	private void add(final String name, final long start) {
		usages.merge(name, new Usage(1, System.nanoTime() - start), Usage::plus);
	}
}
