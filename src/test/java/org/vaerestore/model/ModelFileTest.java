package org.vaerestore.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.job.InputException;
import org.vaerestore.vae.Tensor;

class ModelFileTest {

	@TempDir
	Path folder;

	@Test
	void aModelComesBackAsItWas() {
		for (long seed = 0; seed < 5; seed++) {
			final VaeModel model = SampleModels.full(seed);
			final Path path = folder.resolve("m.vae.zip");
			ModelFile.write(model, path);
			assertSame(model, ModelFile.read(path));
		}
	}

	@Test
	void whatAModelLacksStaysAway() {
		final Path path = folder.resolve("bare.vae.zip");
		ModelFile.write(SampleModels.bare(), path);
		final VaeModel again = ModelFile.read(path);
		assertSame(SampleModels.bare(), again);
		assertNull(again.density());
		assertNull(again.sample());
		assertNull(again.checkpoint());
	}

	@Test
	void largeTensorsComeBackBitForBit() {
		final SplittableRandom random = new SplittableRandom(5);
		final VaeModel bare = SampleModels.bare();
		final Tensor large = SampleModels.tensor(random, "large", 3, 70_001);
		large.values()[7] = Float.NaN;
		large.values()[8] = -0f;
		large.values()[9] = Float.MIN_VALUE;
		final VaeModel model = new VaeModel(bare.id(), bare.architecture(), bare.inputSize(), bare.normalisation(), bare
			.noise(), bare.settings(), bare.history(), bare.provenance(), List.of(large, SampleModels.tensor(random, "b",
				16_384)), null, null, null);
		final Path path = folder.resolve("large.vae.zip");
		ModelFile.write(model, path);
		assertSame(model, ModelFile.read(path));
		assertEquals(3 * 70_001 + 16_384, model.parameters());
	}

	@Test
	void equalModelsMakeEqualFiles() throws IOException {
		final Path one = folder.resolve("one.vae.zip");
		final Path two = folder.resolve("two.vae.zip");
		final VaeModel model = SampleModels.full(3);
		final Map<String, String> reversed = new LinkedHashMap<>();
		new TreeMap<>(model.settings()).descendingMap().forEach(reversed::put);
		ModelFile.write(model, one);
		ModelFile.write(new VaeModel(model.id(), model.architecture(), model.inputSize(), model.normalisation(), model
			.noise(), reversed, model.history(), model.provenance(), model.weights(), model.density(), model.sample(), model
				.checkpoint()), two);
		assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
	}

	@Test
	void withoutCheckpointOnlyTheCheckpointIsGone() {
		final VaeModel model = SampleModels.full(4);
		final Path path = folder.resolve("m.vae.zip");
		ModelFile.write(model.withoutCheckpoint(), path);
		final VaeModel again = ModelFile.read(path);
		assertNull(again.checkpoint());
		assertSame(model, again.withCheckpoint(model.checkpoint()));
	}

	@Test
	void replacesAFileAndLeavesNothingElseBehind() throws IOException {
		final Path path = folder.resolve("m.vae.zip");
		Files.writeString(path, "something else");
		ModelFile.write(SampleModels.full(1), path);
		ModelFile.write(SampleModels.full(2), path);
		assertEquals("m2", ModelFile.read(path).id());
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(path), files.toList());
		}
	}

	@Test
	void aLinkStaysALink() throws IOException {
		final Path target = folder.resolve("target.vae.zip");
		final Path link = folder.resolve("link.vae.zip");
		Files.createFile(target);
		Files.createSymbolicLink(link, target);
		ModelFile.write(SampleModels.full(1), link);
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("m1", ModelFile.read(target).id());
	}

	@Test
	void writingToNowhereFailsWithASentence() {
		final Path nowhere = folder.resolve("no/such/m.vae.zip");
		final String message = assertThrows(InputException.class, () -> ModelFile.write(SampleModels.bare(), nowhere))
			.getMessage();
		assertTrue(message.contains("no/such") && message.contains("doesn't exist"), message);
		assertThrows(InputException.class, () -> ModelFile.write(SampleModels.bare(), folder));
	}

	@Test
	void peopleCanReadTheJson() throws IOException {
		final Path path = folder.resolve("m.vae.zip");
		ModelFile.write(SampleModels.full(1), path);
		try (ArchiveReader archive = new ArchiveReader(path)) {
			final String json = new String(archive.bytes("model.json", 1 << 20), StandardCharsets.UTF_8);
			for (final String part : List.of("\"format\" : \"VAE Restore model\",\n", "\"version\" : 2,\n",
				"  \"title\" : \"cells \u00b5m \\\"quoted\\\"\",\n", "\"shape\" : [ 3, 3, 2, 5 ],\n",
				"\"validationPsnr\" : null",
				"\"low\" : \"-Infinity\""))
				assertTrue(json.contains(part), () -> part + " is not in " + json);
		}
	}

	private static void assertSame(final VaeModel expected, final VaeModel actual) {
		assertEquals(expected.id(), actual.id());
		assertEquals(expected.architecture(), actual.architecture());
		assertEquals(expected.inputSize(), actual.inputSize());
		assertEquals(expected.normalisation(), actual.normalisation());
		assertEquals(expected.noise(), actual.noise());
		assertEquals(expected.settings(), actual.settings());
		assertEquals(expected.history(), actual.history());
		assertEquals(expected.provenance(), actual.provenance());
		assertSame(expected.weights(), actual.weights());
		assertEquals(expected.density(), actual.density());
		assertArrayEquals(expected.sample(), actual.sample());
		if (expected.checkpoint() == null) {
			assertNull(actual.checkpoint());
			return;
		}
		assertSame(expected.checkpoint().state(), actual.checkpoint().state());
		assertEquals(expected.checkpoint().counters(), actual.checkpoint().counters());
	}

	private static void assertSame(final List<Tensor> expected, final List<Tensor> actual) {
		assertEquals(expected.size(), actual.size());
		for (int k = 0; k < expected.size(); k++) {
			assertEquals(expected.get(k).name(), actual.get(k).name());
			assertArrayEquals(expected.get(k).shape(), actual.get(k).shape());
			for (int i = 0; i < expected.get(k).values().length; i++)
				assertEquals(Float.floatToRawIntBits(expected.get(k).values()[i]), Float.floatToRawIntBits(actual.get(k)
					.values()[i]));
		}
	}
}
