package org.vaerestore.zarr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Where pixels are: their index along an axis times a scale plus a translation; x first.
 *
 * @param scale along each axis
 * @param translation along each axis
 */
record Placement(List<Double> scale, List<Double> translation) {

	/** Returns empty if there is something else than a scale, and a translation behind it; of none, pixels are where their indexes are. */
	static Optional<Placement> read(final JsonNode transformations, final int axes) {
		List<Double> scale = Collections.nCopies(axes, 1.0), translation = Collections.nCopies(axes, 0.0);
		boolean translated = false;
		for (final JsonNode transformation : transformations) {
			final String type = transformation.path("type").asText();
			final boolean scales = type.equals("scale");
			if (type.equals("identity")) continue;
			if (!scales && !type.equals("translation") || translated) return Optional.empty();
			final List<Double> numbers = numbers(transformation.path(type), axes);
			if (numbers.isEmpty() || scales && numbers.stream().anyMatch(number -> number <= 0)) return Optional.empty();
			if (scales) scale = numbers;
			else translation = numbers;
			translated = !scales;
		}
		return Optional.of(new Placement(scale, translation));
	}

	private static List<Double> numbers(final JsonNode json, final int axes) {
		final List<Double> numbers = new ArrayList<>();
		for (final JsonNode number : json) {
			if (!number.isNumber() || !Double.isFinite(number.asDouble())) return List.of();
			numbers.add(number.asDouble());
		}
		Collections.reverse(numbers);
		return numbers.size() == axes ? numbers : List.of();
	}

	/** Returns where pixels are if they are placed again. */
	Placement then(final Placement next) {
		final List<Double> scales = new ArrayList<>(), translations = new ArrayList<>();
		for (int i = 0; i < scale.size(); i++) {
			scales.add(next.scale.get(i) * scale.get(i));
			translations.add(next.scale.get(i) * translation.get(i) + next.translation.get(i));
		}
		return new Placement(scales, translations);
	}

	void write(final ArrayNode to) {
		write(to, "scale", scale);
		if (translation.stream().anyMatch(number -> number != 0)) write(to, "translation", translation);
	}

	private static void write(final ArrayNode to, final String type, final List<Double> numbers) {
		final ArrayNode json = to.addObject().put("type", type).putArray(type);
		for (int i = numbers.size() - 1; i >= 0; i--)
			json.add(numbers.get(i));
	}
}
