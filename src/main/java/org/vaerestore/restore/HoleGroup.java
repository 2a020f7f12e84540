package org.vaerestore.restore;

import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.Region;

/**
 * Holes of a plane that are restored together.
 *
 * @param region the part of the plane that is looked at: the holes and what is around them
 * @param holes the pixels that are restored; others may be hidden in the region, too
 */
record HoleGroup(Region region, PlaneMask holes) {
}
