package org.vaerestore.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/**
 * A matrix in row-major order that takes products of others.
 *
 * @param values from the first one onwards
 * @param rows number of rows
 * @param columns values of a row
 * @param pitch floats from one row to the next, at least {@code columns}
 */
record Matrix(Floats values, int rows, int columns, int pitch) {

	/** Returns its first rows. */
	Matrix top(final int count) {
		return new Matrix(values, count, columns, pitch);
	}

	/** Returns its first columns. */
	Matrix left(final int count) {
		return new Matrix(values, rows, count, pitch);
	}

	/** Becomes a · b. */
	void set(final Matrix a, final Matrix b) {
		multiply(CblasNoTrans, a, CblasNoTrans, b, a.columns, 0);
	}

	/** Adds a · b. */
	void add(final Matrix a, final Matrix b) {
		multiply(CblasNoTrans, a, CblasNoTrans, b, a.columns, 1);
	}

	/** Adds aᵀ · b. */
	void addTransposed(final Matrix a, final Matrix b) {
		multiply(CblasTrans, a, CblasNoTrans, b, a.rows, 1);
	}

	/** Adds a · bᵀ. */
	void addByTransposed(final Matrix a, final Matrix b) {
		multiply(CblasNoTrans, a, CblasTrans, b, a.columns, 1);
	}

	private void multiply(final int orderOfA, final Matrix a, final int orderOfB, final Matrix b, final int inner,
		final float keep)
	{
		cblas_sgemm(CblasRowMajor, orderOfA, orderOfB, rows, columns, inner, 1, a.values.start(), a.pitch, b.values.start(),
			b.pitch, keep, values.start(), pitch);
	}
}
