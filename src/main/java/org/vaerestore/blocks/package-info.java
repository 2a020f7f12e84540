/**
 * Jobs on OME-Zarrs of any size, block by block: planned once, worked on by any number of programs on any machines, with the same
 * bits, and gone on with where they ended. Begin at {@link org.vaerestore.blocks.BlockJob}.
 */
package org.vaerestore.blocks;
