package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

/** What can't be done ends as a cancelled command whose reason is what a macro of plain ImageJ is told. */
class FailuresTest extends ScijavaTest {

	@ParameterizedTest
	@CsvSource({ "restore, model, best", "restore, samples, -1", "enhance, strength, 100.5", "generate, count, 0",
		"mask, grow, 1000", "mask, image, no such image", "train, slices, 1-9", "batch, input, no/such/folder",
		"export, save, ''" })
	void wrongValues(final String name, final String key, final String value) throws Exception {
		final ImagePlus image = TinyModel.waves(8, 1, 2, 1);
		final Map<String, Object> inputs = new HashMap<>(Map.of("imp", image, key, value));
		if (key.equals("image")) inputs.put("source", "mask-image");
		final String macro = (key.equals("image") ? "source=mask-image " : "") + key + "=[" + value + "]";
		final String message = assertThrows(InputException.class, () -> KeptResults.of(name, image, macro)).getMessage();
		assertCancelled(message, run(name.substring(0, 1).toUpperCase() + name.substring(1) + "Command", inputs));
	}

	@Test
	void noImage() throws Exception {
		assertCancelled(assertThrows(InputException.class, () -> KeptResults.of("enhance", null, "")).getMessage(), run(
			"EnhanceCommand", Map.of()));
	}

	@Test
	void noImageAndNoPreprocessing() throws Exception {
		assertCancelled(assertThrows(InputException.class, () -> KeptResults.of("enhance", null, "")).getMessage(), context
			.service(CommandService.class).run(EnhanceCommand.class, false).get());
	}

	@Test
	void noMask() throws Exception {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		assertCancelled(assertThrows(InputException.class, () -> KeptResults.of("restore", image, "")).getMessage(), run(
			"RestoreCommand", Map.of("imp", image)));
	}

	@Test
	void anotherCommandIsAtWork() throws Exception {
		try (Session.Job job = Session.ofImageJ().begin("VAE Train on Stack...")) {
			final CommandModule module = run("EnhanceCommand", Map.of("imp", TinyModel.waves(8, 1, 1, 1)));
			assertTrue(module.getCancelReason().contains("\"VAE Train on Stack...\" is still at work"), module
				.getCancelReason());
		}
		assertFalse(run("EnhanceCommand", Map.of("imp", TinyModel.waves(8, 1, 1, 1))).isCanceled());
	}

	@Test
	void anUnknownKeyIsNamed() {
		final Throwable thrown = assertThrows(IllegalArgumentException.class, () -> run("EnhanceCommand", Map.of("strenght",
			50)));
		assertTrue(thrown.getMessage().contains("strenght"), thrown.getMessage());
	}

	/** SciJava converts the values of scripts, and goes on without those that it can't. */
	@Test
	void whatIsNoNumberIsLogged() throws Exception {
		final List<String> errors = new ArrayList<>();
		context.service(LogService.class).addLogListener(message -> errors.add(message.text()));
		run("EnhanceCommand", Map.of("imp", TinyModel.waves(8, 1, 1, 1), "samples", "many"));
		assertTrue(errors.toString().contains("samples"), errors.toString());
	}

	private static void assertCancelled(final String reason, final CommandModule module) {
		assertTrue(module.isCanceled());
		assertEquals(reason, module.getCancelReason());
		assertNull(module.getOutput("resultImage"));
	}
}
