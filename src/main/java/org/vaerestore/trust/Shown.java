package org.vaerestore.trust;

/**
 * What a report shows in pictures: of the planes that were looked at, the one where most is to be seen.
 *
 * @param look at it
 * @param masked true where it was restored; null if nothing was
 * @param residual of it; null if nothing but masked pixels was changed
 * @param map of patterns in the residual; null without one
 */
record Shown(Look look, boolean[] masked, Residual residual, StructureMap map) {
}
