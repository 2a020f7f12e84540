/**
 * The density of latent variables, for drawing new ones and for telling usual images from strange ones.
 *
 * <pre>
 * LatentDensity density = LatentDensity.fit(rows, 5, Progress.silent());
 * double[] row = density.sample(new SplittableRandom(seed));
 * double share = density.typicality(row);
 * </pre>
 */
package org.vaerestore.vae.density;
