package org.vaerestore.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.train.TrainingSettings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

class BenchTest {

	private static final int SIDE = 64;

	@TempDir
	private Path data;

	@Test
	void measuresOneNoisyImageAndTheFirstFrameOfAStack() throws IOException {
		final ByteProcessor truth = picture(0);
		save(truth, "fmd/clean/SOME.png");
		for (int frame = 1; frame <= 4; frame++)
			save(noisy(truth, frame), "fmd/raw/SOME_" + frame + ".png");
		for (final Protocol protocol : List.of(Protocol.D1, Protocol.D4)) {
			final BenchReport report = new BenchReport();
			final List<BenchRow> rows = run(protocol, report);
			assertEquals("input builtin", methods(rows));
			assertEquals(10 * Math.log10(255 * 255 / 400.0), rows.get(0).psnr(), 0.3, "noise of standard deviation 20");
			assertTrue(rows.get(1).psnr() > rows.get(0).psnr() + 4, rows.toString());
			report.write(data.resolve("report"), Progress.silent());
			final JsonNode json = new ObjectMapper().readTree(data.resolve("report/bench.json").toFile());
			assertEquals(2, json.size());
			assertTrue(json.get(1).get("mask").isNull() && json.get(1).get("psnr").asDouble() == rows.get(1).psnr());
			assertEquals(rows.get(1).fitted(), json.get(1).get("fitted").asDouble());
			assertTrue(rows.get(1).fitted() >= rows.get(1).psnr() - 0.001, rows.toString());
			assertTrue(json.get(0).get("within68") == null && json.get(1).get("within68").asDouble() > 0.3, json.toString());
			assertTrue(Files.readString(data.resolve("report/index.html")).contains("builtin"));
			assertTrue(BenchTable.markdown(rows).contains("| builtin |"), BenchTable.markdown(rows));
		}
	}

