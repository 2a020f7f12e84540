/**
 * The conditional ladder variational autoencoder: encoder, top-down decoder, objective, and how it is learned.
 * <p>
 * Knows ND4J and no image type; what goes in and out are {@code float[]} and values of this package.
 * </p>
 */
package org.vaerestore.vae;
