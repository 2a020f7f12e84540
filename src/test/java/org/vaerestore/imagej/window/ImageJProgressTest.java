package org.vaerestore.imagej.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vaerestore.imagej.TinyModel;

import ij.IJ;

class ImageJProgressTest {

	@AfterEach
	void releaseTheKey() {
		IJ.setKeyUp(KeyEvent.VK_ESCAPE);
		IJ.resetEscape();
	}

	@Test
	void escapeCancelsTheJobButNotTheNextOne() {
		try (ImageJProgress progress = new ImageJProgress("VAE Restore", null)) {
			assertFalse(progress.isCancelled());
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			assertTrue(progress.isCancelled());
		}
		try (ImageJProgress next = new ImageJProgress("VAE Restore", null)) {
			assertFalse(next.isCancelled());
		}
	}

	@Test
	void anInterruptedThreadCancels() {
		try (ImageJProgress progress = new ImageJProgress("VAE Restore", null)) {
			Thread.currentThread().interrupt();
			assertTrue(progress.mustEnd());
		}
		finally {
			assertTrue(Thread.interrupted(), "it is still told so");
		}
	}

	@Test
	void anImageThatWasNeverShownCantBeClosed() {
		try (ImageJProgress progress = new ImageJProgress("VAE Restore", TinyModel.waves(8, 1, 1, 1))) {
			progress.update(0.5, "half");
			assertFalse(progress.isCancelled());
		}
	}
}
