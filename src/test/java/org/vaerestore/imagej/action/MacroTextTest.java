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

import ij.Macro;

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

	/** By the suite's reading in both hosts, and by that of ImageJ's own dialogs. */
	@Test
	void readsBackRandomTextsOrRefusesThem() {
		final String letters = "ab 1.-_/\\='[]\t,*?";
		int refused = 0;
		for (int seed = 0; seed < 20_000; seed++) {
			final Random random = new Random(seed);
			final StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(12); i > 0; i--)
				text.append(letters.charAt(random.nextInt(letters.length())));
			final String value = text.toString();
			final String written;
			try {
				written = MacroText.write(List.of(FILE, NAME), Map.of("name", "after", "file", value));
			}
			catch (final InputException e) {
				assertTrue(value.contains("'") && value.matches("(?s).*[\\[\\]].*"), value);
				assertTrue(e.getMessage().contains("can't hold the value file=" + value), e.getMessage());
				refused++;
				continue;
			}
			final Map<String, String> read = MacroText.parse(written);
			assertEquals(value, read.getOrDefault("file", ""), "seed " + seed + ": " + written);
			assertEquals("after", read.get("name"), "seed " + seed + ": " + written);
			assertEquals(value, Macro.getValue(written, "file", ""), "seed " + seed + ": " + written);
			assertEquals("after", Macro.getValue(written, "name", ""), "seed " + seed + ": " + written);
		}
		assertTrue(refused > 0 && refused < 2000, refused + " refused");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "a]b[.tif|file=a]b[.tif", "/my data/a]b[.tif|file='/my data/a]b[.tif'",
		"/my data/[1].tif|file=[/my data/[1].tif]", "[x.tif|file='[x.tif'" })
	void bracketsThatDontPairAreHeld(final String value, final String written) {
		assertEquals(written, MacroText.write(List.of(FILE), Map.of("file", value)));
		assertEquals(Map.of("file", value), MacroText.parse(written));
	}
}
