package org.vaerestore.zarr;

import java.util.Map;
import java.util.Optional;

import org.vaerestore.job.InputException;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What OME-Zarr says of a group: in its attributes, and since 0.5 in one of them.
 *
 * @param json an object, empty if there is nothing
 */
record OmeAttributes(JsonNode json) {

	static final String VERSION = "version", V04 = "0.4", V05 = "0.5";
	private static final String OME = "ome";

	static OmeAttributes of(final Node node) {
		final JsonNode attributes = node.attributes();
		if (!node.format().equals(Optional.of(ZarrFormat.V3))) return new OmeAttributes(attributes);
		requireVersion(node, attributes.path(OME).path(VERSION), V05);
		return new OmeAttributes(attributes.path(OME));
	}

	/** None at all is taken for the one that it should be. */
	static void requireVersion(final Node node, final JsonNode version, final String wanted) {
		if (!version.isMissingNode() && !version.asText().equals(wanted)) throw new InputException(node.describe() + " is of OME-Zarr version " +
			version.asText() + ", and 0.4 (of Zarr 2) and 0.5 (of Zarr 3) are read; convert it to one of them.");
	}

	static void write(final Node node, final ZarrFormat format, final ObjectNode json) {
		write(node, format, json, Map.of());
	}

	/**
	 * Writes it.
	 *
	 * @param others what else is told of the group, by whom
	 */
	static void write(final Node node, final ZarrFormat format, final ObjectNode json, final Map<String, Map<String, String>> others) {
		node.writeGroup(format, attributes(format, json, others));
	}

	/** Returns the attributes of a group; see {@link #write}. */
	static ObjectNode attributes(final ZarrFormat format, final ObjectNode json, final Map<String, Map<String, String>> others) {
		final ObjectNode attributes = JsonNodeFactory.instance.objectNode();
		for (final Map.Entry<String, Map<String, String>> other : others.entrySet())
			other.getValue().forEach(attributes.putObject(other.getKey())::put);
		if (format == ZarrFormat.V2) return attributes.setAll(json);
		return attributes.set(OME, json.put(VERSION, V05));
	}
}
