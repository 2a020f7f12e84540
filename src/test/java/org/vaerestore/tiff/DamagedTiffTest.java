package org.vaerestore.tiff;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DamagedTiffTest {

	@TempDir
	Path folder;

	@ParameterizedTest(name = "{1}")
	@MethodSource({ "damaged", "unsupported" })
	void saysWhatIsWrong(final TiffBuilder file, final String message) {
		final Path path = file.write(folder.resolve("a.tif"));
		final TiffException e = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThrows(TiffException.class, () -> {
			try (TiffImage tiff = TiffImage.open(path)) {
				for (int page = 0; page < tiff.pages(); page++)
					tiff.read(page);
				tiff.metadata();
			}
		}));
		assertTrue(e.getMessage().contains(message), e.getMessage());
	}

	static Stream<Arguments> damaged() {
		final long far = 0x7fffffffL, most = 0xffffffffL;
		return Stream.of(Arguments.of(page().inACircle(), "in a circle"), Arguments.of(page().with(257, 60).with(278, 60), "too few for its pixels"),
			Arguments.of(page().with(257, 60), "the 10 of an image of 8 x 60"), Arguments.of(page().with(256, 0),
				"0 x 6 pixels"), Arguments.of(page().with(256, -8L), "x 6 pixels"), Arguments.of(page().with(257, most), "4294967295 pixels"),
			Arguments.of(page().with(258, 0), "0 bits"), Arguments.of(page().with(258, 65), "65 bits"), Arguments.of(page().with(277, 0),
				"entry 277 is 0"), Arguments.of(page().with(277, 60000), "entry 277 is 60000"), Arguments.of(page().with(273, far),
					"promises at least"), Arguments.of(page().with(279, 47L), "47 bytes, too few"), Arguments.of(page().with(273, null),
						"0 strips or tiles"), Arguments.of(page().with(278, 1), "not the 6 of"), Arguments.of(page().with(259, 8).with(279, most),
							"promises at least"), Arguments.of(page().with(259, 8), "can't be unpacked"), Arguments.of(page().with(259, 5),
								"bytes and not to the 48"), Arguments.of(page().with(259, 32773), "bytes and not to the 48"), Arguments.of(page().with(
									256, 50000).with(257, 50000).with(278, 50000).with(259, 8), "too few for its pixels"), Arguments.of(page().with(262, 3),
										"its palette has 0 values"), Arguments.of(page().with(322, 0), "entry 322 is 0"), Arguments.of(page().with(270,
											"ImageJ=1.5\nimages=900000000\n"), "promises at least"), Arguments.of(page().with(50838, new long[] { 20, 4 }).with(50839,
												"IJIJinfo...."), "metadata"), Arguments.of(page().with(50838, new long[] { 12, -1 }).with(50839,
													"IJIJinfo...."), "metadata"), Arguments.of(page().with(254, 1), "no image of full resolution"));
	}

	static Stream<Arguments> unsupported() {
		return Stream.of(Arguments.of(page().with(259, 7), "with JPEG compression (7)"), Arguments.of(page().with(259, 4),
			"CCITT group 4"), Arguments.of(page().with(259, 34712), "JPEG 2000"), Arguments.of(page().with(259, 34676), "SGI log"), Arguments.of(
				page().with(259, 4711), "unknown kind of compression (4711)"), Arguments.of(page().with(262, 6), "YCbCr"), Arguments.of(page()
					.with(262, 32845), "LogLuv"), Arguments.of(page().with(262, 5), "CMYK"), Arguments.of(page().with(266, 2), "FillOrder 2"), Arguments
						.of(page().with(317, 2), "predictor 2"), Arguments.of(page().with(339, 6), "complex numbers"), Arguments.of(page().with(258,
							24).with(339, 3), "24 bit floating point"), Arguments.of(page().with(258, 64), "64 bit integer"), Arguments.of(page().with(262, 2),
								"1 values for each pixel (RGB)"), Arguments.of(page().page(new long[24], 4, 6, 8, 1, TiffBuilder.Layout.strips(6)),
									"pages of different sizes (page 1: 8 x 6 pixels, 8 bit unsigned; page 2: 4 x 6"), Arguments.of(page().page(new long[48], 8, 6, 16,
										1, TiffBuilder.Layout.strips(6)), "pages of different types"));
	}

	private static TiffBuilder page() {
		return new TiffBuilder(ByteOrder.LITTLE_ENDIAN, false).page(new long[48], 8, 6, 8, 1, TiffBuilder.Layout.strips(6));
	}
}
