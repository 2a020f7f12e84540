package org.vaerestore.imagej.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Actions;

class ManualTest {

	@TestFactory
	Stream<DynamicTest> everyCommandHasItsSectionAndNoOthers() {
		return Actions.all().values().stream().map(action -> DynamicTest.dynamicTest(action.label(), () -> {
			final String section = Manual.section(action.section());
			assertTrue(section.startsWith("<html>") && section.endsWith("</html>"), section);
			assertTrue(section.contains("<h3>" + action.section() + "</h3>"), section);
			assertTrue(section.contains("<code>" + action.label() + "</code>"), section);
			assertTrue(action.options().isEmpty() || section.contains("<table>"), section);
			for (final Action other : Actions.all().values())
				assertFalse(!other.section().equals(action.section()) && section.contains(">" + other.section() + "</h"), other.section());
			assertFalse(section.contains("<img"), section);
		}));
	}

	@Test
	void aSectionHasItsSubsections() {
		assertTrue(Manual.section("In ImageJ and Fiji").contains("<h3>Batch</h3>"));
	}

	@Test
	void namesASectionThatIsNotThere() {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Manual.section("Batches"));
		assertTrue(e.getMessage().endsWith("Batches"), e.getMessage());
	}
}
