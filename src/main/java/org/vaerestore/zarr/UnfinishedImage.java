package org.vaerestore.zarr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.vaerestore.job.Progress;
import org.vaerestore.job.SideBySide;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An image of an OME-Zarr that any number of programs are writing: its arrays are there, and what makes an image of it comes last.
 *
 * <pre>
 * UnfinishedImage image = UnfinishedImage.open(node, UnfinishedImage.describe(spec));
 * image.pixels().writeWithMark(block, block, 4);
 * for (int level = 1; level &lt; image.levels(); level++)
 * 	image.make(level, 0, image.parts(level), 4, progress);
 * image.finish();
 * </pre>
 */
public final class UnfinishedImage {

	private final Node node;
	private final Description description;
	private final List<ArrayWriter> levels = new ArrayList<>();

	/**
	 * What the image will be, as its metadata say it.
	 *
	 * @param format of the group and its arrays
	 * @param group attributes of the group
	 * @param levels metadata of the arrays, from the full resolution on
	 */
	public record Description(ZarrFormat format, ObjectNode group, List<ObjectNode> levels) {

		/** Copies the list. */
		public Description {
			levels = List.copyOf(levels);
		}
	}

	private UnfinishedImage(final Node node, final Description description) {
		this.node = node;
		this.description = description;
		for (final JsonNode level : description.levels())
			levels.add(ArrayWriter.open(node.child(Integer.toString(levels.size())), description.format(), level));
	}

	/**
	 * Describes an image.
	 *
	 * @throws org.vaerestore.job.InputException if its chunks or shards are too large
	 */
	public static Description describe(final OmeSpec spec) {
		return new Description(spec.format(), new ImageMetadataWriter(spec, false).attributes(), IntStream.range(0, spec.levels()).mapToObj(
			level -> ArrayWriter.describe(spec.array(level))).toList());
	}

	/**
	 * Begins an image, or goes on with one that was begun.
	 *
	 * @throws org.vaerestore.job.InputException if it can't be read or written, or another one was begun
	 */
	public static UnfinishedImage open(final Node node, final Description description) {
		return new UnfinishedImage(node, description);
	}

	/** Returns what writes the pixels of full resolution. */
	public ArrayWriter pixels() {
		return levels.get(0);
	}

	/** Returns the number of levels, that of full resolution among them. */
	public int levels() {
		return levels.size();
	}

	/** Returns the number of parts of a level that can be made apart. */
	public long parts(final int level) {
		return levels.get(level).blocks();
	}

	/**
	 * Makes some parts of a level from the one before, which must be there; what is made already is left out.
	 *
	 * @param level from 1
	 * @param first of the parts
	 * @param end after the last of them
	 * @param threads that compute, the calling one among them
	 * @throws org.vaerestore.job.CancelledException if the job is to end
	 */
	public void make(final int level, final long first, final long end, final int threads, final Progress progress) {
		final Halving halving = new Halving(levels.get(level - 1).array(), levels.get(level), false);
		SideBySide.forEach(end - first, threads, progress, "Level " + level, part -> halving.writeIfMissing(first + part));
	}

	/** Returns whether it is finished. */
	public boolean isFinished() {
		return node.isGroup(description.format());
	}

	/** Makes an image of it, once all is written. */
	public void finish() {
		node.writeGroup(description.format(), description.group());
	}
}
