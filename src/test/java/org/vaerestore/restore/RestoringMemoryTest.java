package org.vaerestore.restore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings.Mode;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.StackMask;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.vae.MemoryNeed;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/** What is said to be needed for restoring is as much as is in use at any time, and doesn't grow with what isn't masked. */
class RestoringMemoryTest {

	private static final int SIDE = 20_000, SPECKS = 4;
	private static final long PAUSE_NANOS = 400_000_000;

	@ParameterizedTest
	@CsvSource({ "MEAN, 20", "ALTERNATIVES, 100" })
	void coversWhatIsInUse(final Estimate estimate, final int apart) throws InterruptedException {
		final VaeModel model = BuiltIn.model();
		// Specks that are looked at in one piece.
		final PlaneMask.Builder mask = new PlaneMask.Builder(SIDE, SIDE);
		for (int speck = 0; speck < SPECKS; speck++)
			add(mask, 9000 + speck % 2 * apart, 11_000 + speck / 2 * apart);
		final StackMask masked = mask(mask);
		final RestoreSettings settings = new RestoreSettings(Mode.TILES, estimate, estimate == Estimate.ALTERNATIVES ? 2 : 0, 1, 1);
		final MemoryNeed need = Restoration.memory(image(), masked, model.architecture(), settings);
		final AtomicLong restored = new AtomicLong(), most = new AtomicLong();
		final AtomicBoolean done = new AtomicBoolean();
		final long before = inUse();
		final Thread watch = new Thread(() -> {
			while (!done.get()) {
				most.accumulateAndGet(inUse(), Math::max);
				LockSupport.parkNanos(PAUSE_NANOS);
			}
		}, "heap in use");
		watch.start();
		try {
			Restoration.restore(image(), masked, model, settings, (plane, copy, region, where, result) -> {
				for (final boolean one : where)
					if (one) restored.incrementAndGet();
			}, Progress.silent());
		}
		finally {
			done.set(true);
			watch.join();
		}
		assertTrue(restored.get() == SPECKS * 144L * settings.alternatives(), restored + " pixels");
		final long taken = most.get() - before;
		assertTrue(taken <= need.heap(), "takes " + taken + " bytes, says " + need.heap());
		// Else nothing was measured, or far too much is asked for.
		assertTrue(taken > need.heap() / 10, "takes " + taken + " bytes, says " + need.heap());
	}

	@Test
	void isThatOfWhatIsAroundTheDamage() {
		final RestoreSettings settings = new RestoreSettings(Mode.TILES, Estimate.MEAN, 0, 1, 1);
		final PlaneMask.Builder one = new PlaneMask.Builder(SIDE, SIDE), two = new PlaneMask.Builder(SIDE, SIDE);
		add(one, 9000, 11_000);
		add(two, 9000, 11_000);
		add(two, 19_000, 300);
		final MemoryNeed ofOne = Restoration.memory(image(), mask(one), BuiltIn.model().architecture(), settings), ofTwo = Restoration
			.memory(image(), mask(two), BuiltIn.model().architecture(), settings);
		assertTrue(ofOne.heap() < 64 << 20, ofOne.toString());
		assertTrue(ofTwo.all() < 1.1 * ofOne.all(), ofOne + ", of two specks " + ofTwo);
	}

	private static void add(final PlaneMask.Builder mask, final int x, final int y) {
		for (int pixel = 0; pixel < 144; pixel++)
			mask.add(x + pixel % 12, y + pixel / 12);
	}

	private static StackMask mask(final PlaneMask.Builder plane) {
		return new StackMask(new long[] { SIDE, SIDE }, List.of(plane.build()), true);
	}

	/** Pixels that are computed when they are looked at. */
	private static RandomAccessibleInterval<UnsignedShortType> image() {
		return Views.interval(new FunctionRandomAccessible<>(2, (at, value) -> value.set((int) (2000 + 500 * Math.sin(at
			.getIntPosition(0) * 0.11) * Math.cos(at.getIntPosition(1) * 0.07))), UnsignedShortType::new), new FinalInterval(SIDE,
				SIDE));
	}

	private static long inUse() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}
}
