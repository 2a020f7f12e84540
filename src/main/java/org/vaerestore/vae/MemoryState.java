package org.vaerestore.vae;

import java.lang.management.ManagementFactory;

import org.bytedeco.javacpp.Pointer;
import org.vaerestore.nn.Workers;

/**
 * What memory there is and what of it is in use, all in bytes.
 *
 * @param heapLimit that the Java heap may grow to
 * @param heapSize that the heap has grown to
 * @param heapUsed of it by objects, garbage included
 * @param machine memory of the machine, or of the container that Java runs in
 * @param process that this process has in all, the heap included; 0 if the system doesn't tell
 * @param processLimit that JavaCPP, which the engine stands on, lets the process grow to; 0 for no limit
 */
record MemoryState(long heapLimit, long heapSize, long heapUsed, long machine, long process, long processLimit) {

	/** Returns the present state. */
	static MemoryState now() {
		final Runtime java = Runtime.getRuntime();
		final var system = ManagementFactory.getOperatingSystemMXBean();
		// Free memory would not count what the system's file cache gives back at once.
		final long machine = system instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize()
			: Long.MAX_VALUE;
		// On a worker, where the engine is loaded first: two threads that begin to load JavaCPP's classes, one with the engine and
		// one without, wait for each other for ever.
		final long[] process = Workers.call(() -> new long[] { Pointer.physicalBytes(), Pointer.maxPhysicalBytes() });
		return new MemoryState(java.maxMemory(), java.totalMemory(), java.totalMemory() - java.freeMemory(), machine,
			process[0], process[1]);
	}

	/** Returns the present state of the heap alone, for jobs that need no engine, which takes its time to load. */
	static MemoryState ofHeap() {
		final Runtime java = Runtime.getRuntime();
		return new MemoryState(java.maxMemory(), java.totalMemory(), java.totalMemory() - java.freeMemory(), Long.MAX_VALUE, 0,
			0);
	}
}
