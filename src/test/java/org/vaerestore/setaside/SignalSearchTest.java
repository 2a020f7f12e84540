package org.vaerestore.setaside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Impatient;
import org.vaerestore.job.Lines;
import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;

class SignalSearchTest {

	private final AtomicInteger reads = new AtomicInteger();
	private final PlaneReader reader = new NoisyScene(140, 120, 1, 5).slope(20, 100).recorded(1, 4, 1000, 65535).set(0, 60, 60,
		1, 1, 65535).reader().without((plane, region, values) -> reads.incrementAndGet());

	@Test
	void looksAndTellsOnce() {
		final SignalSearch search = new SignalSearch(reader);
		final SetAside found = search.find(Progress.silent());
		final int read = reads.get();
		assertTrue(read > 0);
		assertEquals(1, found.count());
		final List<String> lines = new ArrayList<>();
		final Progress log = new Lines(lines);
		assertSame(found, search.find(log));
		search.tell("cells", log);
		search.tell(null, log);
		assertEquals(List.of("cells: " + found.describe()), lines);
		assertEquals(read, reads.get());
	}

	@Test
	void afterACancelledSearchItLooksAgain() {
		final SignalSearch search = new SignalSearch(reader);
		assertThrows(CancelledException.class, () -> search.find(new Impatient(0)));
		assertEquals(1, search.find(Progress.silent()).count());
	}
}
