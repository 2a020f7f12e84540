package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;

class OutcomeTest {

	@Test
	void tellsWhatWasSaidOnWhateverThread() {
		final InputException said = new InputException("Give another one.");
		assertEquals(new Outcome.Failed("Give another one."), of(said));
		assertEquals(new Outcome.Failed("Give another one."), of(new CompletionException(said)));
		assertInstanceOf(Outcome.Cancelled.class, of(new CompletionException(new CancelledException())));
		assertEquals(new Outcome.Failed(Outcome.tooLittleMemory()), of(new RuntimeException(new ExecutionException(
			new OutOfMemoryError()))));
		assertEquals(new Outcome.Done(), Outcome.of(() -> {}));
	}

	@Test
	void anInterruptIsACancellationWhateverCameOfIt() {
		assertInstanceOf(Outcome.Cancelled.class, of(new InputException("The file can't be read.",
			new ClosedByInterruptException())));
		assertTrue(Thread.interrupted());
	}

	@Test
	void faultsAreThrownOn() {
		assertThrows(NullPointerException.class, () -> of(new NullPointerException()));
	}

	private static Outcome of(final RuntimeException thrown) {
		return Outcome.of(() -> {
			throw thrown;
		});
	}
}
