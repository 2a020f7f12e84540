package org.vaerestore.model;

import java.io.IOException;

/** Thrown in this package when a file is not a whole model; the message ends a sentence that begins with the file. */
final class DamagedModelException extends IOException {

	private static final long serialVersionUID = 1L;

	DamagedModelException(final String message) {
		super(message);
	}

	/** Something inside the file is not as it was written. */
	static DamagedModelException damaged(final String what) {
		return new DamagedModelException("is damaged: " + what + ". Copy or download it again");
	}
}
