package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Path;

import org.vaerestore.job.Bytes;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;
import org.vaerestore.tiff.TiffException;

/** The one place where a sentence about the file is made of whatever a reader throws, ImageJ's and Java's included. */
final class GuardedReading {

	private GuardedReading() {}

	/** Reads something. */
	@FunctionalInterface
	interface Reader<T> {

		T read() throws IOException;
	}

	/**
	 * Reads a file.
	 *
	 * @throws InputException that names the file, if the reader throws anything
	 */
	static <T> T of(final Path path, final Reader<T> reader) {
		try {
			return reader.read();
		}
		catch (final InputException | CancelledException e) {
			throw e;
		}
		catch (final TiffException e) {
			throw new InputException("The file " + path + " " + e.getMessage() + ".", e);
		}
		// Readers throw whatever a damaged file leads them to.
		catch (final IOException | RuntimeException | StackOverflowError e) {
			// ImageJ's readers end early where they are interrupted, and say nothing of it.
			if (Causes.isInterrupt(e) || Thread.currentThread().isInterrupted()) throw Causes.unwrapped(new InterruptedException());
			throw unreadable(path, e.getMessage(), e);
		}
		// One huge allocation failed, so little is lost by going on; the size may as well be a damaged header's.
		catch (final OutOfMemoryError e) {
			throw new InputException("The file " + path + " says that it holds an image larger than the memory of Java (" + Bytes
				.describe(Runtime.getRuntime().maxMemory()) + "); give Java more, or another copy if the file is damaged.", e);
		}
	}

	static InputException unreadable(final Path path, final String reason, final Throwable cause) {
		final String said = reason == null || reason.isBlank() ? "" : " (" + reason.strip().replaceAll("\\s*\\n\\s*", " ") +
			")";
		return new InputException("The file " + path + " can't be read as an image" + said +
			"; it may be damaged, truncated or of a kind that ImageJ doesn't support. Give another copy, or save it as " +
			"uncompressed TIFF.", cause);
	}
}
