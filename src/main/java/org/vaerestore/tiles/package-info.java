/** Cuts planes into tiles, reads regions of images into arrays, and writes and blends the results. */
package org.vaerestore.tiles;
