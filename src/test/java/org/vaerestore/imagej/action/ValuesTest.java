package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vaerestore.job.InputException;

class ValuesTest {

	private static final Option.Choice OUTPUT = new Option.Choice("output", "Output", "Where to.", List.of("new",
		"in-place"), "new");
	private static final Option.Number SEED = new Option.Number("seed", "Seed", "A seed.", "", 0, 1e9, true, 1);
	private static final Option.PathName FILE = new Option.PathName("file", "File", "A file.", false);
	private static final List<Option> OPTIONS = List.of(OUTPUT, SEED, FILE);

	@Test
	void takesTheDefaultOfWhatIsNotGiven() {
		final Values values = Values.parse(OPTIONS, "seed=7");
		assertEquals("new", values.text(OUTPUT));
		assertEquals(7, values.seed(SEED));
		assertEquals(Optional.empty(), values.path(FILE));
		assertEquals(Values.defaults(OPTIONS), Values.parse(OPTIONS, null));
		assertEquals(Values.defaults(OPTIONS), Values.parse(OPTIONS, "  "));
		assertNotEquals(Values.defaults(OPTIONS), values);
	}

	@Test
	void namesAnUnknownKeyAndAllThatThereAre() {
		final InputException e = assertThrows(InputException.class, () -> Values.parse(OPTIONS, "sed=7"));
		assertEquals("There is no key 'sed'; the keys are output, seed, file.", e.getMessage());
		final InputException none = assertThrows(InputException.class, () -> Values.parse(List.of(), "seed=7"));
		assertEquals("There is no key 'seed'; this command has none.", none.getMessage());
	}

	@Test
	void namesAnInvalidValueAndAllThatAreValid() {
		final InputException e = assertThrows(InputException.class, () -> Values.parse(OPTIONS, "output=elsewhere"));
		assertEquals("The value output=elsewhere is not valid; use new, in-place.", e.getMessage());
		assertThrows(InputException.class, () -> Values.defaults(OPTIONS).with(SEED, "-1"));
	}

	@Test
	void changesACopy() {
		final Values before = Values.defaults(OPTIONS);
		final Values after = before.with(OUTPUT, "in-place");
		assertTrue(after.is(OUTPUT, "in-place"));
		assertFalse(before.is(OUTPUT, "in-place"));
	}

	@Test
	void asksForNoWordOrOptionThatDoesNotExist() {
		final Values values = Values.defaults(OPTIONS);
		assertThrows(IllegalArgumentException.class, () -> values.is(OUTPUT, "inplace"));
		assertThrows(IllegalArgumentException.class, () -> values.text(new Option.Text("other", "Other", "", "", "")));
	}

	@Test
	void readsPaths() {
		assertEquals(Optional.of(Path.of("/my models/em.vae.zip")), Values.parse(OPTIONS, "file=[ /my models/em.vae.zip ]")
			.path(FILE));
		final Values values = Values.parse(OPTIONS, "file=[a\0b]");
		final InputException e = assertThrows(InputException.class, () -> values.path(FILE));
		assertTrue(e.getMessage().contains("is not a path") && e.getMessage().contains("give the path of a file"), e
			.getMessage());
	}

	@TestFactory
	Stream<DynamicTest> everyCommandReadsBackWhatItWrote() {
		return Actions.all().values().stream().map(action -> DynamicTest.dynamicTest(action.label(), () -> {
			for (int seed = 0; seed < 200; seed++) {
				final Values values = random(action.options(), new Random(seed));
				final String macro = values.toMacro(action.options());
				assertEquals(values, Values.parse(action.options(), macro), "seed " + seed + ": " + macro);
			}
			assertEquals("", Values.defaults(action.options()).toMacro(action.options()));
		}));
	}

	private static Values random(final List<Option> options, final Random random) {
		final List<String> texts = List.of("", "all", "1-3, 5", "/a b/c d.tif", "C:\\x y\\z.vae.zip", "it's", "[1] x", " ");
		final Map<String, String> given = new HashMap<>();
		for (final Option option : options) {
			if (random.nextBoolean()) continue;
			if (option instanceof Option.Choice choice) given.put(option.key(), choice.values().get(random.nextInt(choice
				.values().size())));
			else if (option instanceof Option.Destination destination) given.put(option.key(), random.nextBoolean() ? destination.values().get(
				random.nextInt(destination.values().size())) : texts.get(random.nextInt(texts.size())) + ".ome.zarr");
			else if (option instanceof Option.Number number) given.put(option.key(), number(number, random));
			else given.put(option.key(), texts.get(random.nextInt(texts.size())));
		}
		return Values.of(options, given);
	}

	private static String number(final Option.Number option, final Random random) {
		final double drawn = option.least() + random.nextDouble() * (option.most() - option.least());
		return Option.Number.text(option.whole() ? Math.rint(drawn) : drawn);
	}
}
