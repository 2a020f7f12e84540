package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.ZarrSamples;
import org.vaerestore.job.InputException;

class OpenZarrActionTest {

	private final Action open = Actions.named("open");
	private final RecordingHost host = new RecordingHost();

	@TempDir
	Path folder;

	private Path zarr;

	@BeforeEach
	void write() {
		zarr = folder.resolve("my cells.ome.zarr");
		ImageWriter.write(ZarrSamples.image(16, 2, 2, 1), zarr);
	}

	@ParameterizedTest
	@CsvSource({ "'', 0", "level=auto, 0", "level=0, 0", "level=1, 1", "level=2, 2" })
	void opensALevelAndSaysWhich(final String macro, final int level) {
		final var image = host.run(open, null, "path=[" + zarr + "] " + macro).last();
		assertEquals("", ZarrSamples.difference(zarr, level, image));
		assertTrue(host.lines.get(0).startsWith("Level " + level + " of " + zarr + ": "), host.lines.toString());
		assertEquals("my cells.ome.zarr" + (level == 0 ? "" : " level " + level), image.getTitle());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|No OME-Zarr is given; add path=[", "path=[ZARR] level=3|there are levels 0 to 2",
		"path=[ZARR] level=-1|The value level=-1 is not valid; use auto, or the number of a level, such as 0.",
		"path=[ZARR] level=9999999999|is not valid", "path=[ZARR] level=best|is not valid", "path=[/no/such.ome.zarr]|doesn't exist" })
	void saysWhatIsWrong(final String macro, final String part) {
		final String text = macro.replace("ZARR", zarr.toString());
		final InputException e = assertThrows(InputException.class, () -> host.run(open, null, text));
		assertTrue(e.getMessage().contains(part), e.getMessage());
		assertEquals(0, host.shown.size());
	}

	@Test
	void theDialogTellsWhichLevelsThereAre() {
		assertEquals("Choose the folder of an OME-Zarr, or drop it on the field.", open.advice(null, Values.defaults(open.options()),
			host.session));
		assertEquals("Level 1 of " + zarr + ": 300 x 265 pixels, 4 planes. There are levels 0 (600 x 530), 1 (300 x 265), 2 (150 x 132).",
			open.advice(null, Values.parse(open.options(), "path=[" + zarr + "] level=1"), host.session));
	}
}
