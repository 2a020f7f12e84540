package org.vaerestore.train.holes;

import java.util.SplittableRandom;

/** A kind of training hole. */
interface HoleShape {

	/** Adds one hole at random; may add nothing, when none that it finds fits the canvas. */
	void draw(SplittableRandom random, HoleCanvas canvas);
}
