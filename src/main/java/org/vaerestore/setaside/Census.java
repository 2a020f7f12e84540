package org.vaerestore.setaside;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.vaerestore.tiles.Planes;

/** How many pixels of each kind are set aside, and where. */
final class Census {

	private final Map<NoSignal, Place> places = new EnumMap<>(NoSignal.class);
	private final boolean series;
	private final double all;
	private long notNumbers;

	Census(final Planes planes) {
		series = planes.count() > 1;
		all = (double) planes.width() * planes.height() * planes.count();
	}

	void add(final NoSignal kind, final int x, final int y, final long plane) {
		Place place = places.get(kind);
		if (place == null) places.put(kind, place = new Place(kind));
		place.add(x, y, plane, series);
	}

	void addNotNumber() {
		notNumbers++;
	}

	long notNumbers() {
		return notNumbers;
	}

	long count() {
		return places.values().stream().mapToLong(Place::count).sum();
	}

	long count(final NoSignal kind) {
		return places.containsKey(kind) ? places.get(kind).count() : 0;
	}

	String describe() {
		if (places.isEmpty()) return "No pixel is set aside.";
		final List<String> parts = new ArrayList<>();
		places.forEach((kind, place) -> parts.add(String.format(Locale.ROOT, "%,d %s of %s (%s)", place.count(), place
			.count() == 1 ? "pixel" : "pixels", kind.describe(), place.text(series))));
		final int last = parts.size() - 1;
		final String list = last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
		return String.format(Locale.ROOT, "Set aside, as they can't be signal: %s; %.3g %% of all.", list, 100 * count() / all);
	}
}
