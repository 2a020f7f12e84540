package org.vaerestore.zarr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the {@code multiscales}, {@code omero} and {@code image-label} of a group.
 *
 * @param spec of the image
 * @param isLabel whether it is one of labels
 */
record ImageMetadataWriter(OmeSpec spec, boolean isLabel) {

	void write(final Node node) {
		node.writeGroup(spec.format(), attributes());
	}

	/** Returns the attributes of the group. */
	ObjectNode attributes() {
		final ObjectNode json = JsonNodeFactory.instance.objectNode();
		final ObjectNode multiscales = json.putArray("multiscales").addObject();
		if (spec.format() == ZarrFormat.V2) multiscales.put(OmeAttributes.VERSION, OmeAttributes.V04);
		multiscales.put("name", spec.name());
		writeAxes(multiscales.putArray("axes"));
		final ArrayNode datasets = multiscales.putArray("datasets");
		for (int level = 0; level < spec.levels(); level++)
			placement(level).write(datasets.addObject().put("path", Integer.toString(level)).putArray("coordinateTransformations"));
		multiscales.put("type", isLabel ? "nearest" : "mean");
		if (!spec.channels().isEmpty()) writeChannels(json.putObject("omero").putArray("channels"));
		if (isLabel) json.putObject("image-label").putObject("source").put("image", "../../");
		if (isLabel && spec.format() == ZarrFormat.V2) json.withObject("/image-label").put(OmeAttributes.VERSION, OmeAttributes.V04);
		return OmeAttributes.attributes(spec.format(), json, spec.attributes());
	}

	private void writeAxes(final ArrayNode json) {
		for (int i = spec.axes().size() - 1; i >= 0; i--) {
			final Axis axis = spec.axes().get(i);
			final ObjectNode each = json.addObject().put("name", axis.name());
			if (axis.kind() != Axis.Kind.OTHER) each.put("type", axis.kind().name().toLowerCase(Locale.ROOT));
			axis.unit().ifPresent(unit -> each.put("unit", unit));
		}
	}

	/** The mean of pixels lies between them, the first one of labels where it was. */
	private Placement placement(final int level) {
		final List<Double> scale = new ArrayList<>(spec.scale()), translation = new ArrayList<>();
		for (int i = 0; i < scale.size(); i++) {
			final long factor = i < 2 ? factor(i, level) : 1;
			translation.add(isLabel ? 0 : (factor - 1) / 2.0 * scale.get(i));
			scale.set(i, factor * scale.get(i));
		}
		return new Placement(scale, translation);
	}

	/** An axis of one pixel isn't halved any more. */
	private long factor(final int axis, final int level) {
		long factor = 1;
		for (int i = 0; i < level; i++)
			if (spec.dimensions(i).get(axis) > 1) factor *= 2;
		return factor;
	}

	private void writeChannels(final ArrayNode json) {
		for (final Channel channel : spec.channels()) {
			final ObjectNode each = json.addObject().put("label", channel.label()).put("active", true);
			each.put("color", String.format("%06X", channel.color().orElse(0xffffff)));
			final Channel.Window window = channel.window().orElseGet(this::all);
			each.putObject("window").put("min", window.min()).put("max", window.max()).put("start", window.start()).put("end", window.end());
		}
	}

	/** The format wants a window for each channel. */
	private Channel.Window all() {
		return new Channel.Window(spec.type().least(), spec.type().most(), spec.type().least(), spec.type().most());
	}
}
