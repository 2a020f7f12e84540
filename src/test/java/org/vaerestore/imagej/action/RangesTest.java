package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;

class RangesTest {

	@Test
	void readsWordsNumbersAndRanges() {
		assertEquals(List.of(0, 1, 2, 3), Ranges.parse("all", "slices", 2, 4));
		assertEquals(List.of(1), Ranges.parse(" Current ", "slices", 2, 4));
		assertEquals(List.of(0, 2, 3), Ranges.parse("3-4, 1 ,3", "slices", 2, 4));
		assertEquals(List.of(3), Ranges.parse("4-4", "slices", 2, 4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", ",,", "1,,2", "a", "1-", "-3", "1-2-3", "1;2", "1.5", "99999999999" })
	void saysHowToWriteARange(final String text) {
		final InputException e = assertThrows(InputException.class, () -> Ranges.parse(text, "slices", 1, 4));
		assertEquals("The value slices=" + text + " is not a range; write all, current, or numbers such as 1-10,15.", e
			.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "5", "2-5", "4-2", "1,0-2" })
	void saysWhichRangeDoesNotFitTheImage(final String text) {
		final InputException e = assertThrows(InputException.class, () -> Ranges.parse(text, "frames", 1, 4));
		assertTrue(e.getMessage().startsWith("The range frames=") && e.getMessage().contains("frames are 1 to 4"), e
			.getMessage());
	}

	@Test
	void readsBackRandomSets() {
		for (int seed = 0; seed < 500; seed++) {
			final Random random = new Random(seed);
			final int count = random.nextInt(1, 30);
			final TreeSet<Integer> expected = new TreeSet<>();
			final List<String> parts = new ArrayList<>();
			for (int i = random.nextInt(1, 5); i > 0; i--) {
				final int from = random.nextInt(count), to = random.nextInt(from, count);
				for (int number = from; number <= to; number++)
					expected.add(number);
				parts.add(from == to && random.nextBoolean() ? "" + (from + 1) : (from + 1) + "-" + (to + 1));
			}
			final String text = String.join(random.nextBoolean() ? "," : ", ", parts);
			assertEquals(List.copyOf(expected), Ranges.parse(text, "slices", 1, count), "seed " + seed + ": " + text);
		}
	}
}
