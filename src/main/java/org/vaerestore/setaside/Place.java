package org.vaerestore.setaside;

import java.util.BitSet;
import java.util.stream.Collectors;

/** How many pixels of one kind there are, and where, in ImageJ's counting: pixels from 0, planes from 1. */
final class Place {

	/** Places that are named one by one. */
	private static final int NAMED = 4;

	private final NoSignal kind;
	private final BitSet lines = new BitSet();
	private final StringBuilder singles = new StringBuilder();
	private long count;
	private int left = Integer.MAX_VALUE, top = Integer.MAX_VALUE, right, bottom;
	private long firstPlane = Long.MAX_VALUE, lastPlane;

	Place(final NoSignal kind) {
		this.kind = kind;
	}

	void add(final int x, final int y, final long plane, final boolean series) {
		if (kind == NoSignal.SINGLE && count < NAMED) singles.append(count == 0 ? "" : "; ").append(series ? "plane " + (plane +
			1) + ", " : "").append("x ").append(x).append(", y ").append(y);
		count++;
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
		firstPlane = Math.min(firstPlane, plane);
		lastPlane = Math.max(lastPlane, plane);
		switch (kind) {
			case FRAME -> lines.set((int) plane + 1);
			case COLUMN -> lines.set(x);
			case ROW -> lines.set(y);
			default -> {}
		}
	}

	long count() {
		return count;
	}

	/** Returns where they are, in a few words. */
	String text(final boolean series) {
		return switch (kind) {
			case FRAME -> (lines.cardinality() == 1 ? "plane " : "planes ") + list();
			case COLUMN -> "x " + list();
			case ROW -> "y " + list();
			case SINGLE -> count > NAMED ? singles + " and " + (count - NAMED) + " more" : singles.toString();
			case PADDING -> span("x", left, right) + ", " + span("y", top, bottom) + (series ? ", " + span(firstPlane == lastPlane
				? "plane" : "planes", firstPlane + 1, lastPlane + 1) : "");
		};
	}

	private String list() {
		final String named = lines.stream().limit(NAMED).mapToObj(Integer::toString).collect(Collectors.joining(", "));
		final int more = lines.cardinality() - NAMED;
		return more > 0 ? named + " and " + more + " more" : named;
	}

	private static String span(final String name, final long from, final long to) {
		return name + " " + from + (from == to ? "" : " to " + to);
	}
}
