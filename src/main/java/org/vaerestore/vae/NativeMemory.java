package org.vaerestore.vae;

import java.lang.management.ManagementFactory;

import org.bytedeco.javacpp.Pointer;

/** How much memory off the Java heap a job may take. */
public final class NativeMemory {

	/** Left to everything else on the machine. */
	private static final double SHARE = 0.8;

	private NativeMemory() {}

	/** Returns the bytes that may be taken now: what JavaCPP allows, and most of what the machine has. */
	public static long limit() {
		final long allowed = Pointer.maxPhysicalBytes() > 0 ? Pointer.maxPhysicalBytes() - Pointer.physicalBytes()
			: Long.MAX_VALUE;
		final var system = ManagementFactory.getOperatingSystemMXBean();
		// Free memory would not count what the system's file cache gives back at once.
		final long machines = system instanceof com.sun.management.OperatingSystemMXBean machine ? machine
			.getTotalMemorySize() : Long.MAX_VALUE;
		return (long) (SHARE * Math.min(allowed, machines));
	}
}
