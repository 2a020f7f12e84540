package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.parse.ParseService;
import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Actions;
import org.vaerestore.imagej.action.Values;

/** What the README says to scripts is what commands understand. */
class ManualExamplesTest extends ScijavaTest {

	private static final Pattern CALL = Pattern.compile("command\\.run\\(\"([^\"]*)\", [tT]rue,([^)]*)\\)");
	private static final Pattern PAIR = Pattern.compile("\"(\\w+)\", (\"[^\"]*\"|\\w+)");
	private static final Pattern RUN = Pattern.compile("--run \"([^\"]*)\" '([^']*)'");
	private static final Pattern OUTPUT = Pattern.compile("getOutput\\(\"(\\w+)\"\\)");

	private final String manual;

	ManualExamplesTest() throws IOException {
		manual = Files.readString(Path.of("README.md"));
	}

	@Test
	void scriptsGiveKeysAndValuesThatAreValid() {
		int calls = 0;
		for (final Matcher call = CALL.matcher(manual); call.find(); calls++) {
			final Map<String, String> values = new LinkedHashMap<>();
			for (final Matcher pair = PAIR.matcher(call.group(2)); pair.find();)
				values.put(pair.group(1), pair.group(2).replace("\"", ""));
			assertEquals("imp", values.remove("imp"));
			assertTrue(values.size() > 1, call.group());
			final CommandInfo command = context.service(CommandService.class).getCommand(call.group(1));
			Values.of(action(command.getTitle()).options(), values);
		}
		assertEquals(2, calls);
	}

	@Test
	void scriptsAskForOutputsThatThereAre() {
		final CommandInfo command = context.service(CommandService.class).getCommand(RestoreCommand.class);
		final List<String> asked = new ArrayList<>();
		for (final Matcher output = OUTPUT.matcher(manual); output.find();)
			asked.add(output.group(1));
		assertTrue(asked.size() > 1);
		for (final String output : asked)
			assertTrue(command.getOutput(output) != null, output);
	}

	@Test
	void theRunLineIsValid() {
		final Matcher run = RUN.matcher(manual);
		assertTrue(run.find());
		final Map<String, String> values = new LinkedHashMap<>();
		context.service(ParseService.class).parse(run.group(2)).asMap().forEach((key, value) -> values.put(key, value
			.toString()));
		assertTrue(values.size() > 3, values.toString());
		Values.of(action(run.group(1)).options(), values);
	}

	@Test
	void everyCommandIsNamed() {
		for (final CommandInfo command : context.service(CommandService.class).getCommands())
			if (command.getClassName().startsWith("org.vaerestore.")) assertTrue(manual.contains('`' + command.getClassName()
				.replaceFirst(".*\\.", "") + '`'), command.getClassName());
	}

	private static Action action(final String label) {
		return Actions.all().values().stream().filter(action -> action.label().equals(label)).findAny().orElseThrow();
	}
}
