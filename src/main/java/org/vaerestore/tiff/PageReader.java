package org.vaerestore.tiff;

import java.io.IOException;
import java.util.Arrays;

import static org.vaerestore.tiff.TiffDirectory.*;

/** Makes pages of directories, once everything they say is known to be possible. */
final class PageReader {

	private static final int PALETTE_CHANNELS = 3, LONGEST = Integer.MAX_VALUE - 8, MOST_SAMPLES = 4096, MOST_BITS = 64;
	private static final int SEPARATE = 2, ASSOCIATED = 1, UNASSOCIATED = 2;

	private final TiffDirectory directory;
	private final TiffSource source;

	PageReader(final TiffDirectory directory, final TiffSource source) {
		this.directory = directory;
		this.source = source;
	}

	TiffPage read() throws IOException {
		final long width = directory.number(WIDTH, 0), height = directory.number(HEIGHT, 0);
		if (width < 1 || height < 1 || width > LONGEST || height > LONGEST) throw TiffException.damaged(
			"it says that its image has " + width + " x " + height + " pixels");
		final int samples = small(SAMPLES, 1, 1, MOST_SAMPLES), bits = bits(samples);
		final SampleFormat format = SampleFormat.of(alike(SAMPLE_FORMAT, samples, 1));
		format.kind(bits);
		final Compression compression = Compression.of(directory.number(COMPRESSION, 1));
		final Photometric photometric = Photometric.of(directory.number(PHOTOMETRIC, samples >= PALETTE_CHANNELS ? 2 : 1));
		if (directory.number(FILL_ORDER, 1) != 1) throw TiffException.unsupported("whose bits are in reverse order (FillOrder " +
			directory.number(FILL_ORDER, 1) + ")");
		final boolean separate = samples > 1 && directory.number(PLANAR, 1) == SEPARATE;
		final int alpha = format == SampleFormat.UNSIGNED && (bits == 8 || bits == 16) ? alpha(samples, photometric) : -1;
		requireSamples(samples, alpha, photometric);
		final int predictor = predictor(compression, format, bits);
		final TiffPage page = new TiffPage((int) width, (int) height, bits, format, samples, alpha, photometric, separate,
			compression, predictor, segments((int) width, (int) height), palette(photometric, bits, samples), source.order());
		return requireWhole(page);
	}

	private int bits(final int samples) throws IOException {
		final long bits = alike(BITS, samples, 1);
		if (bits < 1 || bits > MOST_BITS) throw TiffException.damaged("it says that its values have " + bits + " bits");
		return (int) bits;
	}

	// Of one value for each sample.
	private long alike(final int tag, final int samples, final long otherwise) throws IOException {
		if (directory.count(tag) > Math.max(samples, 1 << 4)) throw TiffException.damaged("its entry " + tag + " has " +
			directory.count(tag) + " values for " + samples + " samples");
		final long[] values = directory.numbers(tag);
		if (values.length == 0) return otherwise;
		for (int sample = 1; sample < Math.min(samples, values.length); sample++)
			if (values[sample] != values[0]) throw TiffException.unsupported("whose samples are of different kinds (" + values[0] +
				" and " + values[sample] + ")");
		return values[0];
	}

	private int small(final int tag, final long otherwise, final int least, final int most) throws IOException {
		final long value = directory.number(tag, otherwise);
		if (value < least || value > most) throw TiffException.damaged("its entry " + tag + " is " + value);
		return (int) value;
	}

	private int alpha(final int samples, final Photometric photometric) throws IOException {
		final int colours = photometric == Photometric.RGB ? PALETTE_CHANNELS : 1;
		if (samples != colours + 1) return -1;
		final long kind = directory.number(EXTRA_SAMPLES, 0);
		final boolean alpha = kind == ASSOCIATED || kind == UNASSOCIATED || photometric == Photometric.RGB;
		return alpha ? colours : -1;
	}

	private static void requireSamples(final int samples, final int alpha, final Photometric photometric) throws TiffException {
		final int values = alpha < 0 ? samples : samples - 1;
		final boolean rgb = photometric == Photometric.RGB;
		final boolean good = rgb ? values == PALETTE_CHANNELS : photometric != Photometric.PALETTE || values == 1;
		if (!good) throw TiffException.unsupported("with " + samples + " values for each pixel (" + (rgb ? "RGB" : "palette") +
			")");
	}

