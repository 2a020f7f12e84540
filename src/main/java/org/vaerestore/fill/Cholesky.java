package org.vaerestore.fill;

/** Inverts symmetric positive definite matrices, given as their lower triangles, row by row. */
final class Cholesky {

	private Cholesky() {}

	/** Returns the inverse, both triangles; overwrites the matrix. */
	static double[] inverse(final double[] matrix, final int size) {
		factor(matrix, size);
		final double[] inverse = new double[size * size];
		final double[] column = new double[size];
		for (int k = 0; k < size; k++) {
			for (int i = k; i < size; i++) {
				double sum = i == k ? 1 : 0;
				for (int j = k; j < i; j++)
					sum -= matrix[i * size + j] * column[j];
				column[i] = sum / matrix[i * size + i];
			}
			for (int i = k; i < size; i++)
				inverse[k * size + i] = column[i];
		}
		// Rows of the array are columns of the inverse factor; its product with its transpose is the inverse.
		final double[] result = new double[size * size];
		for (int a = 0; a < size; a++)
			for (int b = 0; b <= a; b++) {
				double sum = 0;
				for (int i = a; i < size; i++)
					sum += inverse[a * size + i] * inverse[b * size + i];
				result[a * size + b] = sum;
				result[b * size + a] = sum;
			}
		return result;
	}

	private static void factor(final double[] matrix, final int size) {
		for (int i = 0; i < size; i++)
			for (int j = 0; j <= i; j++) {
				double sum = matrix[i * size + j];
				for (int k = 0; k < j; k++)
					sum -= matrix[i * size + k] * matrix[j * size + k];
				if (i == j) matrix[i * size + i] = Math.sqrt(Math.max(sum, Double.MIN_NORMAL));
				else matrix[i * size + j] = sum / matrix[j * size + j];
			}
	}
}
