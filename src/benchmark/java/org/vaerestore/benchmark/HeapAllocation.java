package org.vaerestore.benchmark;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/** What something allocates on the Java heap. */
final class HeapAllocation {

	private HeapAllocation() {}

	/** Runs something several times, and returns how many KB all threads allocate each time. */
	static double kilobytes(final Runnable work, final int times) {
		final Map<Long, Long> before = bytes();
		for (int i = 0; i < times; i++)
			work.run();
		// A thread that has ended meanwhile is not counted; the total would go down by all it ever allocated.
		return bytes().entrySet().stream().mapToDouble(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
			.sum() / times / 1024;
	}

	private static Map<Long, Long> bytes() {
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		final long[] ids = threads.getAllThreadIds();
		final long[] allocated = threads.getThreadAllocatedBytes(ids);
		final Map<Long, Long> bytes = new HashMap<>();
		for (int i = 0; i < ids.length; i++)
			bytes.put(ids[i], Math.max(0, allocated[i]));
		return bytes;
	}
}
