package org.vaerestore.imagej;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether the size that is written in digits at the beginning of a FITS or PGM file is one that an image can have. */
final class TextHeader {

	private static final Pattern WIDTH = axis(1), HEIGHT = axis(2), LAST_CARD = Pattern.compile("END +");
	private static final Pattern PGM = Pattern.compile("P\\d(?:\\s|#[^\\n]*\\n)+(\\d+)(?:\\s|#[^\\n]*\\n)+(\\d+)\\s");
	private static final int CARD_BYTES = 80, MOST_CARDS = 10_000, MOST_PGM_BYTES = 4096;
	private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

	private TextHeader() {}

	/**
	 * Checks a FITS file.
	 *
	 * @throws org.vaerestore.job.InputException if its planes are larger than ImageJ can hold
	 */
	static void requireFits(final Path path) throws IOException {
		String width = null, height = null;
		try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
			for (int number = 0; number < MOST_CARDS; number++) {
				final String card = new String(in.readNBytes(CARD_BYTES), StandardCharsets.ISO_8859_1);
				if (card.length() < CARD_BYTES || LAST_CARD.matcher(card).matches()) break;
				width = found(WIDTH, card, width);
				height = found(HEIGHT, card, height);
			}
		}
		if (width != null && height != null) require(width, height, path);
	}

	/**
	 * Checks a PGM, PBM or PPM file.
	 *
	 * @throws org.vaerestore.job.InputException if its planes are larger than ImageJ can hold
	 */
	static void requirePgm(final Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			final Matcher matcher = PGM.matcher(new String(in.readNBytes(MOST_PGM_BYTES), StandardCharsets.ISO_8859_1));
			if (matcher.lookingAt()) require(matcher.group(1), matcher.group(2), path);
		}
	}

	private static String found(final Pattern pattern, final String card, final String otherwise) {
		final Matcher matcher = pattern.matcher(card);
		return matcher.lookingAt() ? matcher.group(1) : otherwise;
	}

	private static void require(final String width, final String height, final Path path) {
		ImageExtent.require(number(width), number(height), path);
	}

	private static long number(final String digits) {
		return new BigInteger(digits).min(MOST).longValueExact();
	}

	private static Pattern axis(final int number) {
		return Pattern.compile("NAXIS" + number + " *= *(\\d+)");
	}
}
