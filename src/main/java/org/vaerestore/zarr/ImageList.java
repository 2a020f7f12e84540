package org.vaerestore.zarr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.vaerestore.job.InputException;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.store.Keys;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds the images of a group: itself, those of a plate's wells, of a well, or numbered ones as bioformats2raw writes them. */
final class ImageList {

	private static final int MOST = 1_000_000;

	private final List<String> paths = new ArrayList<>();

	private ImageList() {}

	static List<String> of(final Node root) {
		if (root.format().isEmpty()) throw new InputException(root.describe() +
			" is no Zarr: it has neither zarr.json nor .zgroup nor .zattrs; give the path of an OME-Zarr image.");
		final ImageList list = new ImageList();
		final JsonNode ome = OmeAttributes.of(root).json();
		if (ome.has("multiscales")) list.add(root);
		else if (ome.has("plate")) list.addPlate(root, ome.path("plate"));
		else if (ome.has("well")) list.addWell(root, ome.path("well"));
		else if (ome.has("bioformats2raw.layout")) list.addNumbered(root);
		else throw new InputException(root.describe() +
			" is Zarr, but no OME-Zarr image or plate; give the path of the folder whose metadata has \"multiscales\" or \"plate\".");
		if (list.paths.isEmpty()) throw new InputException("The OME-Zarr " + root.describe() + " has no images; give the path of one that has.");
		return List.copyOf(list.paths);
	}

	private void add(final Node image) {
		if (paths.size() == MOST) throw new InputException("An OME-Zarr has more than " + MOST +
			" images; give the path of one of them, or of a well.");
		paths.add(image.path());
	}

	private void addPlate(final Node root, final JsonNode plate) {
		for (final JsonNode well : plate.path("wells")) {
			final Node node = root.child(well.path("path").asText());
			// A plate that is being made, or of which a part was copied, lacks some.
			if (node.format().isPresent()) addWell(node, OmeAttributes.of(node).json().path("well"));
		}
	}

	private void addWell(final Node well, final JsonNode json) {
		for (final JsonNode image : json.path("images")) {
			final Node node = well.child(image.path("path").asText());
			if (node.format().isPresent()) add(node);
		}
	}

	private void addNumbered(final Node root) {
		for (int i = 0;; i++) {
			final Node node = new Node(root.store(), Keys.below(root.path(), Integer.toString(i)));
			final Optional<ZarrFormat> format = node.format();
			if (format.isEmpty()) return;
			add(node);
		}
	}
}
