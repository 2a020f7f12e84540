package org.vaerestore.vae;

/**
 * What the model says of a batch of pictures.
 *
 * @param mean [row, y, x] signal in network units
 * @param variance [row, y, x] of the signal around that mean, network units squared
 */
public record Prediction(float[] mean, float[] variance) {
}
