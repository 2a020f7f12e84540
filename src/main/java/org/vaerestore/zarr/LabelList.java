package org.vaerestore.zarr;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The group of an image that has its label images.
 *
 * @param group where they are
 */
record LabelList(Node group) {

	private static final String LABELS = "labels";

	static LabelList of(final Node image) {
		return new LabelList(image.child(LABELS));
	}

	List<String> names() {
		final List<String> names = new ArrayList<>();
		for (final JsonNode name : OmeAttributes.of(group).json().path(LABELS))
			if (name.isTextual()) names.add(name.asText());
		return List.copyOf(names);
	}

	Node node(final String name) {
		return group.child(name);
	}

	void add(final String name, final ZarrFormat format) {
		final List<String> names = new ArrayList<>(names());
		if (!names.contains(name)) names.add(name);
		final ObjectNode json = JsonNodeFactory.instance.objectNode();
		names.forEach(json.putArray(LABELS)::add);
		OmeAttributes.write(group, format, json);
	}
}
