package org.vaerestore.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.job.InputException;

class DamagedModelFileTest {

	@TempDir
	Path folder;
	private Path path;
	private byte[] good;

	@BeforeEach
	void writeModel() throws IOException {
		path = folder.resolve("m.vae.zip");
		ModelFile.write(SampleModels.plain(1), path);
		good = Files.readAllBytes(path);
	}

	@Test
	void missingEmptyAndOtherFilesAreToldApart() throws IOException {
		Files.delete(path);
		assertRefused("does not exist");
		Files.createFile(path);
		assertRefused("is empty");
		Files.writeString(path, "I am a text about something else, long enough to be a file.");
		assertRefused("no complete zip file");
		rewrite(Map.of("readme.txt", "hello".getBytes(StandardCharsets.UTF_8)), ZipEntry.DEFLATED);
		assertRefused("has no model.json");
		assertTrue(assertThrows(InputException.class, () -> ModelFile.read(folder)).getMessage().contains("is not a file"));
	}

	@Test
	void everyTruncationIsRefused() throws IOException {
		ModelFile.write(SampleModels.bare(), path);
		good = Files.readAllBytes(path);
		for (int length = 0; length < good.length; length++) {
			Files.write(path, Arrays.copyOf(good, length));
			assertRefused("");
		}
	}

	@Test
	void aFlippedByteIsRefusedOrWithoutEffect() throws IOException {
		final SplittableRandom random = new SplittableRandom(2);
		final float[] weights = SampleModels.plain(1).weights().get(0).values();
		final int trials = 1000;
		int refused = 0;
		for (int trial = 0; trial < trials; trial++) {
			final byte[] bad = good.clone();
			bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
			Files.write(path, bad);
			try {
				final VaeModel model = ModelFile.read(path);
				assertEquals("m1", model.id());
				assertArrayEquals(weights, model.weights().get(0).values());
			}
			catch (final InputException e) {
				refused++;
			}
		}
		assertTrue(refused > 0.8 * trials, "refused " + refused + " of " + trials);
	}

	@Test
	void randomBytesInsideAreRefused() throws IOException {
		final SplittableRandom random = new SplittableRandom(3);
		for (int trial = 0; trial < 300; trial++) {
			final byte[] bad = good.clone();
			final int from = random.nextInt(good.length);
			for (int i = from; i < Math.min(good.length, from + 1 + random.nextInt(60)); i++)
				bad[i] = (byte) random.nextInt(256);
			Files.write(path, bad);
			try {
				ModelFile.read(path);
			}
			catch (final InputException e) {
				assertFalse(e.getMessage().isBlank());
			}
		}
	}

	@Test
	void changedJsonIsRefusedOrRead() throws IOException {
		// The zip is whole here, so that all mistakes reach the reading of the JSON.
		final Map<String, byte[]> entries = entries();
		final byte[] json = entries.get("model.json");
		final SplittableRandom random = new SplittableRandom(4);
		final byte[] alphabet = "0123456789-+.eE\"[]{},: anultrfse".getBytes(StandardCharsets.US_ASCII);
		for (int trial = 0; trial < 400; trial++) {
			final byte[] bad = json.clone();
			for (int k = 0; k <= trial % 3; k++)
				bad[random.nextInt(bad.length)] = alphabet[random.nextInt(alphabet.length)];
			entries.put("model.json", bad);
			rewrite(entries, ZipEntry.DEFLATED);
			try {
				ModelFile.read(path);
			}
			catch (final InputException e) {
				assertTrue(e.getMessage().contains("m.vae.zip"));
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"version\" : 2|\"version\" : 3|has format version 3", "\"version\" : 2|\"version\" : 1|Train the model anew",
		"\"version\" : 2|\"version\" : -1|damaged", "\"version\" : 2|\"version\" : \"2\"|damaged",
		"VAE Restore model|Other|not a model of VAE Restore", "[ 3, 3, 2, 5 ]|[ 3, 3, 2, 4 ]|damaged",
		"[ 3, 3, 2, 5 ]|[ 2147483647, 2147483647, 2147483647, 5 ]|damaged", "[ 3, 3, 2, 5 ]|[ 1e300 ]|damaged",
		"[ 3, 3, 2, 5 ]|[ -3, -3, 2, 5 ]|damaged", "[ 3, 3, 2, 5 ]|[ 3, 3, 2, 5, 0 ]|damaged",
		"\"encoder.bias\"|\"encoder.weight\"|twice", "\"levels\" : 3|\"levels\" : 99|damaged",
		"\"levels\" : 3|\"levels\" : 3.5|damaged", "\"levels\" : 3|\"levels\" : 30000000000|damaged",
		"\"scale\" :|\"scale\" : 0, \"x\" :|damaged", "\"inputSize\" : 64|\"inputSize\" : 0|the input size is 0 pixels",
		"\"inputSize\" : 64|\"inputSize\" : 60|the input size is 60 pixels, and must be a multiple of 8 up to 512",
		"\"inputSize\" : 64|\"inputSize\" : 4096|the input size is 4096 pixels",
		"\"latentChannels\" : 2|\"latentChannels\" : 3|density has 2 dimensions, and the network 3 latent channels",
		"\"kind\" : \"mixture\"|\"kind\" : \"magic\"|unknown noise model", "\"knots\" : [ 1.0,|\"knots\" : [ 7.0,|damaged",
		"\"title\" :|\"other\" :|model.json.provenance.title is missing", "\"id\" :|\"version\" :|not JSON",
		"\"offset\" : 360|\"offset\" : 364|gap" })
	void wrongFactsAreNamed(final String from, final String to, final String message) throws IOException {
		changeJson(text -> {
			assertTrue(text.contains(from), from);
			return text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
		});
		assertRefused(message);
	}

	@Test
	void aMissingTensorIsRefused() throws IOException {
		changeJson(text -> text.replaceFirst("(?s)\\{\\s*\"name\" : \"encoder.weight\".*?\\}, ", ""));
		assertRefused("damaged");
	}

	@Test
	void weightsThatDontMatchTheirHashAreRefused() throws IOException {
		final Map<String, byte[]> entries = entries();
		entries.get("weights.bin")[17] ^= 1;
		rewrite(entries, ZipEntry.DEFLATED);
		assertRefused("weights.bin does not match its SHA-256");
	}

	@Test
	void entriesOfOtherNamesAreNotLookedAt() throws IOException {
		final Map<String, byte[]> entries = entries();
		entries.put("../../evil.txt", new byte[10]);
		entries.put("sub/model.json", new byte[10]);
		rewrite(entries, ZipEntry.DEFLATED);
		assertEquals("m1", ModelFile.read(path).id());
		entries.put("sub/weights.bin", entries.remove("weights.bin"));
		rewrite(entries, ZipEntry.DEFLATED);
		assertRefused("weights.bin is missing");
	}

	@Test
	void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
		final Map<String, byte[]> entries = entries();
		entries.put("model.json", new byte[20 << 20]);
		rewrite(entries, ZipEntry.DEFLATED);
		assertTrue(Files.size(path) < 1 << 20);
		assertRefused("can't have 20971520 bytes");
	}

