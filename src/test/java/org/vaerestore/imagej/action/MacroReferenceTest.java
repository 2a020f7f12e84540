package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vaerestore.imagej.window.Manual;

/** The README tells every key of every command, and keys are such that a recorded macro runs in every host. */
class MacroReferenceTest {

	@TestFactory
	Stream<DynamicTest> theManualHasEveryKey() throws IOException {
		final String readme = Files.readString(Path.of("README.md"));
		return Actions.all().values().stream().map(action -> DynamicTest.dynamicTest(action.label(), () -> {
			final String table = table(action);
			assertTrue(readme.contains(table), "The README should have this table:\n" + table);
			assertFalse(Manual.section(action.section()).isBlank());
		}));
	}

	@TestFactory
	Stream<DynamicTest> noKeyEndsAnotherOne() {
		return Actions.all().values().stream().map(action -> DynamicTest.dynamicTest(action.label(), () -> {
			final List<String> keys = action.options().stream().map(Option::key).toList();
			final Set<String> unique = new HashSet<>(keys);
			assertEquals(keys.size(), unique.size());
			for (final String key : keys)
				for (final String other : keys)
					assertFalse(!key.equals(other) && other.endsWith(key), key + " ends " + other);
		}));
	}

	@Test
	void everyMenuEntryIsACommandAndTheOtherWayRound() throws IOException {
		final List<String> entries = Files.readAllLines(Path.of("plugins.config")).stream().filter(line -> line.contains(
			"VaeCommand")).toList();
		final List<String> expected = Actions.all().entrySet().stream().map(entry -> "Plugins>VAE Restore, \"" + entry
			.getValue().label() + "\", org.vaerestore.ij1.VaeCommand(\"" + entry.getKey() + "\")").toList();
		assertEquals(expected, entries);
	}

	private static String table(final Action action) {
		return "| key | default | valid | meaning |\n|---|---|---|---|\n" + action.options().stream().map(option -> "| `" +
			option.key() + "` | " + (option.defaultValue().isEmpty() ? "" : "`" + option.defaultValue() + "`") + " | " + option
				.valid() + " | " + option.description() + " |\n").collect(Collectors.joining());
	}
}
