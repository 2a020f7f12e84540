package org.vaerestore.command;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.model.VaeModel;

/** A SciJava application with all its services, and a model that is the current one. */
abstract class ScijavaTest {

	static final VaeModel MODEL = TinyModel.noisy();

	final Context context = new Context();

	@BeforeEach
	void makeModelCurrent() {
		Session.ofImageJ().setModel(MODEL, "tiny");
	}

	@AfterEach
	void stop() {
		context.dispose();
	}

	/** Runs a command by its identifier, as scripts do. */
	final CommandModule run(final String command, final Map<String, Object> inputs) throws Exception {
		return context.service(CommandService.class).run("org.vaerestore.command." + command, true, inputs).get();
	}
}
