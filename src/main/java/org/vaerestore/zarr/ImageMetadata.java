package org.vaerestore.zarr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.vaerestore.job.InputException;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrArray;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.array.ZarrJson;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what the {@code multiscales} and {@code omero} of a group say of its image. */
final class ImageMetadata {

	private static final int LEAST_AXES = 2, MOST_AXES = 5, MOST_SPACE = 3, MOST_LEVELS = 64;
	private static final String NAME = "name";

	private final Node node;
	private final JsonNode ome;

	private ImageMetadata(final Node node, final JsonNode ome) {
		this.node = node;
		this.ome = ome;
	}

	/** Reads an image; of several descriptions of its levels, the first one. */
	static OmeImage read(final Node node) {
		return new ImageMetadata(node, OmeAttributes.of(node).json()).read();
	}

	private OmeImage read() {
		final JsonNode multiscales = ome.path("multiscales").path(0);
		if (!multiscales.isObject()) throw bad("it has no \"multiscales\", which say what its levels are");
		if (node.format().equals(Optional.of(ZarrFormat.V2))) OmeAttributes.requireVersion(node, multiscales.path(OmeAttributes.VERSION),
			OmeAttributes.V04);
		final List<Axis> axes = axes(multiscales.path("axes"));
		final List<Level> levels = levels(multiscales, axes.size());
		final String name = multiscales.path(NAME).asText("");
		return new OmeImage(name.isEmpty() ? ofFolder(node.describe()) : name, axes, levels, channels(axes, levels.get(0)), node);
	}

	private static String ofFolder(final String place) {
		return place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
	}

	private InputException bad(final String what) {
		return new InputException("The OME-Zarr image " + node.describe() + " can't be read: " + what +
			"; write it again or give another copy of it.");
	}

	private List<Axis> axes(final JsonNode json) {
		if (!json.isArray() || json.size() < LEAST_AXES || json.size() > MOST_AXES) throw bad("its axes are " + ZarrJson.shown(json) + ", not " +
			LEAST_AXES + " to " + MOST_AXES);
		final List<Axis> axes = new ArrayList<>();
		final Set<String> names = new HashSet<>();
		for (final JsonNode axis : json) {
			final String name = axis.path(NAME).asText("");
			if (name.isEmpty() || !names.add(name)) throw bad("its axes are " + ZarrJson.shown(json) + ", and each must have a name of its own");
			axes.add(new Axis(name, kind(axis.path("type").asText("")), axis.path("unit").isTextual() ? Optional.of(axis.path("unit").asText())
				: Optional.empty()));
		}
		requireImage(axes, json);
		Collections.reverse(axes);
		return axes;
	}

	private static Axis.Kind kind(final String type) {
		return switch (type) {
			case "space" -> Axis.Kind.SPACE;
			case "time" -> Axis.Kind.TIME;
			case "channel" -> Axis.Kind.CHANNEL;
			default -> Axis.Kind.OTHER;
		};
	}

	/** Time, then channels or something else, then two or three of space. */
	private void requireImage(final List<Axis> axes, final JsonNode json) {
		final List<Integer> order = axes.stream().map(axis -> switch (axis.kind()) {
			case TIME -> 0;
			case CHANNEL, OTHER -> 1;
			case SPACE -> 2;
		}).toList();
		final long space = order.stream().filter(place -> place == 2).count();
		if (!order.equals(order.stream().sorted().toList()) || space < 2 || space > MOST_SPACE || Collections.frequency(order, 0) > 1 || Collections
			.frequency(order, 1) > 1) throw bad("its axes are " + ZarrJson.shown(json) +
				", which are no image: there must be a time at most, channels at most, and then two or three axes of space");
	}

	private List<Level> levels(final JsonNode multiscales, final int axes) {
		final JsonNode datasets = multiscales.path("datasets");
		if (!datasets.isArray() || datasets.isEmpty() || datasets.size() > MOST_LEVELS) throw bad("its levels are " + ZarrJson.shown(datasets) +
			", not 1 to " + MOST_LEVELS);
		final Placement all = Placement.read(multiscales.path("coordinateTransformations"), axes).orElseThrow(() -> bad(
			"\"coordinateTransformations\" of all levels aren't a scale and a translation for " + axes + " axes"));
		final List<Level> levels = new ArrayList<>();
		for (final JsonNode dataset : datasets) {
			if (!dataset.path("path").isTextual()) throw bad("the path of a level is " + ZarrJson.shown(dataset.path("path")));
			final Placement placement = Placement.read(dataset.path("coordinateTransformations"), axes).orElseThrow(() -> bad(
				"\"coordinateTransformations\" are " + ZarrJson.shown(dataset.path("coordinateTransformations")) +
					", not a scale and a translation for " + axes + " axes")).then(all);
			final ZarrArray array = ZarrArray.open(node.child(dataset.path("path").asText()));
			if (array.dimensions().length != axes) throw bad("it has " + axes + " axes, and its level " + array.describe() + " has " + array
				.dimensions().length);
			if (!levels.isEmpty() && array.type() != levels.get(0).array().type()) throw bad("its levels have values of " + levels.get(0).array()
				.type().id() + " and " + array.type().id());
			levels.add(new Level(array, placement.scale(), placement.translation()));
		}
		return levels;
	}

	/** How channels are shown is a hint: what doesn't fit the image is left out. */
	private List<Channel> channels(final List<Axis> axes, final Level level) {
		long count = 1;
		for (int i = 0; i < axes.size(); i++)
			if (axes.get(i).kind() == Axis.Kind.CHANNEL) count = level.array().dimensions()[i];
		final JsonNode json = ome.path("omero").path("channels");
		if (json.size() != count) return List.of();
		final List<Channel> channels = new ArrayList<>();
		for (final JsonNode channel : json)
			channels.add(new Channel(channel.path("label").asText(""), color(channel.path("color").asText("")), window(channel.path("window"))));
		return channels;
	}

	private static OptionalInt color(final String hex) {
		return hex.matches("#?[0-9a-fA-F]{6}") ? OptionalInt.of(Integer.parseInt(hex.replace("#", ""), 16)) : OptionalInt.empty();
	}

	private static Optional<Channel.Window> window(final JsonNode json) {
		for (final String name : List.of("min", "max", "start", "end"))
			if (!json.path(name).isNumber()) return Optional.empty();
		return Optional.of(new Channel.Window(json.path("min").asDouble(), json.path("max").asDouble(), json.path("start").asDouble(), json.path(
			"end").asDouble()));
	}
}
