package org.vaerestore.predict;

/**
 * What a model says of a plane, in units of the image, row by row.
 *
 * @param mean of the signal
 * @param deviation standard deviation of the signal around that mean: that among the samples, and what each sample
 *          leaves open
 */
public record SignalEstimate(float[] mean, float[] deviation) {
}