	private int predictor(final Compression compression, final SampleFormat format, final int bits) throws IOException {
		final int predictor = small(PREDICTOR, 1, 1, 1 << 16);
		final boolean known = predictor == 1 || predictor == 2 && bits % 8 == 0 && bits != 24 || predictor == 3 &&
			format == SampleFormat.FLOAT;
		final boolean compressed = compression == Compression.LZW || compression == Compression.DEFLATE;
		if (!known || predictor > 1 && !compressed) throw TiffException.unsupported("with predictor " + predictor + " for " +
			bits + " bit values" + (compressed ? "" : " that aren't compressed by LZW or deflate"));
		return predictor;
	}

	private int[] palette(final Photometric photometric, final int bits, final int samples) throws IOException {
		if (photometric != Photometric.PALETTE) return null;
		if (bits > 16) throw TiffException.damaged("it says that a palette has 2^" + bits + " colours");
		final long[] colours = directory.numbers(COLOUR_MAP);
		if (colours.length != PALETTE_CHANNELS << bits) throw TiffException.damaged("its palette has " + colours.length +
			" values and not the " + (PALETTE_CHANNELS << bits) + " of " + bits + " bit");
		return Arrays.stream(colours).mapToInt(colour -> (int) colour & 0xffff).toArray();
	}

	private TiffPage.Segments segments(final int width, final int height) throws IOException {
		final boolean tiled = directory.has(TILE_WIDTH) || directory.has(TILE_OFFSETS);
		final int across = tiled ? small(TILE_WIDTH, 0, 1, 1 << 20) : width;
		final long rows = tiled ? small(TILE_HEIGHT, 0, 1, 1 << 20) : directory.number(ROWS_PER_STRIP, height);
		if (rows < 0) throw TiffException.damaged("it says that its strips have " + rows + " rows");
		final long[] offsets = directory.numbers(tiled && directory.has(TILE_OFFSETS) ? TILE_OFFSETS : STRIP_OFFSETS);
		final long[] bytes = directory.numbers(tiled && directory.has(TILE_BYTES) ? TILE_BYTES : STRIP_BYTES);
		return new TiffPage.Segments(across, rows == 0 || !tiled && rows > height ? height : (int) rows, offsets, bytes);
	}

	private TiffPage requireWhole(final TiffPage page) throws IOException {
		final TiffPage.Segments segments = page.segments();
		final long perSample = (long) page.across() * page.down(), expected = perSample * (page.separate() ? page.samples() : 1);
		final long[] offsets = segments.offsets();
		if (offsets.length < expected) throw TiffException.damaged("it has " + offsets.length + " strips or tiles and not the " +
			expected + " of an image of " + page.width() + " x " + page.height() + " pixels");
		final boolean unpacked = page.compression() == Compression.NONE;
		if (segments.bytes().length < expected && !(unpacked && segments.bytes().length == 0)) throw TiffException.damaged(
			"it has lengths of " + segments.bytes().length + " strips or tiles and not of " + expected);
		if (page.rowBytes() > LONGEST) throw TiffException.damaged("it says that a row of its image has " + page.rowBytes() + " bytes");
		final long[] bytes = new long[(int) expected];
		for (int segment = 0; segment < expected; segment++) {
			final long needed = page.rowBytes() * page.rows((int) (segment % perSample / page.across()));
			final long there = segments.bytes().length == 0 ? needed : segments.bytes()[segment];
			if (there < 0 || page.compression().most(there) < needed) throw TiffException.damaged("strip or tile " + (segment + 1) +
				" has " + there + " bytes, too few for its pixels");
			bytes[segment] = unpacked ? needed : there;
			source.require(offsets[segment], bytes[segment]);
		}
		return new TiffPage(page.width(), page.height(), page.bits(), page.format(), page.samples(), page.alpha(), page.photometric(),
			page.separate(), page.compression(), page.predictor(), new TiffPage.Segments(segments.width(), segments.height(), Arrays
				.copyOf(offsets, (int) expected), bytes), page.palette(), page.order());
	}
}
