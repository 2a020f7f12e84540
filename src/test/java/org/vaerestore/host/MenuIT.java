package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

	private static final String ENTRY = "^(Plugins>.*), \"(.*)\", (.*)$";

	@ParameterizedTest
	@EnumSource
	void everyCommandIsKnown(final ImageJHost host, @TempDir final Path folder) throws Exception {
		host.run(folder, MenuProgram.class).requireClean();
		final List<String> commands = Files.readAllLines(folder.resolve("commands.txt"));
		for (final String entry : entries("$2 = $3"))
			assertTrue(commands.contains(entry), entry);
	}

	@Test
	void everyEntryIsInTheMenuOnce(@TempDir final Path folder) throws Exception {
		ImageJHost.WINDOW.run(folder, MenuProgram.class).requireClean();
		assertEquals(entries("$1>$2").stream().sorted().toList(), Files.readAllLines(folder.resolve("menu.txt")).stream()
			.filter(item -> item.startsWith("Plugins>VAE Restore>") && !item.endsWith(">-")).sorted().toList());
	}

	/** What plugins.config has, but for the lines between groups. */
	private static List<String> entries(final String as) throws IOException {
		return Files.readAllLines(Path.of("plugins.config")).stream().filter(line -> line.matches(ENTRY)).map(line -> line
			.replaceFirst(ENTRY, as)).toList();
	}
}
