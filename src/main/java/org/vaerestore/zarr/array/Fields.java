package org.vaerestore.zarr.array;

import org.vaerestore.job.InputException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Fields of metadata, read strictly.
 *
 * @param json an object, or what should be one
 * @param where it is, for people
 */
record Fields(JsonNode json, String where) {

	private static final int MOST_AXES = 32;

	InputException bad(final String what) {
		return new InputException("The Zarr array " + where + " can't be read: " + what + "; write the image again or give another copy of it.");
	}

	JsonNode get(final String name) {
		return json.path(name);
	}

	Fields in(final String name) {
		return new Fields(json.path(name), where);
	}

	String text(final String name) {
		final JsonNode value = json.path(name);
		if (!value.isTextual()) throw bad("\"" + name + "\" is " + ZarrJson.shown(value) + ", not a text");
		return value.asText();
	}

	String text(final String name, final String otherwise) {
		return json.path(name).isMissingNode() || json.path(name).isNull() ? otherwise : text(name);
	}

	/** Returns whole numbers, at least as many as one and at most as many as any array has axes. */
	long[] numbers(final String name, final long least, final long most) {
		final JsonNode list = json.path(name);
		if (!list.isArray() || list.isEmpty() || list.size() > MOST_AXES) throw bad("\"" + name + "\" is " + ZarrJson.shown(list) + ", not 1 to " +
			MOST_AXES + " numbers");
		final long[] numbers = new long[list.size()];
		for (int i = 0; i < numbers.length; i++) {
			final JsonNode number = list.get(i);
			if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < least || number.asLong() > most)
				throw bad("\"" + name + "\" is " + ZarrJson.shown(list) + ", and none but whole numbers from " + least + " to " + most + " can be");
			numbers[i] = number.asLong();
		}
		return numbers;
	}

	int[] sizes(final String name) {
		final long[] numbers = numbers(name, 1, Integer.MAX_VALUE);
		final int[] sizes = new int[numbers.length];
		for (int i = 0; i < sizes.length; i++)
			sizes[i] = (int) numbers[i];
		return sizes;
	}
}
