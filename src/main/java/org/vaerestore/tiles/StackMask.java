package org.vaerestore.tiles;

import java.util.List;

import net.imglib2.AbstractInterval;
import net.imglib2.Interval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.logic.NativeBoolType;

/**
 * The mask of an image of any number of planes, of which those without a chosen pixel cost nothing. A {@link MaskReader} knows
 * such planes without looking at them.
 */
public final class StackMask extends AbstractInterval implements RandomAccessibleInterval<NativeBoolType> {

	private final List<PlaneMask> planes;
	private final boolean complete;

	/**
	 * Creates a mask.
	 *
	 * @param dimensions of the image
	 * @param planes of the image, the third dimension fastest; of fewer than there are, the first one follows the last one
	 *          again, so that one does for all
	 * @param complete whether all pixels of the image that are no numbers are chosen, so that nobody needs to look for them
	 */
	public StackMask(final long[] dimensions, final List<PlaneMask> planes, final boolean complete) {
		super(dimensions);
		this.planes = List.copyOf(planes);
		this.complete = complete;
	}

	PlaneMask plane(final long index) {
		return planes.get((int) (index % planes.size()));
	}

	boolean isComplete() {
		return complete;
	}

	@Override
	public RandomAccess<NativeBoolType> randomAccess() {
		return new FunctionRandomAccessible<>(numDimensions(), (position, value) -> value.set(isChosen(position)),
			NativeBoolType::new).randomAccess();
	}

	@Override
	public RandomAccess<NativeBoolType> randomAccess(final Interval interval) {
		return randomAccess();
	}

	@Override
	public NativeBoolType getType() {
		return new NativeBoolType();
	}

	private boolean isChosen(final Localizable position) {
		long index = 0;
		for (int d = numDimensions() - 1; d > 1; d--)
			index = index * dimension(d) + position.getLongPosition(d);
		return plane(index).get(position.getIntPosition(0), position.getIntPosition(1));
	}
}
