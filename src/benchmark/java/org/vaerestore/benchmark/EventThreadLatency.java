package org.vaerestore.benchmark;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import org.vaerestore.ij1.VaeCommand;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.Roi;
import ij.process.ShortProcessor;

/**
 * Measures how long events wait for the event thread while commands run in ImageJ with its windows: an event is posted every
 * 5 ms. Beside them waits what the machine itself makes wait: a thread that only sleeps measures that. Needs a display.
 */
public final class EventThreadLatency {

	private static final int SIDE = 768, EVERY = 5;
	private static final double[] QUANTILES = { 0.5, 0.99, 1 };

	private EventThreadLatency() {}

	public static void main(final String[] arguments) throws InterruptedException {
		ImageJ.main(new String[0]);
		image().show();
		Thread.sleep(1000);
		System.out.printf("%-10s %30s %30s%n", "command", "events wait, ms: 50 %, 99 %, most", "asleep too long, ms");
		measure("nothing", () -> pause(2000));
		for (final String command : new String[] { "mask", "restore", "enhance", "train" }) {
			final String options = switch (command) {
				case "mask" -> "";
				case "train" -> "steps=60";
				default -> "model=built-in";
			};
			IJ.selectWindow("image");
			WindowManager.getCurrentImage().setRoi(new Roi(200, 200, 40, 40));
			measure(command, () -> {
				Macro.setOptions(Thread.currentThread(), options.isEmpty() ? " " : options);
				new VaeCommand().run(command);
			});
		}
		System.exit(0);
	}

	private static void measure(final String name, final Runnable work) throws InterruptedException {
		final AtomicBoolean done = new AtomicBoolean();
		final List<Double> waits = new ArrayList<>(), sleeps = new ArrayList<>();
		final Thread events = new Thread(() -> {
			while (!done.get()) {
				final long posted = System.nanoTime();
				EventQueue.invokeLater(() -> {
					final double wait = (System.nanoTime() - posted) / 1e6;
					synchronized (waits) {
						waits.add(wait);
					}
				});
				final long asleep = System.nanoTime();
				pause(EVERY);
				sleeps.add((System.nanoTime() - asleep) / 1e6 - EVERY);
			}
		});
		events.setPriority(Thread.MAX_PRIORITY);
		events.start();
		// Of threads of other names, ImageJ takes no options.
		final Thread command = new Thread(work, "Run$_" + name);
		command.start();
		command.join();
		done.set(true);
		events.join();
		synchronized (waits) {
			System.out.printf("%-10s %30s %30s%n", name, describe(waits), describe(sleeps));
		}
	}

	private static String describe(final List<Double> times) {
		final double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		return String.join(", ", Arrays.stream(QUANTILES).mapToObj(q -> String.format(Locale.ROOT, "%.1f", sorted[(int) (q *
			(sorted.length - 1))])).toList());
	}

	private static void pause(final long milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static ImagePlus image() {
		final Random random = new Random(1);
		final ShortProcessor plane = new ShortProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++)
			plane.set(i, (int) (1000 + 300 * Math.sin(i % SIDE * 0.07) * Math.cos(i / SIDE * 0.05) + 40 * random.nextGaussian()));
		return new ImagePlus("image", plane);
	}
}
