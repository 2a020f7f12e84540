package org.vaerestore.train;

import java.util.SplittableRandom;

import org.vaerestore.train.holes.HoleSampler;

/** Clean data: what is behind holes. */
final class HoleLesson implements Lesson {

	@Override
	public void hide(final HoleSampler holes, final boolean[] hidden, final SplittableRandom random) {
		holes.draw(random, hidden);
	}

	@Override
	public boolean startsFromPatches() {
		return true;
	}
}
