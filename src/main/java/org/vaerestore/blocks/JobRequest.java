package org.vaerestore.blocks;

import java.util.List;
import java.util.Map;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.zarr.Axis;
import org.vaerestore.zarr.Channel;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.array.DataType;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;

/**
 * A job that is asked for.
 *
 * @param location of the store that the image is in
 * @param image to work on, of which the full resolution counts
 * @param work what is to be done
 * @param type of the result's values: UINT8, UINT16, INT16 or FLOAT32
 * @param output where the result is to be written to
 * @param uncertainty where standard deviations are to be written to, or null
 * @param axes of the result, as the image has them, with their units
 * @param scale distance of two pixels along each axis, in the unit of the axis
 * @param channels of the result, as they are to be shown
 * @param asked what the user has asked for, by the names of options: who asks for the same goes on with the job
 * @param made what is to be told of how the result was made, by whom
 */
public record JobRequest(String location, OmeImage image, Work work, DataType type, String output, String uncertainty,
	List<Axis> axes, List<Double> scale, List<Channel> channels, Map<String, String> asked, Map<String, Map<String, String>> made)
{

	/** What can be done. */
	public sealed interface Work {}

	/**
	 * Removing noise.
	 *
	 * @param settings of which threads and the number of the axis of slices don't count, but whether there is one; no alternatives
	 */
	public record Enhance(EnhanceSettings settings) implements Work {}

	/**
	 * Restoring what is damaged.
	 *
	 * @param settings see {@link Enhance}
	 * @param mask of the image's size, or of length 1 along some axes beyond x and y
	 */
	public record Restore(RestoreSettings settings, Mask mask) implements Work {}

	/** What is damaged. */
	public sealed interface Mask {}

	/**
	 * A mask, or a label image, of an OME-Zarr.
	 *
	 * @param location of the store that it is in
	 * @param inverted whether 0 is damaged, not everything else
	 */
	public record StoredMask(String location, OmeImage image, boolean inverted) implements Mask {}

	/**
	 * A mask in memory, which is stored with the plan.
	 *
	 * @param pixels x, y, and maybe channels, slices and frames, as far as the image has several
	 */
	public record DrawnMask(RandomAccessibleInterval<? extends BooleanType<?>> pixels) implements Mask {}
}
