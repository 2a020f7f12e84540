package org.vaerestore.vae;

import java.util.Objects;

import org.nd4j.linalg.factory.Nd4j;

/** The versions of what computes, for provenance. */
public final class Engine {

	private Engine() {}

	/** Returns name and version of this software. */
	public static String productVersion() {
		return "VAE Restore " + version(Engine.class, "development");
	}

	/** Returns the version of ND4J. */
	public static String nd4jVersion() {
		return version(Nd4j.class, "unknown");
	}

	private static String version(final Class<?> type, final String otherwise) {
		final Package home = type.getPackage();
		return Objects.requireNonNullElse(home == null ? null : home.getImplementationVersion(), otherwise);
	}
}
