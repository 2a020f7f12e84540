package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

class TargetsTest {

	private final ImagePlus active = TinyModel.waves(8, 1, 1, 1);
	private final ImagePlus other = TinyModel.waves(16, 1, 1, 1);

	@ParameterizedTest
	@ValueSource(strings = { "slice", "stack" })
	void isTheActiveImage(final String apply) {
		try (OpenImages open = new OpenImages(active, other)) {
			assertEquals(List.of(active), Targets.of(active, apply(apply), image -> false, "is there"));
		}
	}

	@Test
	void areAllOpenImagesThatSuit() {
		try (OpenImages open = new OpenImages(active, other)) {
			assertEquals(List.of(active, other), Targets.of(active, apply("images"), image -> true, "is there"));
			assertEquals(List.of(other), Targets.of(active, apply("images"), image -> image.getBitDepth() == 16, "is there"));
		}
	}

	@Test
	void areTheActiveOneIfNoneIsOpen() {
		assertEquals(List.of(active), Targets.of(active, apply("images"), image -> true, "is there"));
	}

	@Test
	void saysThatNoneSuits() {
		final InputException e = assertThrows(InputException.class, () -> Targets.of(active, apply("images"),
			image -> false, "has a mask"));
		assertEquals("No open image has a mask.", e.getMessage());
	}

	private static Values apply(final String value) {
		return Values.parse(List.of(ResultOptions.APPLY), "apply=" + value);
	}
}
