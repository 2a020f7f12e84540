/**
 * Runs a model over whole planes: tiles, flips and rotations, samples, and back to units of the image.
 */
package org.vaerestore.predict;
