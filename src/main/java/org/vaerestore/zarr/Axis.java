package org.vaerestore.zarr;

import java.util.Optional;

/**
 * An axis of an image.
 *
 * @param name such as x
 * @param kind what is along it
 * @param unit such as micrometer or second, by the names of UDUNITS-2
 */
public record Axis(String name, Kind kind, Optional<String> unit) {

	/** What is along an axis. */
	public enum Kind {
		/** Space: the first such axis is x, the second one y, the third one z. */
		SPACE,
		/** Time. */
		TIME,
		/** Channels. */
		CHANNEL,
		/** Anything else, which the format allows in the place of channels. */
		OTHER
	}

	/** Returns an axis of space whose positions have a unit. */
	public static Axis space(final String name, final String unit) {
		return new Axis(name, Kind.SPACE, Optional.ofNullable(unit));
	}

	/** Returns the axis of time. */
	public static Axis time(final String unit) {
		return new Axis("t", Kind.TIME, Optional.ofNullable(unit));
	}

	/** Returns the axis of channels. */
	public static Axis channel() {
		return new Axis("c", Kind.CHANNEL, Optional.empty());
	}
}
