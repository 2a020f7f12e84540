package org.vaerestore.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.Workers;
import org.vaerestore.vae.noise.GaussianLikelihood;

/** What planes beside a picture change, and what they don't. */
class CompanionsTest {

	private static final int SIDE = 24;
	private static final Architecture ARCHITECTURE = new Architecture(2, 3, 8, 2, 1).withCompanions(4);

	/** A picture that is seen alone gets what a network without companions says, bit for bit, whatever was learned of them. */
	@Test
	void changeNothingWhereThereAreNone() {
		final SplittableRandom random = new SplittableRandom(2);
		try (LadderVae vae = new LadderVae(ARCHITECTURE, 3, 1)) {
			learned(vae, random);
			final Pictures alone = pictures(random);
			final float[] seen = mean(vae, alone);
			assertFalse(Arrays.equals(seen, mean(vae, alone.with(companions(2, random)))));
			assertArrayEquals(seen, mean(vae, alone));
			try (LadderVae without = LadderVae.of(ARCHITECTURE.withCompanions(0), vae.weights(), 1)) {
				assertArrayEquals(mean(without, alone), seen);
			}
		}
	}

	@Test
	void haveNoOrder() {
		final SplittableRandom random = new SplittableRandom(3);
		try (LadderVae vae = new LadderVae(ARCHITECTURE, 3, 1)) {
			learned(vae, random);
			final Pictures alone = pictures(random);
			final List<List<Companion>> companions = companions(4, random), turned = new ArrayList<>();
			for (final List<Companion> ofRow : companions) {
				final List<Companion> reversed = new ArrayList<>(ofRow);
				Collections.reverse(reversed);
				turned.add(reversed);
			}
			assertArrayEquals(mean(vae, alone.with(companions)), mean(vae, alone.with(turned)), 1e-4f);
		}
	}

	/** Heard one by one, as in predicting, or all at once, as in learning: the same is said. */
	@Test
	void sayTheSameWhileOthersLearn() {
		final SplittableRandom random = new SplittableRandom(4);
		final Pictures pictures = pictures(random).with(companions(3, random));
		final Rows rows = Rows.mean(2);
		try (LadderNetwork learning = new LadderNetwork(ARCHITECTURE, true); LadderNetwork predicting = new LadderNetwork(ARCHITECTURE, false)) {
			Workers.run(() -> learning.store().allocate(5));
			final FloatBuffer values = learning.store().values();
			for (int i = 0; i < learning.store().size(); i++)
				values.put(i, (float) (values.get(i) + 0.1 * random.nextGaussian()));
			Workers.run(() -> predicting.store().share(learning.store()));
			Workers.run(() -> {
				learning.forward(pictures, null, 0, rows, Latents.mean());
				predicting.forward(pictures, null, 0, rows, Latents.mean());
			});
			assertArrayEquals(learning.mean(), predicting.mean(), 1e-4f);
		}
	}

	/** What is known of pictures alone stays bit for bit; what was learned of companions doesn't wander when none are there. */
	@Test
	void areLearnedAlone() {
		final SplittableRandom random = new SplittableRandom(6);
		try (LadderVae vae = new LadderVae(ARCHITECTURE, 3, 1)) {
			final Learner learner = new Learner(vae, 1);
			final List<Tensor> before = vae.weights();
			step(learner, pictures(random).with(companions(2, random)), TrainedPart.COMPANIONS);
			final List<Tensor> after = vae.weights();
			for (int i = 0; i < before.size(); i++) {
				final boolean same = Arrays.equals(before.get(i).values(), after.get(i).values());
				if (!before.get(i).name().startsWith(CompanionPath.NAME)) assertTrue(same, before.get(i).name());
				if (before.get(i).name().endsWith("added.weight")) assertFalse(same, before.get(i).name());
			}
			step(learner, pictures(random), TrainedPart.BOTH);
			final FloatBuffer gradients = vae.store().gradients();
			for (final ParameterStore.Slot slot : vae.store().slots())
				for (int i = 0; i < slot.length() && slot.name().startsWith(CompanionPath.NAME); i++)
					assertEquals(0, gradients.get(slot.offset() + i), slot.name());
		}
	}

	@Test
	void areOfAllRowsOrOfNone() {
		final SplittableRandom random = new SplittableRandom(7);
		final Pictures alone = pictures(random);
		assertThrows(IllegalArgumentException.class, () -> alone.with(List.of(List.of(companion(random)))));
		assertThrows(IllegalArgumentException.class, () -> alone.with(List.of(List.of(companion(random)), List.of())));
		final Companion small = Companion.visible(new float[4], 1);
		assertThrows(IllegalArgumentException.class, () -> alone.with(List.of(List.of(small), List.of(small))));
	}

	private static void step(final Learner learner, final Pictures context, final TrainedPart part) {
		final float[] ones = new float[2 * SIDE * SIDE];
		Arrays.fill(ones, 1);
		final Pictures target = Pictures.alike(2, SIDE, SIDE, ones.clone(), ones, ToldNoise.NONE);
		learner.step(new TrainingBatch(context, target, ones, new float[ones.length], 1), new Objective(1, FreeBits.NONE, 0, 1),
			new GaussianLikelihood(), part, 1e-3, new SplittableRandom(1));
	}

	private static void learned(final LadderVae vae, final SplittableRandom random) {
		final FloatBuffer values = vae.store().values();
		for (int i = 0; i < vae.store().size(); i++)
			values.put(i, (float) (values.get(i) + 0.1 * random.nextGaussian()));
	}

	private static float[] mean(final LadderVae vae, final Pictures pictures) {
		return vae.predict(pictures, Latents.mean()).mean();
	}

	private static Pictures pictures(final SplittableRandom random) {
		final float[] values = new float[2 * SIDE * SIDE], visible = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
			visible[i] = random.nextInt(9) == 0 ? 0 : 1;
		}
		return Pictures.alike(2, SIDE, SIDE, values, visible, ToldNoise.NONE.withLevel(0.5));
	}

	private static List<List<Companion>> companions(final int count, final SplittableRandom random) {
		final List<List<Companion>> companions = new ArrayList<>();
		for (int row = 0; row < 2; row++) {
			final List<Companion> ofRow = new ArrayList<>();
			for (int k = 0; k < count - row; k++)
				ofRow.add(companion(random));
			companions.add(ofRow);
		}
		return companions;
	}

	private static Companion companion(final SplittableRandom random) {
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextGaussian();
		return Companion.visible(values, 0.4f);
	}
}
