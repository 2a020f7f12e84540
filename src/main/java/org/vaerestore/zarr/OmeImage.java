package org.vaerestore.zarr;

import java.util.List;

import org.vaerestore.job.InputException;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.Node;

import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.RealType;

/**
 * An image of an OME-Zarr, or a label image of one.
 *
 * @param name that its metadata gives it, or that of its folder
 * @param axes 2 to 5, x first
 * @param levels from the full resolution on, at least one
 * @param channels as they are to be shown; none, or one for each
 * @param node where it is
 */
public record OmeImage(String name, List<Axis> axes, List<Level> levels, List<Channel> channels, Node node) {

	/** Copies the lists. */
	public OmeImage {
		axes = List.copyOf(axes);
		levels = List.copyOf(levels);
		channels = List.copyOf(channels);
	}

	/**
	 * Returns the pixels of full resolution, x first; see {@link org.vaerestore.zarr.array.ZarrArray#image(CellCache)}.
	 *
	 * @param cache that keeps chunks; images may share one
	 */
	public LazyCellImg<? extends RealType<?>, ?> pixels(final CellCache cache) {
		return levels.get(0).array().image(cache);
	}

	/** Returns the index of the first axis of a kind, -1 if there is none. */
	public int axis(final Axis.Kind kind) {
		for (int i = 0; i < axes.size(); i++)
			if (axes.get(i).kind() == kind) return i;
		return -1;
	}

	/** Returns the names of its label images, such as segmentations and masks. */
	public List<String> labels() {
		return LabelList.of(node).names();
	}

	/**
	 * Returns one of its label images, of a whole number for each pixel, 0 for none.
	 *
	 * @throws InputException if there is none of that name, or it can't be read
	 */
	public OmeImage label(final String label) {
		if (!labels().contains(label)) throw new InputException("The image " + node.describe() + " has no labels \"" + label + "\"; it has " +
			(labels().isEmpty() ? "none" : String.join(", ", labels())) + ".");
		return ImageMetadata.read(LabelList.of(node).node(label));
	}
}
