package org.vaerestore.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads models that are packaged with the program. */
public final class PackagedModel {

	private PackagedModel() {}

	/**
	 * Reads a model.
	 *
	 * @param owner a class of the package that the file lies beside
	 * @param name of the file
	 * @throws IllegalStateException if it is missing
	 */
	public static VaeModel read(final Class<?> owner, final String name) {
		try (InputStream in = owner.getResourceAsStream(name)) {
			if (in == null) throw new IllegalStateException("The program has lost its file " + name + ".");
			final Path copy = Files.createTempFile("vae-restore-", ".vae.zip");
			try {
				Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
				return ModelFile.read(copy);
			}
			finally {
				Files.delete(copy);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
