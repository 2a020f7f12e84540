package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.ItemVisibility;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Actions;
import org.vaerestore.imagej.action.Option;
import org.vaerestore.imagej.action.Values;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

/** A macro that was recorded in one host runs in the other. */
class MacrosTest extends ScijavaTest {

	@Test
	void aMacroOfPlainImageJRuns() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final String macro = "model=current strength=40 samples=3 file=[]";
		final Module module = macro(EnhanceCommand.class, image, macro);
		final ImagePlus expected = KeptResults.of("enhance", image, macro).images.get(0);
		assertArrayEquals((byte[]) expected.getProcessor().getPixels(), (byte[]) ((ImagePlus) module.getOutput(
			"resultImage")).getProcessor().getPixels());
		for (final ModuleItem<?> input : module.getInfo().inputs())
			assertTrue(module.isInputResolved(input.getName()), "a dialog would ask for " + input.getName());
	}

	@ParameterizedTest
	@ValueSource(strings = { "strenght=40", "strength=high", "strength=101", "model=best", "samples", "file=[a" })
	void whatIsWrongInAMacroIsSaidAsInPlainImageJ(final String macro) {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final String message = assertThrows(InputException.class, () -> KeptResults.of("enhance", image, macro))
			.getMessage();
		final Module module = macro(EnhanceCommand.class, image, macro);
		assertEquals(message, ((Cancelable) module).getCancelReason());
	}

	/** Without a macro's values, what isn't given is left for the dialog. */
	@Test
	void scriptsLeaveTheRestToTheDialog() throws Exception {
		final Module module = run("EnhanceCommand", Map.of("imp", TinyModel.waves(8, 1, 1, 1), "strength", 40));
		assertTrue(module.isInputResolved("strength"));
		assertFalse(module.isInputResolved("samples"));
		assertFalse(module.isInputResolved("help"));
	}

	@TestFactory
	Stream<DynamicTest> whatFijiRecordsIsUnderstoodByPlainImageJ() {
		return Actions.all().values().stream().map(action -> DynamicTest.dynamicTest(action.label(), () -> {
			final CommandInfo info = context.service(CommandService.class).getCommands().stream().filter(command -> command
				.getTitle().equals(action.label())).findAny().orElseThrow();
			final Module module = context.service(ModuleService.class).createModule(info);
			module.setInput("imp", TinyModel.waves(8, 1, 1, 1));
			module.resolveInput("imp");
			final Values values = Values.parse(action.options(), recorded(module));
			assertEquals(((ActionCommand) module.getDelegateObject()).values(), numbersAs(action, values));
		}));
	}

	/** The text that Fiji's recorder writes of a command that is run from its dialog. */
	private String recorded(final Module module) {
		final PluginService plugins = context.service(PluginService.class);
		for (final PluginInfo<PreprocessorPlugin> plugin : plugins.getPluginsOfType(PreprocessorPlugin.class))
			if (plugin.getPriority() > Priority.VERY_HIGH + 1) plugins.createInstance(plugin).process(module);
		final StringJoiner text = new StringJoiner(" ");
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = module.getInput(input.getName());
			if (module.isInputResolved(input.getName()) || input.getVisibility() == ItemVisibility.INVISIBLE || value == null)
				continue;
			final String word = value.toString();
			text.add(input.getName() + "=" + (word.isEmpty() || word.contains(" ") ? "[" + word + "]" : word));
		}
		return text.toString();
	}

	/** Recorded as 2.0, read as 2. */
	private static Values numbersAs(final Action action, final Values values) {
		Values result = values;
		for (final Option option : action.options())
			if (option instanceof Option.Number) result = result.with(option,
				Option.Number.text(Double.parseDouble(values.text(option))));
		return result;
	}

	/** Runs a command on a thread that ImageJ takes for a macro's, with the image as the active one. */
	private Module macro(final Class<? extends ActionCommand> command, final ImagePlus image, final String options) {
		final PluginService plugins = context.service(PluginService.class);
		final Module module = context.service(ModuleService.class).createModule(context.service(CommandService.class)
			.getCommand(command));
		final ModuleRunner runner = new ModuleRunner(context, module, plugins.createInstancesOfType(PreprocessorPlugin.class),
			plugins.createInstancesOfType(PostprocessorPlugin.class));
		final String name = Thread.currentThread().getName();
		Thread.currentThread().setName("Run$_" + name);
		Macro.setOptions(options);
		WindowManager.setTempCurrentImage(image);
		try {
			runner.run();
		}
		finally {
			WindowManager.setTempCurrentImage(null);
			Macro.setOptions(null);
			Thread.currentThread().setName(name);
		}
		return module;
	}
}
