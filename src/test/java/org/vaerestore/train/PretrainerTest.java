package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.job.Lines;
import org.vaerestore.model.VaeModel;

class PretrainerTest {

	@ParameterizedTest
	@EnumSource(PretrainingLoss.class)
	void teaches(final PretrainingLoss loss) {
		final boolean large = loss == PretrainingLoss.SQUARED_ERROR;
		final RecipeStage stage = new RecipeStage("a", null, Pictures.TINY, large ? new PretrainingLesson.LargeHoles(4)
			: PretrainingLesson.NoiseAndHoles.EVEN, loss, 32, 2, 1, 1e-3, 130, 130);
		final List<String> lines = new ArrayList<>();
		final VaeModel taught = Pretrainer.train(stage, null, null, 1,
			new TrainingListener() {}, new Lines(lines));
		assertEquals("procedural pictures", taught.provenance().title());
		final double before = taught.history().get(0).loss(), after = taught.history().get(1).loss();
		assertTrue(after < before, "loss " + before + ", then " + after);
		if (large) assertTrue(lines.stream().noneMatch(line -> line.contains("hardly differ")), lines.toString());
	}
}
