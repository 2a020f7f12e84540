package org.vaerestore.bench;

import org.vaerestore.imagej.Mask;

import ij.ImagePlus;

/**
 * One image to restore or enhance, and its truth.
 *
 * @param image what to call it
 * @param kind of the damage, null if there is none
 * @param input what the program gets: one plane, or a stack
 * @param mask what is damaged, of the input; null if nothing is
 * @param plane the plane of the input that is measured, counted from 0
 * @param truth what that plane should be, one plane, from 0 to 255
 */
record BenchCase(String image, String kind, ImagePlus input, Mask mask, int plane, ImagePlus truth) {
}
