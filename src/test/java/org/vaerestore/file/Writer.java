package org.vaerestore.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that writes files, to be killed on its way: {@code write FILE} writes one and ends, {@code hang FILE} begins to
 * and never ends, {@code temporary} makes a temporary file and ends, {@code hangtemporary} never ends.
 */
final class Writer {

	static final String CONTENT = "content";

	private Writer() {}

	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final boolean hangs = arguments[0].startsWith("hang");
		if (arguments.length > 1) ReplacedFile.write(Path.of(arguments[1]), 0, out -> {
			out.write(CONTENT.getBytes());
			out.flush();
			hang(hangs);
		});
		else try (TemporaryFile file = TemporaryFile.named("model")) {
			Files.writeString(file.path(), CONTENT);
			hang(hangs);
		}
	}

	private static void hang(final boolean forever) {
		while (forever)
			try {
				Thread.sleep(1000);
			}
			catch (final InterruptedException e) {
				return;
			}
	}

	/** Starts the program with a mask of rights and a temporary folder. */
	static Process start(final String mask, final Path temporary, final String... arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + mask + "; exec \"$@\"", "sh", Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" +
				temporary, "-cp", location(ReplacedFile.class) + java.io.File.pathSeparator + location(Writer.class), Writer.class
					.getName()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	private static Path location(final Class<?> type) throws IOException {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final java.net.URISyntaxException e) {
			throw new IOException(e);
		}
	}
}
