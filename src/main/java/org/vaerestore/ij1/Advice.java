package org.vaerestore.ij1;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.vaerestore.job.InputException;

import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;

/** A few lines in a dialog that tell what its values amount to, found out in the background. */
final class Advice implements AutoCloseable {

	private static final int LINES = 4, LINE_LENGTH = 68;

	private final MultiLineLabel label;
	private final Supplier<String> text;
	private final AtomicInteger requests = new AtomicInteger();
	private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
		final Thread thread = new Thread(work, "VAE Restore advice");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Adds the lines to a dialog.
	 *
	 * @param text what to say of the dialog's present values; may take its time
	 */
	Advice(final GenericDialog dialog, final Supplier<String> text) {
		this.text = text;
		// ImageJ makes a label that can grow only of text with several lines.
		dialog.addMessage(" ".repeat(2 * LINE_LENGTH) + "\n ".repeat(LINES - 1));
		label = (MultiLineLabel) dialog.getMessage();
	}

	/** Finds out anew what to say, unless the values change again before. */
	void request() {
		final int number = requests.incrementAndGet();
		worker.execute(() -> {
			if (number != requests.get()) return;
			final String found = find();
			if (number == requests.get()) show(found);
		});
	}

	/** Says something else, on any thread, until the next {@link #request}. */
	void show(final String message) {
		requests.incrementAndGet();
		EventQueue.invokeLater(() -> {
			label.setText(wrapped(message));
			label.repaint();
		});
	}

	@Override
	public void close() {
		requests.incrementAndGet();
		worker.shutdown();
	}

	private String find() {
		try {
			return text.get();
		}
		catch (final InputException e) {
			return e.getMessage();
		}
		// On this thread nobody else would tell.
		catch (final RuntimeException | Error e) {
			return "What this amounts to can't be told (" + e + ").";
		}
	}

	static String wrapped(final String message) {
		final List<String> lines = new ArrayList<>();
		for (final String paragraph : message.split("\n")) {
			String rest = paragraph;
			while (rest.length() > LINE_LENGTH) {
				final int space = rest.lastIndexOf(' ', LINE_LENGTH);
				final int end = space > 0 ? space : LINE_LENGTH;
				lines.add(rest.substring(0, end));
				rest = rest.substring(end).strip();
			}
			lines.add(rest);
		}
		while (lines.size() < LINES)
			lines.add(" ");
		return String.join("\n", lines);
	}
}
