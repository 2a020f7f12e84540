package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.job.Lines;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Architecture;

class PretrainerTest {

	@ParameterizedTest
	@EnumSource(PretrainingLesson.class)
	void teachesAndGoesOn(final PretrainingLesson lesson) {
		final List<String> lines = new ArrayList<>();
		final VaeModel taught = train(lesson, null, 200, lines);
		assertEquals("procedural pictures", taught.provenance().title());
		final double before = taught.history().get(0).loss(), after = taught.history().get(1).loss();
		assertTrue(after < before, "loss " + before + ", then " + after);
		final VaeModel other = train(lesson, taught, 1, lines);
		for (int i = 0; i < taught.weights().size(); i++)
			assertArrayEquals(taught.weights().get(i).values(), other.weights().get(i).values(), 0.01f, "goes on from its weights");
		if (lesson == PretrainingLesson.LARGE_HOLES) assertTrue(lines.stream().noneMatch(line -> line.contains("collapsed")), lines
			.toString());
	}

	private static VaeModel train(final PretrainingLesson lesson, final VaeModel resume, final long steps,
		final List<String> lines)
	{
		final TrainingSettings settings = TrainingSettings.defaults().withNetwork(new Architecture(2, 2, 8, 2, 1), 32, 4)
			.withSteps(steps).withSeedAndThreads(1, 1);
		return Pretrainer.train(lesson, settings, resume, new TrainingListener() {}, new Lines(lines));
	}
}
