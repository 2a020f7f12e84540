package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;
import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Actions;
import org.vaerestore.imagej.action.Option;

/** The SciJava commands ask for what their actions ask for, under the same names, and are found as Fiji finds them. */
class CommandParametersTest {

	private static Context context;

	@BeforeAll
	static void start() {
		context = new Context(CommandService.class);
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	@TestFactory
	Stream<DynamicTest> parametersAreTheOptions() {
		return each((action, command) -> assertEquals(action.options().stream().map(CommandParametersTest::expected).toList(),
			inputs(command).filter(input -> isOption(input.getType())).map(CommandParametersTest::actual).toList(), () -> command
				.getClassName() + " has other parameters than " + action.getClass() + " has options"));
	}

	@TestFactory
	Stream<DynamicTest> nothingIsRememberedFromOneRunToTheNext() {
		return each((action, command) -> inputs(command).filter(input -> isOption(input.getType()) || input.getType() ==
			Button.class).forEach(input -> assertFalse(input.isPersisted(), input.getName())));
	}

	@TestFactory
	Stream<DynamicTest> dialogsHaveHelpAndPreview() {
		return each((action, command) -> {
			final List<String> buttons = inputs(command).filter(input -> input.getType() == Button.class).peek(
				input -> assertFalse(input.isRequired())).map(ModuleItem::getCallback).toList();
			assertEquals(action.canPreview() ? List.of("previewRegion", "help") : List.of("help"), buttons);
		});
	}

	@TestFactory
	Stream<DynamicTest> theyRunHeadless() {
		return each((action, command) -> {
			assertTrue(command.isValid(), command.getProblems().toString());
			assertTrue(command.canRunHeadless());
		});
	}

	@Test
	void menuIsThatOfPlainImageJ() throws IOException {
		final List<String> expected = Files.readAllLines(Path.of("plugins.config")).stream().filter(line -> line.contains(
			"VaeCommand")).map(line -> line.replaceFirst("^(.*), \"(.*)\", .*$", "$1>$2")).sorted().toList();
		assertEquals(expected, commands().values().stream().map(command -> command.getMenuPath().getMenuString().replace(
			" > ", ">")).sorted().toList());
	}

	@Test
	void theyAreInTheIndexThatFijiReads() throws IOException {
		final String index;
		try (var in = ActionCommand.class.getResourceAsStream("/META-INF/json/org.scijava.plugin.Plugin")) {
			assertNotNull(in, "no index; did the annotation processor run?");
			index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		for (final CommandInfo command : commands().values())
			assertTrue(index.contains('"' + command.getClassName() + '"'), command.getClassName());
	}

	private record Parameter(String name, String label, String description, Class<?> type, Object value, List<?> choices,
		Object least, Object most, String style)
	{
	}

	private static Parameter expected(final Option option) {
		if (option instanceof Option.Number number) return new Parameter(number.key(), number.label() + (number.unit()
			.isEmpty() ? "" : " (" + number.unit() + ")"), number.description(), number.whole() ? Long.class : Double.class,
			typed(number, number.number()), null, typed(number, number.least()), typed(number, number.most()), number.whole() ? "" : ActionCommand.FRACTIONS);
		return new Parameter(option.key(), option.label(), option.description(), String.class, option.defaultValue(),
			option instanceof Option.Choice choice ? choice.values() : null, null, null, "");
	}

	private static Object typed(final Option.Number option, final double number) {
		return option.whole() ? (Object) (long) number : (Object) number;
	}

	private static Parameter actual(final ModuleItem<?> input) {
		return new Parameter(input.getName(), input.getLabel(), input.getDescription(), input.getType(), input
			.getDefaultValue(), input.getChoices(), input.getMinimumValue(), input.getMaximumValue(), input.getWidgetStyle());
	}

	private static boolean isOption(final Class<?> type) {
		return List.of(String.class, Long.class, Double.class).contains(type);
	}

	private static Stream<ModuleItem<?>> inputs(final CommandInfo command) {
		return StreamSupport.stream(command.inputs().spliterator(), false);
	}

	private interface Check {

		void check(Action action, CommandInfo command);
	}

	private static Stream<DynamicTest> each(final Check check) {
		return Actions.all().values().stream().map(action -> DynamicTest.dynamicTest(action.label(), () -> {
			final CommandInfo command = commands().get(action.label());
			assertNotNull(command, "no SciJava command");
			check.check(action, command);
		}));
	}

	/** Those of the suite, by their labels in the menu. */
	private static Map<String, CommandInfo> commands() {
		return context.service(CommandService.class).getCommands().stream().filter(command -> command.getClassName()
			.startsWith("org.vaerestore.")).collect(Collectors.toMap(CommandInfo::getTitle, command -> command));
	}
}
