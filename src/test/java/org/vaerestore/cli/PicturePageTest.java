package org.vaerestore.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.job.Progress;
import org.vaerestore.procedural.Gallery;

class PicturePageTest {

	private static final Pattern IMAGE = Pattern.compile("<img src=\"([^\"]+)\"");

	@TempDir
	Path folder;

	@Test
	void showsEveryKindByItsName() throws IOException {
		final Path page = new PicturePage(32, 1).write(folder, Progress.silent());
		assertEquals(folder.resolve("index.html"), page);
		final String html = Files.readString(page);
		int kinds = 0;
		for (final Gallery.Room room : Gallery.rooms()) {
			assertTrue(html.contains("<h2>" + room.name() + "</h2>"), room.name());
			for (final var exhibit : room.exhibits()) {
				assertTrue(html.contains("<figcaption>" + exhibit.name() + " 1"), exhibit.name());
				kinds++;
			}
		}
		final Matcher image = IMAGE.matcher(html);
		int images = 0;
		while (image.find()) {
			assertTrue(Files.size(folder.resolve(image.group(1))) > 100, image.group(1));
			images++;
		}
		assertTrue(images >= kinds, images + " pictures of " + kinds + " kinds");
	}

	@Test
	void isMadeInsteadOfWeights() {
		final CommandLineRun both = CommandLineRun.of("pretrain", "--show", folder.resolve("a").toString(), "--output", folder
			.resolve("b").toString()), neither = CommandLineRun.of("pretrain");
		assertEquals(2, both.code());
		assertEquals(2, neither.code());
		assertTrue(both.err().contains("--show") && both.err().contains("--output"), both.err());
		assertTrue(neither.err().contains("--show") && neither.err().contains("--output"), neither.err());
	}
}
