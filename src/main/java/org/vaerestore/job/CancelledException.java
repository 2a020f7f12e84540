package org.vaerestore.job;

/** Thrown by a job that its user has cancelled; whatever it had to keep is kept by then. */
public final class CancelledException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Creates the exception. */
	public CancelledException() {
		this("Cancelled before there was a result; no output was written.");
	}

	/** Creates one that tells people what is kept. */
	public CancelledException(final String message) {
		super(message);
	}
}
