package org.vaerestore.model;

import java.util.Objects;

/**
 * Where a model comes from.
 *
 * @param title what the user calls the training data
 * @param dimensions of the training data, such as {@code 512 x 512 x 20}
 * @param sha256 SHA-256 of the training data's pixels, in hexadecimal
 * @param product name and version of this software
 * @param nd4j version of ND4J
 * @param java version of Java
 * @param system name, version and processor architecture of the operating system
 * @param seed of everything random in the training
 * @param created when the training ended, as ISO 8601 in UTC
 */
public record Provenance(String title, String dimensions, String sha256, String product, String nd4j, String java,
	String system, long seed, String created)
{

	/** Checks that nothing is missing. */
	public Provenance {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(dimensions, "dimensions");
		Objects.requireNonNull(sha256, "sha256");
		Objects.requireNonNull(product, "product");
		Objects.requireNonNull(nd4j, "nd4j");
		Objects.requireNonNull(java, "java");
		Objects.requireNonNull(system, "system");
		Objects.requireNonNull(created, "created");
	}
}
