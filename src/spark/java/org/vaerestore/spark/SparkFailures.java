package org.vaerestore.spark;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;

/** What ended a job of Spark, for people. */
final class SparkFailures {

	private SparkFailures() {}

	/** Returns what to throw: what a task has thrown, if that was for people, or what Spark says of it. */
	static RuntimeException unwrapped(final Exception caught) {
		for (Throwable cause = caught; cause != null; cause = cause.getCause()) {
			if (cause instanceof InputException) return new InputException(cause.getMessage(), caught);
			if (cause instanceof UncheckedIOException || cause instanceof IOException) return new InputException("Spark gave the job up, as " +
				"a task failed again and again: " + cause.getMessage() + "; what is done is kept: repeat the command to go on.", caught);
		}
		return Causes.unwrapped(caught);
	}
}
