/**
 * Layers with forward and backward passes on ND4J arrays, optimizers, and the threads on which they compute.
 * <p>
 * Feature maps have the shape [row, y, x, channel]. Every layer keeps its arrays for as long as the shape stays, and each
 * backward pass is held against finite differences by a test.
 * </p>
 */
package org.vaerestore.nn;
