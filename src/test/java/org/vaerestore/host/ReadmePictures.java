package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.host.child.PicturesProgram;

/** Makes the README's pictures from the real windows: {@code mvn -Pscreenshots verify}. */
class ReadmePictures {

	private static final Path SCREENSHOTS = Path.of("docs", "screenshots");
	private static final int MOST_BYTES = 150_000;

	@Test
	void makeAll(@TempDir final Path folder) throws Exception {
		ImageJHost.WINDOW.run(folder, PicturesProgram.class).requireClean();
		Files.createDirectories(SCREENSHOTS);
		try (Stream<Path> pictures = Files.list(folder.resolve("screenshots"))) {
			for (final Path picture : pictures.toList()) {
				assertTrue(Files.size(picture) < MOST_BYTES, picture.getFileName() + " has " + Files.size(picture) + " bytes");
				Files.copy(picture, SCREENSHOTS.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}
}
