package org.vaerestore.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

class TerminalProgressTest {

	private static final long SECOND = 1_000_000_000L;

	private final StringWriter text = new StringWriter();
	private final AtomicLong clock = new AtomicLong();

	@Test
	void writesALineEveryTenSecondsToAFile() {
		final TerminalProgress progress = new TerminalProgress(writer(text), false, new Interrupt(), clock::get);
		for (int second = 1; second <= 25; second++) {
			clock.set(second * SECOND);
			progress.update(second / 100.0, "training");
		}
		progress.close();
		assertEquals(" 10 %  1:30 left  training", text.toString().lines().findFirst().orElseThrow());
		assertEquals(2, text.toString().lines().count());
	}

	@Test
	void drawsABarOnATerminalAndClearsItForLines() {
		final TerminalProgress progress = new TerminalProgress(writer(text), true, new Interrupt(), clock::get);
		progress.status("loss 0.5");
		clock.set(30 * SECOND);
		progress.update(0.5, "training");
		assertTrue(text.toString().startsWith("\r[############            ]  50 %  0:30 left  training  loss 0.5"), text
			.toString());
		progress.log("a finding");
		assertTrue(text.toString().endsWith("\r\u001b[Ka finding" + System.lineSeparator()), text.toString());
		assertFalse(progress.isCancelled());
	}

	private static Supplier<PrintWriter> writer(final StringWriter text) {
		final PrintWriter writer = new PrintWriter(text);
		return () -> writer;
	}
}
