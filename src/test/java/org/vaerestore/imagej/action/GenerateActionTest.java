package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

class GenerateActionTest {

	private final Action generate = Actions.named("generate");
	private final RecordingHost host = new RecordingHost();

	@Test
	void drawsAStackTheSameForTheSameSeed() {
		host.session.setModel(TinyModel.clean(), "tiny");
		final ImagePlus drawn = host.run(generate, null, "count=3 width=40 height=33 seed=4").last();
		assertEquals("40 33 3", drawn.getWidth() + " " + drawn.getHeight() + " " + drawn.getStackSize());
		final ImagePlus same = host.run(generate, null, "count=3 width=40 height=33 seed=4").last();
		for (int plane = 1; plane <= 3; plane++)
			assertArrayEquals(drawn.getStack().getProcessor(plane).getIntArray(), same.getStack().getProcessor(plane)
				.getIntArray());
		assertEquals(0, host.jobsOpen);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "|no current model", "model=file|add file=", "model=learn|use current, file",
		"width=7|a whole number from 8 to 16384 pixels", "count=0|a whole number from 1 to 10000" })
	void saysWhatIsWrong(final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(generate, null, macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}
}
