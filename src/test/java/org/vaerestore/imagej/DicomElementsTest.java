package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

class DicomElementsTest {

	private static final int SIDE = 6, LIE = 700_000_000, UNDEFINED = -1;

	@TempDir
	Path folder;

	/** How elements are written. */
	enum Syntax {
		EXPLICIT_LITTLE("1.2.840.10008.1.2.1"), IMPLICIT_LITTLE("1.2.840.10008.1.2"), EXPLICIT_BIG("1.2.840.10008.1.2.2");

		private final String uid;

		Syntax(final String uid) {
			this.uid = uid;
		}
	}

	/** Writes elements of one syntax; those of group 2 are explicit and little-endian in all. */
	private static final class Elements {

		private final ByteArrayOutputStream out = new ByteArrayOutputStream();
		private final Syntax syntax;

		Elements(final Syntax syntax) {
			this.syntax = syntax;
			out.writeBytes(new byte[128]);
			out.writeBytes(ascii("DICM"));
			add(0x00020010, "UI", ascii(syntax.uid.length() % 2 == 0 ? syntax.uid : syntax.uid + "\0"));
			text(0x00080060, "CS", "MR");
		}

		Elements add(final int tag, final String kind, final byte[] value) {
			head(tag, kind, value.length);
			out.writeBytes(value);
			return this;
		}

		Elements head(final int tag, final String kind, final int length) {
			final boolean first = tag >>> 16 == 2, none = kind == null || !first && syntax == Syntax.IMPLICIT_LITTLE;
			final boolean wide = kind != null && "OB OW SQ UN UT".contains(kind);
			final ByteBuffer head = ByteBuffer.allocate(none || !wide ? 8 : 12).order(first || syntax != Syntax.EXPLICIT_BIG
				? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			head.putShort((short) (tag >>> 16)).putShort((short) tag);
			if (!none) head.put(ascii(kind));
			if (none) head.putInt(length);
			else if (wide) head.putShort((short) 0).putInt(length);
			else head.putShort((short) length);
			out.writeBytes(head.array());
			return this;
		}

		Elements text(final int tag, final String kind, final String text) {
			return add(tag, kind, ascii(text));
		}

		Elements number(final int tag, final int value) {
			return add(tag, "US", words(value));
		}

		byte[] words(final int... values) {
			final ByteBuffer words = ByteBuffer.allocate(2 * values.length).order(syntax == Syntax.EXPLICIT_BIG ? ByteOrder.BIG_ENDIAN
				: ByteOrder.LITTLE_ENDIAN);
			for (final int value : values)
				words.putShort((short) value);
			return words.array();
		}

		Elements image() {
			number(0x00280002, 1).text(0x00280008, "IS", "2 ").number(0x00280010, SIDE).number(0x00280011, SIDE).number(0x00280100, 16);
			final int[] values = new int[2 * SIDE * SIDE];
			for (int i = 0; i < values.length; i++)
				values[i] = 100 + i;
			return add(0x7FE00010, "OW", words(values));
		}

		Path write(final Path file) throws IOException {
			return Files.write(file, out.toByteArray());
		}
	}

	@ParameterizedTest
	@EnumSource
	void areWalkedThroughAsImageJDoes(final Syntax syntax) throws IOException {
		final Elements elements = new Elements(syntax);
		// A sequence with an item of a known length, one of undefined lengths, and a private one that is skipped.
		final int bytes = 12;
		elements.head(0x00081140, "SQ", 8 + bytes).head(0xFFFEE000, null, bytes).text(0x00081155, "UI", "1.2\0");
		elements.head(0x00082112, "SQ", UNDEFINED).head(0xFFFEE000, null, UNDEFINED).number(0x00280010, 9999).head(0xFFFEE00D, null, 0).head(
			0xFFFEE0DD, null, 0);
		elements.head(0x00091010, "UN", 6);
		elements.out.writeBytes(new byte[6]);
		elements.text(0x00181030, "LO", "protocol");
		final Path file = elements.image().write(folder.resolve("whole.dcm"));
		assertEquals(Map.of(DicomElements.SAMPLES, 1L, DicomElements.FRAMES, 2L, DicomElements.ROWS, (long) SIDE, DicomElements.COLUMNS,
			(long) SIDE, DicomElements.BITS, 16L), DicomElements.read(file));
		final ImagePlus image = ImageReader.read(file);
		assertEquals(2, image.getStackSize());
		assertEquals(100 + SIDE * SIDE + 7, image.getStack().getProcessor(2).get(7));
		assertTrue(image.getInfoProperty().contains("protocol"), image.getInfoProperty());
	}

	@ParameterizedTest
	@EnumSource
	void endWhereTheFileDoes(final Syntax syntax) throws IOException {
		for (final String kind : new String[] { "UN", "OB", "LO" }) {
			if (kind.equals("LO") && syntax != Syntax.IMPLICIT_LITTLE) continue;
			for (final int length : new int[] { LIE, Integer.MAX_VALUE, Integer.MIN_VALUE, -2 }) {
				final Path file = new Elements(syntax).head(0x00091011, kind, length).image().write(folder.resolve("lie.dcm"));
				final InputException e = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(InputException.class,
					() -> ImageReader.read(file)));
				assertTrue(e.getMessage().contains("(0009,1011) says that it has " + (length & 0xffffffffL) + " bytes") && e.getMessage()
					.contains("are left"), e.getMessage());
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "0x00281052, DS", "0x00080060, CS", "0x00281201, US", "0x00181030, LO" })
	void ofShortKindsEndThereToo(final String tag, final String kind) throws IOException {
		final Path file = new Elements(Syntax.EXPLICIT_LITTLE).head(Integer.decode(tag), kind, 0xfffe).image().write(folder.resolve(
			"lie.dcm"));
		final InputException e = assertThrows(InputException.class, () -> ImageReader.read(file));
		assertTrue(e.getMessage().contains("65534 bytes"), e.getMessage());
	}

	@Test
	void areSequencesWhereImageJsDictionarySaysSo() throws ReflectiveOperationException {
		final Class<?> type = Class.forName("ij.plugin.DicomDictionary");
		final var constructor = type.getDeclaredConstructor();
		constructor.setAccessible(true);
		final var method = type.getDeclaredMethod("getDictionary");
		method.setAccessible(true);
		final Properties dictionary = (Properties) method.invoke(constructor.newInstance());
		int sequences = 0;
		for (final String tag : dictionary.stringPropertyNames()) {
			final boolean expected = dictionary.getProperty(tag).startsWith("SQ");
			// Groups of repeated elements have an x in their numbers, which no element has.
			if (!tag.matches("[0-9A-F]{8}")) continue;
			assertEquals(expected, DicomElements.isSequence(Integer.parseUnsignedInt(tag, 16)), tag + dictionary.getProperty(tag));
			if (expected) sequences++;
		}
		assertTrue(sequences > 500, sequences + " sequences");
	}

	private static byte[] ascii(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
