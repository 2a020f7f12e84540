package org.vaerestore.file;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** The names of what exists only while a program works: they can't be anybody else's, and tell whether this program made them. */
final class Mark {

	static final String PREFIX = "vae-restore-";

	/** The same for all class loaders of a program, and another one for each program that runs. */
	private static final String PROGRAM = Long.toHexString(ProcessHandle.current().pid()) + "x" + Long.toHexString(
		ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L));
	private static final Pattern MARK = Pattern.compile(Pattern.quote(PREFIX) + "([0-9a-f]+x[0-9a-f]+)-[0-9a-f]{32}");

	private Mark() {}

	/** Returns a name that no file has yet. */
	static String fresh() {
		return PREFIX + PROGRAM + "-" + UUID.randomUUID().toString().replace("-", "");
	}

	/** Returns whether another program has made something, and nobody else can have. */
	static boolean isOfAnotherProgram(final Path path, final String before, final String after) {
		final String name = path.getFileName().toString();
		if (!name.startsWith(before) || !name.endsWith(after)) return false;
		final var mark = MARK.matcher(name.substring(before.length(), name.length() - after.length()));
		return mark.matches() && !mark.group(1).equals(PROGRAM);
	}
}
