package org.vaerestore.cli;

/** What becomes of pixels that are no numbers. */
enum NaNs {
	KEEP, RESTORE
}
