package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;

class MacroTextTest {

	private static final Option.Text NAME = new Option.Text("name", "Name", "A name.", "any text", "default");
	private static final Option.PathName FILE = new Option.PathName("file", "File", "A file.", false);

	@Test
	void readsBareBracketedAndQuotedValues() {
		assertEquals(Map.of("a", "1", "b", "two words", "c", "single quoted", "d", "", "e", "[inner]"), MacroText.parse(
			" a=1  b=[two words]\tc='single quoted' d=[] e=[[inner]] "));
	}

	@Test
	void keysAreOfAnyCaseAndValuesAreKept() {
		assertEquals(Map.of("output", "New"), MacroText.parse("Output=New"));
	}

	@Test
	void aBareValueMayHoldEqualSigns() {
		assertEquals(Map.of("file", "/a=b/c.zip", "seed", "3"), MacroText.parse("file=/a=b/c.zip seed=3"));
	}

	@ParameterizedTest
	@CsvSource({ "in-place seed=1,in-place", "seed,seed", "seed = 3,seed" })
	void namesAKeyWithoutAValue(final String text, final String key) {
		final InputException e = assertThrows(InputException.class, () -> MacroText.parse(text));
		assertTrue(e.getMessage().contains("'" + key + "' has no value; write " + key + "=value"), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "file=[/a b", "file=[a[b]" })
	void namesAKeyWhoseBracketIsLeftOpen(final String text) {
		final InputException e = assertThrows(InputException.class, () -> MacroText.parse(text));
		assertTrue(e.getMessage().contains("'file' has no closing bracket"), e.getMessage());
	}

	@Test
	void namesAKeyThatIsThereTwice() {
		final InputException e = assertThrows(InputException.class, () -> MacroText.parse("seed=1 seed=1"));
		assertTrue(e.getMessage().contains("'seed' is there twice"), e.getMessage());
	}

	@Test
	void writesOnlyWhatDiffersFromTheDefaults() {
		assertEquals("", MacroText.write(List.of(NAME, FILE), Map.of("name", "default", "file", "")));
		assertEquals("name=[] file=[/a b]", MacroText.write(List.of(NAME, FILE), Map.of("name", "", "file", "/a b")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "plain", "two words", " spaces around ", "C:\\Users\\me\\em data\\a.tif",
		"/data/it's here/x.tif", "'quoted'", "[bracketed]", "a[1] b[2]", "tab\there", "a=b", "key=value other=1", "'",
		"µ-Aufnahme 3.tif" })
	void readsBackWhatItWrote(final String value) {
		final Map<String, String> values = Map.of("name", value, "file", value);
		final List<Option> options = List.of(NAME, FILE);
		final Map<String, String> read = MacroText.parse(MacroText.write(options, values));
		assertEquals(value, read.getOrDefault("name", NAME.defaultValue()));
		assertEquals(value, read.getOrDefault("file", FILE.defaultValue()));
	}

	@Test
	void readsBackRandomTexts() {
		final String letters = "ab 1.-_/\\='[]\t,*?";
		for (int seed = 0; seed < 2000; seed++) {
			final Random random = new Random(seed);
			final StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(12); i > 0; i--)
				text.append(letters.charAt(random.nextInt(letters.length())));
			final String value = balanced(text.toString());
			final String written = MacroText.write(List.of(FILE, NAME), Map.of("name", "after", "file", value));
			final Map<String, String> read = MacroText.parse(written);
			assertEquals(value, read.getOrDefault("file", ""), "seed " + seed + ": " + written);
			assertEquals("after", read.get("name"), "seed " + seed + ": " + written);
		}
	}

	// A bracket that no other one closes can't be told from the value's own end, in ImageJ's macros either.
	private static String balanced(final String text) {
		int depth = 0;
		for (final char c : text.toCharArray()) {
			if (c == '[') depth++;
			if (c == ']' && --depth < 0) return text.replaceAll("[\\[\\]]", "");
		}
		return depth == 0 ? text : text.replaceAll("[\\[\\]]", "");
	}
}
