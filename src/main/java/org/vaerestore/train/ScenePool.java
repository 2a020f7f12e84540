package org.vaerestore.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

import org.vaerestore.vae.MemoryNeed;

/**
 * Procedural pictures, alone or with what is beside them, that patches are cut from: a window that moves on along an endless row of them, so that there are
 * always many to choose from and none comes back for ever. What a patch is depends on step and random alone.
 *
 * @param <S> what is drawn
 */
final class ScenePool<S> {

	private static final int WINDOW = 160;
	private static final int STEPS_PER_SCENE = 5;

	private final long seed;
	private final LongFunction<? extends S> draw;
	private final Map<Long, S> drawn = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Long, S> eldest) {
			return size() > 2 * WINDOW;
		}
	};

	/**
	 * @param draw makes a scene of a seed
	 */
	ScenePool(final long seed, final LongFunction<? extends S> draw) {
		this.seed = seed;
		this.draw = draw;
	}

	/** Returns the memory that a pool takes at most. */
	static MemoryNeed memory() {
		return MemoryNeed.onHeap(2L * WINDOW * Float.BYTES * Scene.SIDE * Scene.SIDE);
	}

	/** Returns a scene of a step. */
	S scene(final long step, final SplittableRandom random) {
		return drawn.computeIfAbsent(step / STEPS_PER_SCENE + random.nextInt(WINDOW), index -> draw.apply(Seeds.of(seed,
			Seeds.SCENES, index)));
	}
}
