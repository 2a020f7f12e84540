/** From what a user selected, or what is found in the pixels, to a mask of what is to be restored, kept with its image. */
package org.vaerestore.imagej.mask;
