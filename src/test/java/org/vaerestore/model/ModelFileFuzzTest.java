package org.vaerestore.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.Fuzz;

@Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelFileFuzzTest {

	@TempDir
	Path folder;

	@Test
	void damagedFiles() throws IOException {
		final Path file = folder.resolve("good.vae.zip"), changed = folder.resolve("changed.vae.zip");
		ModelFile.write(SampleModels.plain(1), file);
		Fuzz.run(1000, Fuzz.LITTLE, List.of(Files.readAllBytes(file)), bytes -> {
			write(changed, bytes);
			ModelFile.read(changed);
		}, () -> assertEquals("m1", ModelFile.read(file).id()));
	}

	@Test
	void damagedEntries() throws IOException {
		final Path file = folder.resolve("good.vae.zip"), changed = folder.resolve("changed.vae.zip");
		ModelFile.write(SampleModels.plain(1), file);
		final Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (final ZipEntry entry : zip.stream().toList())
				entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
		}
		for (final String name : List.of("model.json", "latent.json"))
			Fuzz.run(400, Fuzz.LITTLE, List.of(entries.get(name)), bytes -> {
				final Map<String, byte[]> all = new LinkedHashMap<>(entries);
				all.put(name, bytes);
				zip(changed, all);
				ModelFile.read(changed);
			}, () -> assertEquals("m1", ModelFile.read(file).id()));
	}

	private static void zip(final Path file, final Map<String, byte[]> entries) {
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void write(final Path file, final byte[] bytes) {
		try {
			Files.write(file, bytes);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
