package org.vaerestore.zarr.array;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.vaerestore.file.FileFailure;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.store.Keys;
import org.vaerestore.zarr.store.Store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A place in a Zarr hierarchy: a group or an array, or where one can be.
 *
 * @param store that it is in
 * @param path key without slash at its end, empty for the root
 */
public record Node(Store store, String path) {

	static final String V3_METADATA = "zarr.json", V2_GROUP = ".zgroup", V2_ARRAY = ".zarray", V2_ATTRIBUTES = ".zattrs";
	static final String FORMAT = "zarr_format", NODE_TYPE = "node_type", ATTRIBUTES = "attributes";

	/** Returns the root of a store. */
	public static Node root(final Store store) {
		return new Node(store, "");
	}

	/**
	 * Returns what a path in metadata leads to.
	 *
	 * @throws InputException if it leads out of the store
	 */
	public Node child(final String relative) {
		return new Node(store, Keys.resolve(path, relative).orElseThrow(() -> new InputException("The metadata of " + describe() +
			" leads to \"" + (relative.length() > 100 ? relative.substring(0, 100) + "..." : relative) +
			"\", which can't be inside it; give another copy of the image.")));
	}

	/** Returns where it is, for people. */
	public String describe() {
		return store.describe(path);
	}

	/** Returns the version of its format, empty if there is no array or group here. */
	public Optional<ZarrFormat> format() {
		if (has(V3_METADATA)) return Optional.of(ZarrFormat.V3);
		return has(V2_ARRAY) || has(V2_GROUP) || has(V2_ATTRIBUTES) ? Optional.of(ZarrFormat.V2) : Optional.empty();
	}

	/**
	 * Returns its attributes, of an array or a group of either version.
	 *
	 * @return an object, empty if there are none
	 * @throws InputException if they can't be read
	 */
	public JsonNode attributes() {
		final Optional<JsonNode> v3 = json(V3_METADATA);
		final JsonNode attributes = v3.isPresent() ? v3.get().path(ATTRIBUTES) : json(V2_ATTRIBUTES).orElse(JsonNodeFactory.instance
			.objectNode());
		return attributes.isObject() ? attributes : JsonNodeFactory.instance.objectNode();
	}

	/** Returns whether it is a group of a version. */
	public boolean isGroup(final ZarrFormat format) {
		return has(format == ZarrFormat.V3 ? V3_METADATA : V2_GROUP);
	}

	/** Returns whether something lies below it, or it is something itself. */
	public boolean exists() {
		try {
			return !path.isEmpty() && store.size(path).isPresent() || !store.list(path).isEmpty();
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
	}

	/**
	 * Makes it a group.
	 *
	 * @throws InputException if it can't be written
	 */
	public void writeGroup(final ZarrFormat format, final ObjectNode attributes) {
		final ObjectNode group = JsonNodeFactory.instance.objectNode();
		if (format == ZarrFormat.V3) {
			group.put(FORMAT, 3).put(NODE_TYPE, "group").set(ATTRIBUTES, attributes);
			write(V3_METADATA, group);
			return;
		}
		if (!attributes.isEmpty()) write(V2_ATTRIBUTES, attributes);
		write(V2_GROUP, group.put(FORMAT, 2));
	}

	boolean has(final String name) {
		final String key = Keys.below(path, name);
		try {
			return store.size(key).isPresent();
		}
		catch (final IOException e) {
			throw unreadable(key, e);
		}
	}

	Optional<JsonNode> json(final String name) {
		final String key = Keys.below(path, name);
		try {
			final Optional<byte[]> text = store.read(key, ZarrJson.LONGEST);
			return text.isEmpty() ? Optional.empty() : Optional.of(ZarrJson.read(text.get()));
		}
		catch (final IOException e) {
			throw unreadable(key, e);
		}
	}

	void write(final String name, final JsonNode json) {
		final String key = Keys.below(path, name);
		try {
			store.writeAfter(key, ZarrJson.write(json), List.of());
		}
		catch (final IOException e) {
			throw unwritable(key, e);
		}
	}

	RuntimeException unreadable(final String key, final IOException e) {
		if (Causes.isInterrupt(e)) return Causes.unwrapped(e);
		return new InputException(store.describe(key) + " can't be read (" + FileFailure.reason(e) +
			"); allow reading it or give another copy of the image.", e);
	}

	RuntimeException unwritable(final String key, final IOException e) {
		if (Causes.isInterrupt(e)) return Causes.unwrapped(e);
		return new InputException(store.describe(key) + " can't be written (" + FileFailure.reason(e) +
			"); make room, allow it or choose another path.", e);
	}
}