	@Test
	void measuresADamagedImageAndFindsItInItsStack() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int plane = 0; plane < 4; plane++)
			stack.addSlice(picture(plane));
		save(stack.getProcessor(3).convertToFloat(), "inpainting/clean/ANY.tif");
		Files.createDirectories(data.resolve("microscopy"));
		new FileSaver(new ImagePlus("", stack)).saveAsTiffStack(data.resolve("microscopy/whole.tif").toString());
		final ByteProcessor mask = new ByteProcessor(SIDE, SIDE);
		mask.setColor(255);
		mask.fill(new Roi(20, 10, 12, 12));
		save(mask, "inpainting/masks/ANY__square.png");
		for (final Protocol protocol : List.of(Protocol.I1, Protocol.IS)) {
			final List<BenchRow> rows = run(protocol, new BenchReport());
			assertEquals("laplace biharmonic builtin", methods(rows), protocol.toString());
			assertEquals("square", rows.get(0).mask());
			for (final BenchRow row : rows)
				assertTrue(row.psnr() > 12 && row.ssim() > 0.8, row.toString());
		}
	}

	@Test
	void looksAtSamplesOfRestoredRegions() throws IOException {
		save(picture(0).convertToFloat(), "inpainting/clean/ANY.tif");
		final ByteProcessor mask = new ByteProcessor(SIDE, SIDE);
		mask.setColor(255);
		mask.fill(new Roi(20, 10, 24, 24));
		save(mask, "inpainting/masks/ANY__square.png");
		final BenchReport report = new BenchReport();
		final List<BenchRow> rows = run(Protocol.L1, report);
		assertEquals("laplace, biharmonic, builtin, builtin, natural, builtin, sampled", rows.stream().map(BenchRow::method).collect(Collectors.joining(
			", ")));
		final BenchRow mean = rows.get(2), sampled = rows.get(4);
		assertEquals(3, mean.looks().bands().size());
		assertTrue(mean.sampled() == null && sampled.sampled().spread().ranks().size() == 3, sampled.toString());
		assertTrue(Double.isFinite(sampled.sampled().psnr()) && sampled.sampled().psnr() != sampled.psnr(), sampled.toString());
		final String table = LooksTable.markdown(rows);
		assertTrue(table.contains("| square, builtin, sampled |") && !table.contains("laplace"), table);
		report.write(data.resolve("report"), Progress.silent());
		final JsonNode json = new ObjectMapper().readTree(data.resolve("report/bench.json").toFile()).get(4);
		assertEquals(sampled.looks().energy(), json.get("energy").asDouble());
		assertEquals(3, json.get("ranks").size());
		assertEquals("", LooksTable.markdown(run(Protocol.I1, new BenchReport())));
	}

	@Test
	void measuresTextureAndTrainsOnOthersOfItsKindWhereThereAreSome() throws IOException {
		for (final String name : List.of("alone", "kin")) {
			save(picture(0), "texture/clean/" + name + ".tif");
			save(noisy(picture(0), 1).convertToFloat(), "texture/noisy/" + name + ".tif");
		}
		save(noisy(picture(5), 2).convertToFloat(), "texture/train/kin.tif");
		final List<BenchCase> cases = new BenchCases(data).of(Protocol.T1);
		assertEquals(cases.get(0).input(), cases.get(0).training());
		assertEquals("kin", cases.get(1).image());
		assertTrue(cases.get(1).training().getProcessor().getf(0) != cases.get(1).input().getProcessor().getf(0));
		final List<BenchRow> rows = new Bench(Protocol.T1, 0.001, 2, TrainingSettings.defaults()).run(data, new BenchReport(),
			Progress.silent());
		assertEquals("input builtin trained input builtin trained", methods(rows));
		for (final BenchRow row : rows)
			assertTrue(Double.isNaN(row.fitted()) && (row.method().equals("input") || row.psnr() > 25), row.toString());
		assertTrue(BenchTable.markdown(rows).startsWith("| T1, PSNR in dB | alone | kin | mean PSNR / SSIM |"));
	}

	@Test
	void aGainAndAnOffsetAreFittedBeforeTheyAreMeasured() {
		final ImageProcessor truth = picture(0), dark = truth.convertToFloat();
		dark.multiply(0.5);
		dark.add(20);
		assertTrue(Fitted.psnr(dark, truth, 255) > 100);
		final ImageProcessor noisy = noisy(truth, 1).convertToFloat();
		final double before = Fitted.psnr(noisy, truth, 255);
		noisy.multiply(0.5);
		assertEquals(before, Fitted.psnr(noisy, truth, 255), 1e-3);
	}

	@Test
	void saysWhatTheFolderShouldHave() {
		assertTrue(assertThrows(InputException.class, () -> run(Protocol.I1, new BenchReport())).getMessage().contains(
			"inpainting/masks"));
	}

	private List<BenchRow> run(final Protocol protocol, final Bench.Listener listener) {
		return new Bench(protocol, 0, 2, TrainingSettings.defaults()).run(data, listener, Progress.silent());
	}

	private static String methods(final List<BenchRow> rows) {
		return rows.stream().map(BenchRow::method).collect(Collectors.joining(" "));
	}

	private static ByteProcessor picture(final int phase) {
		final ByteProcessor picture = new ByteProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++)
			picture.set(i, (int) Math.round(128 + 60 * Math.sin((i % SIDE + 2 * phase) / 9.0) * Math.cos(i / SIDE / 13.0)));
		return picture;
	}

	/** Adds noise of standard deviation 20. */
	private static ImageProcessor noisy(final ImageProcessor picture, final long seed) {
		final Random random = new Random(seed);
		final ImageProcessor noisy = picture.duplicate();
		for (int i = 0; i < noisy.getPixelCount(); i++)
			noisy.set(i, Math.max(0, Math.min(255, (int) Math.round(noisy.get(i) + 20 * random.nextGaussian()))));
		return noisy;
	}

	private void save(final ImageProcessor picture, final String name) throws IOException {
		final Path path = data.resolve(name);
		Files.createDirectories(path.getParent());
		final FileSaver saver = new FileSaver(new ImagePlus("", picture));
		if (name.endsWith(".png")) saver.saveAsPng(path.toString());
		else saver.saveAsTiff(path.toString());
	}
}
