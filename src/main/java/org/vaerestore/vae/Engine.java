package org.vaerestore.vae;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.nd4j.linalg.factory.Nd4j;

/** The versions of what computes, for provenance. */
public final class Engine {

	/** Where Maven notes the version inside a jar; ND4J's manifests don't have it. */
	private static final String ND4J = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";
	private static final String PRODUCT = "/META-INF/maven/org.vaerestore/VAE_Restore/pom.properties";

	private Engine() {}

	/** Returns name and version of this software. */
	public static String productVersion() {
		return "VAE Restore " + version(Engine.class, PRODUCT, "development");
	}

	/** Returns the version of ND4J. */
	public static String nd4jVersion() {
		return version(Nd4j.class, ND4J, "unknown");
	}

	private static String version(final Class<?> type, final String resource, final String otherwise) {
		try (InputStream in = type.getResourceAsStream(resource)) {
			if (in == null) return otherwise;
			final Properties properties = new Properties();
			properties.load(in);
			return properties.getProperty("version", otherwise);
		}
		catch (final IOException e) {
			return otherwise;
		}
	}
}
