package org.vaerestore.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the content of a path is, or will be: links stay, and what they lead to is replaced. */
public final class LinkTarget {

	private static final int MOST = 40;

	private LinkTarget() {}

	/**
	 * Follows symbolic links, as opening the file would.
	 *
	 * @return absolute path of what isn't a link, whether it exists or not
	 * @throws IOException if the links lead in a circle or can't be read
	 */
	public static Path of(final Path path) throws IOException {
		Path target = path.toAbsolutePath();
		for (int i = 0; Files.isSymbolicLink(target); i++) {
			if (i == MOST) throw new FileSystemLoopException(path.toString());
			target = target.resolveSibling(Files.readSymbolicLink(target));
		}
		return target;
	}
}
