package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.host.child.MenuProgram;

/** The menu of an ImageJ that has nothing but the built program. */
class MenuIT {

	private static final String ENTRY = "^Plugins>VAE Restore, \"(.*)\", (.*)$";

	@ParameterizedTest
	@EnumSource
	void everyCommandIsKnown(final ImageJHost host, @TempDir final Path folder) throws Exception {
		host.run(folder, MenuProgram.class).requireClean();
		assertEquals(entries("$1 = $2").stream().sorted().toList(), lines(folder.resolve("commands.txt"), "vaerestore"));
	}

	@Test
	void everyEntryIsInTheMenuOnce(@TempDir final Path folder) throws Exception {
		ImageJHost.WINDOW.run(folder, MenuProgram.class).requireClean();
		assertEquals(entries("Plugins>VAE Restore>$1"), lines(folder.resolve("menu.txt"), ">VAE Restore>VAE "));
	}

	/** What plugins.config has. */
	private static List<String> entries(final String as) throws IOException {
		return lines(Path.of("plugins.config"), "VaeCommand").stream().map(line -> line.replaceFirst(ENTRY, as)).toList();
	}

	private static List<String> lines(final Path file, final String part) throws IOException {
		return Files.readAllLines(file).stream().filter(line -> line.contains(part)).toList();
	}
}
