package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.vaerestore.imagej.TinyModel;

import ij.ImagePlus;
import ij.gui.ImageRoi;

/** A dialog tells, and its Preview button shows, what would become of the image; neither leaves a trace. */
class PreviewTest extends ScijavaTest {

	private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
	private final ImagePlus image = TinyModel.waves(8, 1, 1, 1);

	@BeforeEach
	void listen() {
		context.service(EventService.class).subscribe(this);
	}

	@Test
	void itShowsAndGoesWithTheDialog() throws Exception {
		final Module module = dialog();
		click(module, "framed region");
		assertInstanceOf(ImageRoi.class, image.getOverlay().get(0));
		module.cancel();
		assertNull(image.getOverlay());
	}

	@Test
	void itGoesBeforeTheCommandBegins() throws Exception {
		final Module module = dialog();
		click(module, "framed region");
		module.run();
		assertNull(image.getOverlay());
		assertNotNull(module.getOutput("resultImage"));
	}

	@Test
	void itSaysWhatIsWrong() throws Exception {
		final Module module = dialog();
		module.setInput("samples", -1L);
		click(module, "The value samples=-1 is not valid");
		module.setInput("samples", 0L);
		module.setInput("model", "learn");
		click(module, "A preview needs a model");
		assertNull(image.getOverlay());
	}

	@Test
	void theStatusBarTellsWhatTheValuesAmountTo() throws Exception {
		final Module module = dialog();
		module.setInput("model", "learn");
		module.preview();
		await("Model: learned from this image for 2 min before.");
		module.setInput("samples", -1L);
		module.preview();
		await("The value samples=-1 is not valid");
	}

	@EventHandler
	void hear(final StatusEvent event) {
		if (event.getStatusMessage() != null) messages.add(event.getStatusMessage());
	}

	/** A command as it is while its dialog is open. */
	private Module dialog() {
		final Module module = context.service(ModuleService.class).createModule(context.service(CommandService.class)
			.getCommand(EnhanceCommand.class));
		module.setInput("imp", image);
		return module;
	}

	/** Clicks the button and waits for a message. */
	private void click(final Module module, final String awaited) throws Exception {
		module.getInfo().getInput("preview").callback(module);
		await(awaited);
	}

	private void await(final String awaited) throws Exception {
		String message;
		do {
			message = messages.poll(1, TimeUnit.MINUTES);
			assertNotNull(message, "nothing was said of: " + awaited);
		}
		while (!message.contains(awaited));
	}
}
