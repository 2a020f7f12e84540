package org.vaerestore.imagej;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.vaerestore.job.InputException;

import ij.plugin.DICOM;

/**
 * Walks through the elements of a DICOM file up to its pixels, by the steps of ImageJ's reader, which makes room for whatever an
 * element's length says and waits for ever for bytes that aren't there.
 * <p>
 * Explicit and implicit value representations, both byte orders, sequences and items of undefined length.
 * </p>
 */
final class DicomElements implements AutoCloseable {

	static final int SAMPLES = 0x00280002, FRAMES = 0x00280008, ROWS = 0x00280010, COLUMNS = 0x00280011, BITS = 0x00280100;
	private static final int SYNTAX = 0x00020010, PIXELS = 0x7FE00010, FLOAT_PIXELS = 0x7FE00008, OTHER_PIXELS = 0x7F880010;
	private static final int ITEM = 0xFFFEE000, ITEM_END = 0xFFFEE00D, SEQUENCE_END = 0xFFFEE0DD;
	private static final int ACQUISITION = 0x00400555, VIEW = 0x00540220, ICON = 0x00880200;
	/** Elements that are numbers of 16 bit to ImageJ, whatever they say they are. */
	private static final Set<Integer> NUMBERS = Set.of(SAMPLES, 0x00280006, ROWS, COLUMNS, BITS, 0x00280103);
	/** Elements that are texts or tables to it. */
	private static final Set<Integer> WHOLE = Set.of(SYNTAX, 0x00080060, FRAMES, 0x00280004, 0x00181164, 0x00280030, 0x00180050,
		0x00180088, 0x00281050, 0x00281051, 0x00281052, 0x00281053, 0x00281201, 0x00281202, 0x00281203);
	private static final Set<String> LONG = Set.of("OB", "OW", "SQ", "UN", "UT", "OF", "OL", "OD", "UC", "UR", "OV", "SV", "UV");
	private static final Set<String> SHORT = Set.of("AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "PN", "SH", "SL",
		"SS", "ST", "TM", "UI", "UL", "US", "??");
	private static final String IMPLICIT = "--", SEQUENCE = "SQ";
	private static final int PREAMBLE = 128, LEAST_ELEMENT = 8, LONGEST_NUMBER = 64;
	/** ImageJ takes this length for the other, which files of some scanners need. */
	private static final int WRONG_LENGTH = 13, MEANT_LENGTH = 10;

	private final Path path;
	private final long size;
	private final Map<Integer, Long> numbers = new HashMap<>();
	private DataInputStream in;
	private long location;
	private boolean big, bigToCome, odd, inSequence, inAcquisition;
	private String kind;

	private DicomElements(final Path path) throws IOException {
		this.path = path;
		size = Files.size(path);
		in = open();
	}

	/**
	 * Returns the numbers by which the size of an image is known, as far as there are such elements.
	 *
	 * @throws InputException if an element is longer than what is left of the file
	 */
	static Map<Integer, Long> read(final Path path) throws IOException {
		try (DicomElements elements = new DicomElements(path)) {
			if (elements.isDicom()) elements.walk();
			return elements.numbers;
		}
	}

	/** Returns whether ImageJ takes an element without a representation for a sequence, by its dictionary. */
	static boolean isSequence(final int tag) {
		final String name = DICOM.getTagName(String.format("%08X", tag));
		if (name == null) return false;
		return switch (tag) {
			case 0x00186011, 0x00720080 -> true;
			// Sequences of pulses.
			case 0x00180020, 0x00189008, 0x00189017, 0x00189018, 0x00280065 -> false;
			default -> name.matches(".*Sequence( \\(.*\\))?");
		};
	}

	private DataInputStream open() throws IOException {
		return new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
	}

	private boolean isDicom() throws IOException {
		final byte[] start = in.readNBytes(PREAMBLE + 4);
		if (start.length < PREAMBLE + 4) return false;
		location = start.length;
		if (new String(start, PREAMBLE, 4, StandardCharsets.US_ASCII).equals("DICM")) return true;
		in.close();
		in = open();
		location = 0;
		return (start[0] == 8 || start[0] == 2) && start[1] == 0 && start[3] == 0;
	}

