package org.vaerestore.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;

class CausesTest {

	@Test
	void findsWhatWasSaidOnAnotherThread() {
		final InputException said = new InputException("Give another one.");
		for (final Throwable wrapped : List.of(said, new CompletionException(said), new RuntimeException(new ExecutionException(
			said)), new CompletionException(new ExecutionException(said))))
			assertSame(said, Causes.unwrapped(wrapped));
		assertFalse(Thread.currentThread().isInterrupted());
	}

	@Test
	void keepsWhatHasACauseOfItsOwn() {
		final InputException said = new InputException("The file can't be read.", new IOException("broken"));
		assertSame(said, Causes.unwrapped(new CompletionException(said)));
		final IllegalStateException fault = new IllegalStateException(new RuntimeException("inner"));
		assertSame(fault, Causes.unwrapped(fault));
	}

	@Test
	void anInterruptIsACancellationAndKeepsItsFlag() {
		for (final Throwable interrupt : List.of(new InterruptedException(), new RuntimeException(new InterruptedException()),
			new IOException("can't write", new ClosedByInterruptException())))
		{
			assertInstanceOf(CancelledException.class, Causes.unwrapped(interrupt));
			assertTrue(Thread.interrupted());
		}
	}

	@Test
	void errorsAreThrown() {
		final OutOfMemoryError error = new OutOfMemoryError();
		assertSame(error, assertThrows(OutOfMemoryError.class, () -> Causes.unwrapped(new RuntimeException(
			new ExecutionException(error)))));
	}

	@Test
	void aCheckedExceptionKeepsItsMessage() {
		assertEquals("broken", Causes.unwrapped(new ExecutionException(new IOException("broken"))).getMessage());
	}
}
