package org.vaerestore.blocks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vaerestore.job.InputException;

/**
 * Which of a job's blocks one program works on: those that follow each other, as they share chunks.
 *
 * @param part which share, from 1
 * @param of how many
 */
public record BlockShare(int part, int of) {

	/** All blocks. */
	public static final BlockShare ALL = new BlockShare(1, 1);

	private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

	/** Checks the numbers. */
	public BlockShare {
		if (of < 1 || part < 1 || part > of) throw new InputException("The share of blocks is " + part + "/" + of +
			"; it must be from 1/n to n/n, such as 3/16.");
	}

	/**
	 * Returns what a text says, such as 3/16.
	 *
	 * @throws InputException if it is no share
	 */
	public static BlockShare of(final String text) {
		final Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) throw new InputException("The share of blocks is " + text + "; write it as part/of, such as 3/16.");
		return new BlockShare(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
	}

	/** Returns whether it is all of them. */
	public boolean isAll() {
		return of == 1;
	}

	/** Returns the first block of the share. */
	public long first(final long blocks) {
		return at(blocks, part - 1);
	}

	/** Returns the block after the share's last one. */
	public long end(final long blocks) {
		return at(blocks, part);
	}

	private long at(final long blocks, final int shares) {
		return (long) ((double) blocks * shares / of);
	}

	@Override
	public String toString() {
		return part + "/" + of;
	}
}