	// What ends before its pixels is refused by ImageJ itself.
	private void walk() throws IOException {
		while (size - location >= LEAST_ELEMENT) {
			final int tag = tag();
			long length = length();
			if (length == WRONG_LENGTH && !odd) length = MEANT_LENGTH;
			if (length == -1) {
				length = 0;
				inSequence = true;
			}
			odd |= (location & 1) != 0;
			if (inSequence && !inAcquisition) skip(tag, length);
			else if (tag == PIXELS || tag == FLOAT_PIXELS || tag == OTHER_PIXELS) {
				if (length != 0) return;
			}
			else if (NUMBERS.contains(tag)) {
				if (size - location >= 2) numbers.put(tag, (long) word());
			}
			else if (WHOLE.contains(tag)) text(tag, length);
			else skip(tag, length);
		}
	}

	private int tag() throws IOException {
		int group = word();
		if (group == 0x0800 && bigToCome) {
			big = true;
			group = 0x0008;
		}
		return group << 16 | word();
	}

	/** Reads the representation, if there is one, and the length, -1 if that is undefined. */
	private long length() throws IOException {
		final byte[] four = bytes(4);
		kind = new String(four, 0, 2, StandardCharsets.ISO_8859_1);
		if (SHORT.contains(kind)) return big ? (four[2] & 0xff) << 8 | four[3] & 0xff : (four[3] & 0xff) << 8 | four[2] & 0xff;
		final boolean isLong = LONG.contains(kind) && (four[2] == 0 || four[3] == 0);
		if (!isLong) kind = IMPLICIT;
		else if (size - location < 4) return 0;
		final byte[] number = isLong ? bytes(4) : four;
		int length = 0;
		for (int i = 0; i < 4; i++)
			length |= (number[i] & 0xff) << 8 * (big ? 3 - i : i);
		return length == -1 ? -1 : length & 0xffffffffL;
	}

	private void text(final int tag, final long length) throws IOException {
		require(tag, length);
		final String text = new String(bytes((int) Math.min(length, LONGEST_NUMBER)), StandardCharsets.ISO_8859_1).strip();
		pass(Math.max(0, length - LONGEST_NUMBER));
		if (tag == SYNTAX) bigToCome |= text.contains("1.2.840.10008.1.2.2");
		if (tag == FRAMES && text.matches("\\d{1,9}(\\D.*)?")) numbers.put(tag, Long.parseLong(text.replaceFirst("(?s)\\D.*", "")));
	}

	/** Passes by what ImageJ shows among the properties, or skips. */
	private void skip(final int tag, final long length) throws IOException {
		if (tag == ITEM_END || tag == SEQUENCE_END) inSequence = false;
		if (tag == ITEM || tag == ITEM_END || tag == SEQUENCE_END) return;
		if (kind.equals(SEQUENCE) || kind.equals(IMPLICIT) && isSequence(tag)) {
			if (tag == ACQUISITION) inAcquisition = true;
			if (tag == VIEW) inAcquisition = false;
			// All other sequences are walked through.
			if (tag != ICON && (tag >> 16 & 1) == 0) return;
		}
		require(tag, length);
		pass(switch (kind) {
			case "US", "SS" -> length / 2 * 2;
			case "UL", "SL" -> length / 4 * 4;
			default -> length;
		});
	}

	private void require(final int tag, final long length) {
		if (length > Math.min(size - location, Integer.MAX_VALUE - 8)) throw new InputException(String.format(
			"The file %s is damaged or truncated: its element (%04X,%04X) says that it has %d bytes, and %d are left; give a whole copy of it.",
			path, tag >>> 16, tag & 0xffff, length, size - location));
	}

	private int word() throws IOException {
		final byte[] two = bytes(2);
		return (two[big ? 0 : 1] & 0xff) << 8 | two[big ? 1 : 0] & 0xff;
	}

	private byte[] bytes(final int count) throws IOException {
		final byte[] bytes = in.readNBytes(count);
		if (bytes.length < count) throw new EOFException("the file ends within its header");
		location += count;
		return bytes;
	}

	private void pass(final long count) throws IOException {
		in.skipNBytes(count);
		location += count;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
