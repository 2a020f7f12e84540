package org.vaerestore.job;

/**
 * Thrown when what the user gave can't be used; its message is shown to the user as it is.
 * <p>
 * The message says what was wrong, with the value, and what to do about it. A dialog shows it in ImageJ, a macro aborts
 * with it, and the command line prints it in one line and exits with code 2.
 * </p>
 */
public final class InputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 *
	 * @param message for people: what was wrong, with the value, and what to do
	 */
	public InputException(final String message) {
		super(message);
	}

	/**
	 * Creates the exception with the technical cause behind it.
	 *
	 * @param message for people: what was wrong, with the value, and what to do
	 * @param cause what was caught
	 */
	public InputException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
