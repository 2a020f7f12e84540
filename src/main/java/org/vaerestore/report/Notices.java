package org.vaerestore.report;

import java.util.List;

/**
 * What a reader should know, one thing below the other.
 *
 * @param notices in the order of the page
 */
public record Notices(List<Notice> notices) implements Block {

	/**
	 * One of them.
	 *
	 * @param grade of it
	 * @param name in a few words
	 * @param figure what says so
	 * @param advice what it means and what to do
	 */
	public record Notice(Grade grade, String name, String figure, String advice) {
	}

	/** Copies the list. */
	public Notices {
		notices = List.copyOf(notices);
	}
}