	@Test
	void millionsOfValuesAreRefusedWithLittleMemory() throws IOException {
		final Map<String, byte[]> entries = entries();
		final StringBuilder text = new StringBuilder("{\"x\":[{}");
		final SplittableRandom random = new SplittableRandom(6);
		for (int i = 0; i < 4_000_000; i++)
			text.append(random.nextInt(16) == 0 ? "," + random.nextInt() : ",{}");
		entries.put("model.json", text.append("]}").toString().getBytes(StandardCharsets.US_ASCII));
		rewrite(entries, ZipEntry.DEFLATED);
		assertRefused("more, longer or deeper nested values than any model");
	}

	@Test
	void longTextsAreRefused() throws IOException {
		final Map<String, byte[]> entries = entries();
		final String text = new String(entries.get("model.json"), StandardCharsets.UTF_8), run = "x".repeat(2 << 20);
		for (final String longer : java.util.List.of(text.replaceFirst("\"title\" : \"", "$0" + run), text.replaceFirst(
			"\"title\" : ", "\"" + run + "\" : 1, $0"), text.replaceFirst("\"offset\" : ", "$0" + "1".repeat(2000))))
		{
			entries.put("model.json", longer.getBytes(StandardCharsets.UTF_8));
			rewrite(entries, ZipEntry.STORED);
			assertRefused("longer");
		}
	}

	@Test
	void theHistoryOfWeeksIsWrittenShortEnoughToBeRead() {
		final VaeModel model = SampleModels.plain(1);
		final java.util.List<TrainingPoint> history = new java.util.ArrayList<>();
		for (int step = 1; step <= 600_000; step++)
			history.add(new TrainingPoint(step, Double.NaN, 1, 1, new double[] { 1, 2, 3, 4, 5 }, 30));
		ModelFile.write(new VaeModel(model.id(), model.architecture(), model.inputSize(), model.normalisation(), model.noise(),
			model.settings(), history, model.provenance(), model.weights(), model.density(), model.sample(), model.checkpoint()), path);
		final java.util.List<TrainingPoint> read = ModelFile.read(path).history();
		assertEquals(ModelJson.MOST_POINTS, read.size());
		assertEquals(600_000, read.get(read.size() - 1).step());
	}

	@Test
	void deeplyNestedJsonIsRefused() throws IOException {
		final Map<String, byte[]> entries = entries();
		final byte[] deep = new byte[100_000];
		Arrays.fill(deep, (byte) '[');
		entries.put("model.json", deep);
		rewrite(entries, ZipEntry.STORED);
		assertRefused("deeper nested");
	}

	private void assertRefused(final String part) {
		final String message = assertThrows(InputException.class, () -> ModelFile.read(path)).getMessage();
		assertTrue(message.contains("m.vae.zip") && message.contains(part) && message.endsWith("."), message);
	}

	private void changeJson(final UnaryOperator<String> change) throws IOException {
		final Map<String, byte[]> entries = entries();
		final String before = new String(entries.get("model.json"), StandardCharsets.UTF_8);
		final String after = change.apply(before);
		assertFalse(before.equals(after), "nothing was changed");
		entries.put("model.json", after.getBytes(StandardCharsets.UTF_8));
		rewrite(entries, ZipEntry.DEFLATED);
	}

	private Map<String, byte[]> entries() throws IOException {
		Files.write(path, good);
		final Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(path.toFile())) {
			for (final ZipEntry entry : zip.stream().toList())
				entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
		}
		return entries;
	}

	private void rewrite(final Map<String, byte[]> entries, final int method) throws IOException {
		try (OutputStream out = Files.newOutputStream(path); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (final Map.Entry<String, byte[]> content : entries.entrySet()) {
				final ZipEntry entry = new ZipEntry(content.getKey());
				if (method == ZipEntry.STORED) {
					final CRC32 checksum = new CRC32();
					checksum.update(content.getValue());
					entry.setMethod(method);
					entry.setSize(content.getValue().length);
					entry.setCrc(checksum.getValue());
				}
				zip.putNextEntry(entry);
				zip.write(content.getValue());
				zip.closeEntry();
			}
		}
	}
}
