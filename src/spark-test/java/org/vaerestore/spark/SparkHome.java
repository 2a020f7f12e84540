package org.vaerestore.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Spark as it is installed, made of links to what is on the class path: executors that are programs of their own are started from
 * one.
 */
final class SparkHome {

	private SparkHome() {}

	/** Lays it out where the environment has it, and returns what else executors need on their class path. */
	static String laidOut() {
		final Path home = Path.of(System.getenv("SPARK_HOME"));
		final List<Path> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).map(
			Path::toAbsolutePath).toList();
		try {
			final Path jars = Files.createDirectories(home.resolve("jars"));
			// By which it knows the version of Scala, in a Spark that was built here as in one that wasn't.
			Files.createDirectories(home.resolve("launcher/target/scala-2.13"));
			for (final Path entry : entries)
				if (entry.toString().endsWith(".jar") && !entry.getFileName().toString().startsWith("slf4j-nop")) link(jars.resolve(entry
					.getFileName()), entry);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return entries.stream().filter(Files::isDirectory).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	private static void link(final Path link, final Path jar) throws IOException {
		try {
			Files.createSymbolicLink(link, jar);
		}
		catch (final FileAlreadyExistsException e) {
			// Of a test before.
		}
	}
}
