package org.vaerestore.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** What exceptions of the file system mean, for people. */
public final class FileFailure {

	private FileFailure() {}

	/** Returns what happened, in a few words without the path that many repeat. */
	public static String reason(final Exception e) {
		if (e instanceof AccessDeniedException) return "access denied";
		if (e instanceof NoSuchFileException) return "it does not exist";
		if (e instanceof FileSystemLoopException) return "its links lead in a circle";
		if (e instanceof FileSystemException failed && failed.getReason() != null) return failed.getReason();
		return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
	}
}
