package org.vaerestore.zarr;

import java.nio.file.Files;
import java.nio.file.Path;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.job.SideBySide;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.store.FolderStore;

/**
 * Writes an OME-Zarr 0.4 or 0.5 to a folder: first the pixels, then the smaller levels, and what makes an image of it last, so
 * that one which isn't finished is none.
 *
 * <pre>
 * OmeZarrWriter writer = OmeZarrWriter.image(Path.of("cells.ome.zarr"), spec);
 * for (long block = 0; block &lt; writer.pixels().blocks(); block++)
 * 	writer.pixels().write(Views.interval(image, writer.pixels().block(block)));
 * writer.finish(4, progress);
 * </pre>
 */
public final class OmeZarrWriter {

	private final Node node;
	private final OmeSpec spec;
	private final boolean isLabel;
	private final ArrayWriter pixels;

	private OmeZarrWriter(final Node node, final OmeSpec spec, final boolean isLabel) {
		this.node = node;
		this.spec = spec;
		this.isLabel = isLabel;
		pixels = ArrayWriter.create(level(0), spec.array(0));
	}

	/**
	 * Begins an image.
	 *
	 * @param folder that doesn't exist yet, or is empty
	 * @throws InputException if it is neither, or can't be written to
	 */
	public static OmeZarrWriter image(final Path folder, final OmeSpec spec) {
		final Node node = Node.root(new FolderStore(folder));
		if (Files.isRegularFile(folder) || node.exists()) throw new InputException("The output " + folder +
			" exists and isn't empty; choose another path or delete it.");
		return new OmeZarrWriter(node, spec, false);
	}

	/**
	 * Begins a label image, such as a mask, of an image that is there.
	 *
	 * @param folder of the image
	 * @param spec of whole numbers, and of the image's version; its name is that of the labels
	 * @throws InputException if there are such labels already, or they can't be written
	 */
	public static OmeZarrWriter label(final Path folder, final OmeSpec spec) {
		if (spec.type().isFloat()) throw new IllegalArgumentException("Labels are whole numbers, not " + spec.type().id() + ".");
		final Node image = Node.root(new FolderStore(folder));
		final ZarrFormat format = image.format().orElseThrow(() -> new InputException("There is no OME-Zarr " + folder +
			" to write labels to; give the path of one."));
		if (format != spec.format()) throw new IllegalArgumentException("An image of Zarr " + format + " has no labels of " + spec.format() + ".");
		final Node node = LabelList.of(image).node(spec.name());
		if (node.exists()) throw new InputException("The image " + folder + " has labels \"" + spec.name() +
			"\" already; choose another name or delete them.");
		return new OmeZarrWriter(node, spec, true);
	}

	/** Returns what writes the pixels of full resolution. */
	public ArrayWriter pixels() {
		return pixels;
	}

	/**
	 * Writes the smaller levels and the metadata, once all pixels are written.
	 * <p>
	 * A pixel of an image is the mean of 2 x 2 of the level before, rounded half up if it is a whole number, one of labels is the
	 * one with the lowest coordinates of them. A last column or row without a second one is left out. Means of whole numbers of
	 * 64 bit are exact to 53 bit.
	 * </p>
	 *
	 * @param threads that compute, the calling one among them
	 * @throws InputException if it can't be written
	 * @throws CancelledException if the job is to end; what was written is no image then
	 */
	public void finish(final int threads, final Progress progress) {
		ArrayWriter from = pixels;
		for (int level = 1; level < spec.levels(); level++) {
			final ArrayWriter to = ArrayWriter.create(level(level), spec.array(level));
			final Halving halving = new Halving(from.array(), to, isLabel);
			// Each level has a quarter of the pixels of the one before.
			final double begin = 1 - Math.pow(0.25, level - 1), end = 1 - Math.pow(0.25, level);
			SideBySide.forEach(to.blocks(), threads, progress.part(begin, end), "Level " + level, halving::write);
			from = to;
		}
		new ImageMetadataWriter(spec, isLabel).write(node);
		if (isLabel) new LabelList(parent()).add(spec.name(), spec.format());
		progress.update(1, "Written");
	}

	private Node parent() {
		return new Node(node.store(), node.path().substring(0, node.path().lastIndexOf('/')));
	}

	private Node level(final int level) {
		return node.child(Integer.toString(level));
	}
}
