package org.vaerestore.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;


/** Reads models that are packaged with the program. */
public final class PackagedModel {

	private PackagedModel() {}

	/**
	 * Reads a model.
	 *
	 * @param owner a class of the package that the file lies beside
	 * @param name of the file
	 * @throws IllegalStateException if it is missing
	 * @throws org.vaerestore.job.InputException if nothing can be written to the temporary folder
	 */
	public static VaeModel read(final Class<?> owner, final String name) {
		try (InputStream in = owner.getResourceAsStream(name)) {
			if (in == null) throw new IllegalStateException("The program has lost its file " + name + ".");
			return ModelFile.read(in, name);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
