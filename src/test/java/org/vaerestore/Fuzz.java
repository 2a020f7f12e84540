package org.vaerestore;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.vaerestore.job.InputException;

/**
 * Changes bytes of good inputs and watches what a reader makes of them: an answer or an {@link InputException}, soon and with little
 * memory.
 * <p>
 * The same seed makes the same cases. {@code -Dfuzz.factor=100} tries so many times as many, {@code -Dfuzz.seed=2} others.
 * </p>
 */
public final class Fuzz {

	private static final long SECONDS = 10;
	/** What a case may take. */
	public static final long LITTLE = 256L << 20;

	private Fuzz() {}

	/**
	 * Tries cases.
	 *
	 * @param memory the most bytes that each may allocate
	 * @param good inputs to change
	 * @param read reads an input; may throw nothing but {@link InputException}
	 * @param check makes sure that a good input is still read
	 */
	public static void run(final int cases, final long memory, final List<byte[]> good, final Consumer<byte[]> read,
		final Runnable check)
	{
		final long seed = Long.getLong("fuzz.seed", 1);
		final long all = cases * (long) Integer.getInteger("fuzz.factor", 1);
		final PrintStream out = System.out;
		// ImageJ writes its complaints there.
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		try {
			int refused = 0;
			for (long number = 0; number < all; number++) {
				final byte[] bytes = changed(new Random(seed * 1_000_003 + number), good);
				if (isRefused(bytes, memory, read, "case " + number + " of seed " + seed)) refused++;
				if (number % 500 == 499) check.run();
			}
			check.run();
			assertTrue(refused > 0, refused + " of " + all + " were refused");
		}
		finally {
			System.setOut(out);
		}
	}

	private static boolean isRefused(final byte[] bytes, final long memory, final Consumer<byte[]> read, final String name) {
		final long start = System.nanoTime(), before = allocated();
		try {
			read.accept(bytes);
			return false;
		}
		catch (final InputException e) {
			assertTrue(e.getMessage().endsWith(".") && e.getMessage().indexOf('\n') < 0, name + ": " + e.getMessage());
			return true;
		}
		catch (final RuntimeException | Error e) {
			return fail(name + " of " + bytes.length + " bytes: " + e, e);
		}
		finally {
			final double seconds = (System.nanoTime() - start) / 1e9;
			final long more = allocated() - before;
			if (seconds > SECONDS || more > memory) fail(name + " took " + seconds + " s and " + (more >> 20) + " MB");
		}
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	static byte[] changed(final Random random, final List<byte[]> good) {
		byte[] bytes = good.get(random.nextInt(good.size())).clone();
		for (int change = random.nextInt(4); change >= 0; change--)
			bytes = changedOnce(random, bytes, good);
		return bytes;
	}

	private static byte[] changedOnce(final Random random, final byte[] bytes, final List<byte[]> good) {
		if (bytes.length < 16) return bytes;
		// Headers are at the beginning or at the end.
		final int part = Math.min(bytes.length, 512), at = switch (random.nextInt(3)) {
			case 0 -> random.nextInt(part);
			case 1 -> bytes.length - 1 - random.nextInt(part);
			default -> random.nextInt(bytes.length);
		};
		switch (random.nextInt(8)) {
			case 0:
				return Arrays.copyOf(bytes, random.nextInt(bytes.length));
			case 1:
				final byte[] other = good.get(random.nextInt(good.size()));
				final int length = Math.min(random.nextInt(64), Math.min(bytes.length - at, other.length));
				System.arraycopy(other, random.nextInt(other.length - length + 1), bytes, at, length);
				return bytes;
			case 2:
				final int cut = Math.min(random.nextInt(16), bytes.length - at);
				System.arraycopy(bytes, at + cut, bytes, at, bytes.length - at - cut);
				return Arrays.copyOf(bytes, bytes.length - cut);
			case 3, 4:
				final int size = 1 << random.nextInt(4);
				if (at + size <= bytes.length) put(random, ByteBuffer.wrap(bytes), at, size);
				return bytes;
			default:
				bytes[at] ^= (byte) (1 << random.nextInt(8));
				return bytes;
		}
	}

	private static void put(final Random random, final ByteBuffer bytes, final int at, final int size) {
		final long[] values = { 0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, 0xffff, 0x8000, bytes.capacity(), bytes
			.capacity() - 1L, at, random.nextInt(bytes.capacity()), random.nextInt(256) };
		final long value = values[random.nextInt(values.length)];
		bytes.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		switch (size) {
			case 1:
				bytes.put(at, (byte) value);
				break;
			case 2:
				bytes.putShort(at, (short) value);
				break;
			case 4:
				bytes.putInt(at, (int) value);
				break;
			default:
				bytes.putLong(at, value);
		}
	}
}
