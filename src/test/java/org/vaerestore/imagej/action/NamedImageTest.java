package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

class NamedImageTest {

	private static final Option OPTION = EvaluateAction.REFERENCE;

	@Test
	void findsAnOpenImageBeforeAFile() {
		final ImagePlus first = TinyModel.waves(8, 1, 1, 1), second = TinyModel.waves(8, 1, 1, 1);
		first.setTitle("the first one.tif");
		second.setTitle("the second one.tif");
		try (OpenImages open = new OpenImages(first, second)) {
			assertSame(first, NamedImage.find("the first one.tif", OPTION));
			assertSame(second, NamedImage.find("the second one.tif", OPTION));
		}
	}

	@Test
	void opensAFile(@TempDir final Path folder) {
		final Path file = folder.resolve("a b.tif");
		ImageWriter.write(TinyModel.waves(16, 1, 2, 1), file);
		assertEquals(2, NamedImage.find(file.toString(), OPTION).getStackSize());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "none" })
	void saysThatNoneIsChosen(final String name) {
		final InputException e = assertThrows(InputException.class, () -> NamedImage.find(name, OPTION));
		assertTrue(e.getMessage().startsWith("No image is chosen for \"Reference\"; ") && e.getMessage().contains(
			"reference=[the title of an open image, or a path]"), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "no such image", "a\0b", "/no/such/file.tif" })
	void saysWhatWasNotFound(final String name) {
		final InputException e = assertThrows(InputException.class, () -> NamedImage.find(name, OPTION));
		assertEquals("There is no open image and no file named \"" + name + "\"; give reference=[the title of an open " +
			"image, or a path].", e.getMessage());
	}
}
