package org.vaerestore.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/**
 * A matrix in row-major order to which products of others can be added.
 *
 * @param values from the first one onwards
 * @param rows number of rows
 * @param columns values of a row
 * @param pitch floats from one row to the next, at least {@code columns}
 */
record Matrix(Floats values, int rows, int columns, int pitch) {

	/** Adds a · b. */
	void add(final Matrix a, final Matrix b) {
		add(CblasNoTrans, a, CblasNoTrans, b, a.columns);
	}

	/** Adds aᵀ · b. */
	void addTransposed(final Matrix a, final Matrix b) {
		add(CblasTrans, a, CblasNoTrans, b, a.rows);
	}

	/** Adds a · bᵀ. */
	void addByTransposed(final Matrix a, final Matrix b) {
		add(CblasNoTrans, a, CblasTrans, b, a.columns);
	}

	private void add(final int orderOfA, final Matrix a, final int orderOfB, final Matrix b, final int inner) {
		cblas_sgemm(CblasRowMajor, orderOfA, orderOfB, rows, columns, inner, 1, a.values.start(), a.pitch, b.values.start(),
			b.pitch, 1, values.start(), pitch);
	}
}
