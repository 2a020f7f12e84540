package org.vaerestore.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A product of matrices at many places of the same arrays. It moves pointers instead of making one for each place, which
 * would take as long as a small product.
 * <p>
 * Not for use by several threads.
 * </p>
 */
final class PlacedProduct {

	private final FloatPointer left;
	private final FloatPointer right;
	private final FloatPointer result;
	private final int leftPitch;
	private final int leftOrder;
	private final float keep;

	private PlacedProduct(final Floats left, final int leftPitch, final int leftOrder, final Floats right,
		final Floats result, final float keep)
	{
		this.left = new FloatPointer(left.start());
		this.right = new FloatPointer(right.start());
		this.result = new FloatPointer(result.start());
		this.leftPitch = leftPitch;
		this.leftOrder = leftOrder;
		this.keep = keep;
	}

	/**
	 * Returns a product that replaces what is there.
	 *
	 * @param leftPitch floats from one row of a left matrix to the next
	 */
	static PlacedProduct setting(final Floats left, final int leftPitch, final Floats right, final Floats result) {
		return new PlacedProduct(left, leftPitch, CblasNoTrans, right, result, 0);
	}

	/** Returns a product that is added to what is there. */
	static PlacedProduct adding(final Floats left, final int leftPitch, final Floats right, final Floats result) {
		return new PlacedProduct(left, leftPitch, CblasNoTrans, right, result, 1);
	}

	/** Returns a product by left matrices transposed that is added to what is there. */
	static PlacedProduct addingTransposed(final Floats left, final int leftPitch, final Floats right,
		final Floats result)
	{
		return new PlacedProduct(left, leftPitch, CblasTrans, right, result, 1);
	}

	/**
	 * Multiplies two matrices.
	 *
	 * @param rows rows of the product
	 * @param columns columns of the product
	 * @param inner number of values that a value of the product is summed up of
	 * @param leftAt where the left matrix begins
	 * @param rightAt where the right one begins
	 * @param rightPitch floats from one of its rows to the next
	 * @param resultAt where the product begins
	 * @param resultPitch floats from one of its rows to the next
	 */
	void run(final int rows, final int columns, final int inner, final long leftAt, final long rightAt,
		final int rightPitch, final long resultAt, final int resultPitch)
	{
		cblas_sgemm(CblasRowMajor, leftOrder, CblasNoTrans, rows, columns, inner, 1, left.position(leftAt), leftPitch, right
			.position(rightAt), rightPitch, keep, result.position(resultAt), resultPitch);
	}
}
