package org.vaerestore.cli;

/** What the command line tells the shell. */
final class ExitCode {

	/** The job is done. */
	static final int GOOD = 0;

	/** The job failed or was cancelled. */
	static final int FAILED = 1;

	/** The options or the files given can't be used. */
	static final int BAD_INPUT = 2;

	private ExitCode() {}
}
