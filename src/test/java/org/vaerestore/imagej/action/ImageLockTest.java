package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.plugin.FileInfoVirtualStack;

class ImageLockTest {

	@Test
	void locksUntilItIsClosed() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		try (ImageLock lock = new ImageLock(image)) {
			assertTrue(image.isLocked());
		}
		assertFalse(image.isLocked());
	}

	@Test
	void saysThatAnotherCommandHasTheImage() throws InterruptedException {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		// A thread may lock an image twice.
		final Thread other = new Thread(image::lockSilently);
		other.start();
		other.join();
		final InputException e = assertThrows(InputException.class, () -> new ImageLock(image));
		assertTrue(e.getMessage().startsWith("\"waves\" is in use by another command"), e.getMessage());
		assertTrue(image.isLocked(), "the one that was first keeps it");
	}

	@Test
	void refusesVirtualStacks(@TempDir final Path folder) {
		ImageWriter.write(TinyModel.waves(8, 1, 3, 1), folder.resolve("stack.tif"));
		final ImagePlus virtual = FileInfoVirtualStack.openVirtual(folder.resolve("stack.tif").toString());
		final InputException e = assertThrows(InputException.class, () -> new ImageLock(virtual));
		assertTrue(e.getMessage().contains("virtual stack") && e.getMessage().contains("output=new"), e.getMessage());
		assertFalse(virtual.isLocked());
	}
}
