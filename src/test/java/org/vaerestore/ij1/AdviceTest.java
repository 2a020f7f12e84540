package org.vaerestore.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AdviceTest {

	@Test
	void keepsParagraphsAndFillsUpTheLines() {
		assertEquals("one\ntwo\n \n ", Advice.wrapped("one\ntwo"));
		assertEquals(4, Advice.wrapped("").split("\n", -1).length);
	}

	@Test
	void breaksAtSpacesAndLosesNoWord() {
		for (int seed = 0; seed < 200; seed++) {
			final Random random = new Random(seed);
			final String text = IntStream.range(0, random.nextInt(60)).mapToObj(i -> "w".repeat(random.nextInt(1, 12))).collect(
				Collectors.joining(" "));
			final String[] lines = Advice.wrapped(text).split("\n", -1);
			assertTrue(lines.length >= 4);
			for (final String line : lines)
				assertTrue(line.length() <= 68, "seed " + seed + ": " + line);
			assertEquals(text, Arrays.stream(lines).map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors
				.joining(" ")), "seed " + seed);
		}
	}

	@Test
	void breaksWordsThatAreTooLong() {
		final String path = "/".repeat(200);
		assertEquals(path, Advice.wrapped(path).replaceAll("[\n ]", ""));
	}
}
