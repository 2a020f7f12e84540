package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;

class OptionTest {

	private static final Option.Number SHARE = new Option.Number("share", "Share", "A share.", "%", 0, 100, false, 12.5);
	private static final Option.Number COUNT = new Option.Number("count", "Count", "A count.", "", -3, 1e9, true, 4);
	private static final Option.Choice COLOUR = new Option.Choice("colour", "Colour", "A colour.", List.of("red",
		"dark-blue"), "red");

	private static final Option.Destination PLACE = new Option.Destination("place", "Place", "A place.", List.of("new", "in-place"), "new");

	private enum Kind {
		PLAIN, VERY_FANCY
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "100", "1e2", "99.999", " 5 " })
	void takesNumbersInTheirRange(final String value) {
		assertDoesNotThrow(() -> SHARE.check(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-0.1", "100.1", "NaN", "Infinity", "-Infinity", "", " ", "5,5", "five", "5 %" })
	void namesTheKeyTheValueAndTheRangeOfANumber(final String value) {
		final InputException e = assertThrows(InputException.class, () -> SHARE.check(value));
		assertEquals("The value share=" + value + " is not valid; use 0 to 100 %.", e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.5", "-4", "1000000001", "1e-3" })
	void takesNoFractionOfWhatIsWhole(final String value) {
		final InputException e = assertThrows(InputException.class, () -> COUNT.check(value));
		assertEquals("The value count=" + value + " is not valid; use a whole number from -3 to 1000000000.", e
			.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "12.5,12.5", "4,4", "-0.0,0", "1e9,1000000000", "1e15,1.0E15" })
	void writesNumbersAsPeopleDo(final double number, final String text) {
		assertEquals(text, Option.Number.text(number));
	}

	@Test
	void itsDefaultIsValid() {
		assertEquals("12.5", SHARE.defaultValue());
		assertDoesNotThrow(() -> SHARE.check(SHARE.defaultValue()));
		assertThrows(IllegalArgumentException.class, () -> new Option.Number("share", "Share", "", "", 0, 1, false, 2));
		assertThrows(IllegalArgumentException.class, () -> new Option.Choice("colour", "Colour", "", List.of("red"),
			"green"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Red", "green", "", "red,dark-blue" })
	void namesAllWordsOfAChoice(final String value) {
		final InputException e = assertThrows(InputException.class, () -> COLOUR.check(value));
		assertEquals("The value colour=" + value + " is not valid; use red, dark-blue.", e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "new", "in-place", "/my data/a.ome.zarr", "a.zarr", "C:\\x y\\z.OME.ZARR" })
	void aDestinationIsAWordOrThePathOfAnOmeZarr(final String value) {
		assertDoesNotThrow(() -> PLACE.check(value));
		assertEquals(value.contains("."), Values.parse(List.of(PLACE), "place=[" + value + "]").path(PLACE).isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "New", "a.tif", "/my data/a.zarr.zip", "OME-Zarr..." })
	void namesWhatADestinationTakes(final String value) {
		final InputException e = assertThrows(InputException.class, () -> PLACE.check(value));
		assertEquals("The value place=" + value + " is not valid; use new, in-place, or a path that ends in .ome.zarr.", e.getMessage());
	}

	@Test
	void writesConstantsAsWords() {
		final Option.Choice kind = Option.Choice.of("kind", "Kind", "A kind.", Kind.PLAIN);
		assertEquals(List.of("plain", "very-fancy"), kind.values());
		assertEquals(Kind.VERY_FANCY, Values.parse(List.of(kind), "kind=very-fancy").constant(kind, Kind.class));
	}

	@ParameterizedTest
	@CsvSource({ "share,The share", "share,Sharing", "Share,Share", "two words,Two words", "a1,A1" })
	void aLabelStartsWithItsKey(final String key, final String label) {
		assertThrows(IllegalArgumentException.class, () -> new Option.PathName(key, label, "", false));
	}
}
