package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.InputException;
import org.vaerestore.model.VaeModel;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

class BatchActionTest {

	private static VaeModel model;

	private final Action batch = Actions.named("batch");
	private final RecordingHost host = new RecordingHost();

	@TempDir
	Path folder;

	private Path in;
	private Path out;

	@BeforeAll
	static void train() {
		model = TinyModel.clean();
	}

	@BeforeEach
	void prepare() throws IOException {
		in = Files.createDirectory(folder.resolve("my images"));
		out = folder.resolve("results [1]");
		host.session.setModel(model, "tiny");
	}

	@Test
	void enhancesAllImagesAsEnhanceDoes() {
		for (final int bits : new int[] { 8, 16, 24, 32 })
			ImageWriter.write(TinyModel.waves(bits, 1, 2, 1), in.resolve("image " + bits + ".tif"));
		run("samples=1");
		assertEquals(List.of("image 16.tif: done", "image 24.tif: done", "image 32.tif: done", "image 8.tif: done"), rows());
		for (final int bits : new int[] { 8, 16, 24, 32 }) {
			final ImagePlus image = TinyModel.waves(bits, 1, 2, 1);
			final ImagePlus wanted = host.run(Actions.named("enhance"), image, "samples=1").last();
			assertAlike(wanted, ImageReader.read(out.resolve("image " + bits + ".tif")));
		}
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void writesAReportOfEach() throws IOException {
		for (final String name : new String[] { "one", "two" })
			ImageWriter.write(TinyModel.waves(8, 1, 1, 1), in.resolve(name + ".tif"));
		run("samples=2 report=yes");
		for (final String name : new String[] { "one", "two" }) {
			assertTrue(Files.readString(out.resolve(name + "-report.html")).contains("May it be quantified?"));
			assertTrue(Files.exists(out.resolve(name + "-report.json")));
			assertTrue(Files.readString(out.resolve("summary.csv")).contains(name + "-report.html"));
			assertFalse(Files.exists(out.resolve(name + "-uncertainty.tif")));
		}
	}

	@Test
	void fitsTheBuiltInModelToEachImageAndBeginsOneJobForEach() {
		for (final int bits : new int[] { 8, 16 })
			ImageWriter.write(TinyModel.waves(bits, 1, 1, 1), in.resolve("image " + bits + ".tif"));
		run("model=built-in");
		assertEquals(3, host.jobsBegun, "the batch and its two images");
		for (final int bits : new int[] { 8, 16 }) {
			final ImagePlus wanted = host.run(Actions.named("enhance"), TinyModel.waves(bits, 1, 1, 1), "model=built-in").last();
			assertAlike(wanted, ImageReader.read(out.resolve("image " + bits + ".tif")));
		}
	}

	@Test
	void takesNoiseThatTheUserKnows() {
		final String known = "model=built-in known=values deviation=30";
		ImageWriter.write(TinyModel.waves(16, 1, 1, 1), in.resolve("image.tif"));
		run(known);
		final ImagePlus wanted = host.run(Actions.named("enhance"), TinyModel.waves(16, 1, 1, 1), known).last();
		final ImagePlus found = host.run(Actions.named("enhance"), TinyModel.waves(16, 1, 1, 1), "model=built-in").last();
		assertAlike(wanted, ImageReader.read(out.resolve("image.tif")));
		assertNotEquals(found.getProcessor().getf(5, 5), wanted.getProcessor().getf(5, 5), "as it would be without");
	}

	@Test
	void saysForWhatNoiseIsOfNoUse() {
		write("a.tif");
		assertFails("known=values deviation=3", "model=built-in");
		assertFails("job=restore model=built-in known=values deviation=3", "job=enhance");
		assertFalse(Files.exists(out.resolve("summary.csv")));
	}

	@Test
	void takesWhatMatchesThePattern() {
		for (final String name : new String[] { "a1.tif", "a2.tif", "a10.tif", "b1.tif" })
			write(name);
		run("samples=1 pattern=a?.tif");
		assertEquals(List.of("a1.tif: done", "a2.tif: done"), rows());
		assertEquals(List.of("a1.tif", "a2.tif", "summary.csv"), names(out));
	}

	@Test
	void goesOnAfterAStop() {
		for (final String name : new String[] { "a.tif", "b.tif", "c.tif" })
			write(name);
		host.cancelled = () -> Files.exists(out.resolve("a.tif"));
		run("samples=1");
		assertEquals(List.of("a.tif: done"), rows());
		assertEquals(List.of("Cancelled after 1 of 3 images; run it again to go on."), host.lines);
		host.cancelled = () -> false;
		run("samples=1");
		assertEquals(List.of("a.tif: skipped: there already", "b.tif: done", "c.tif: done"), rows());
		assertEquals(List.of("a.tif", "b.tif", "c.tif", "summary.csv"), names(out));
	}

	@Test
	void leavesNoPartOfAnImage() {
		write("a.tif");
		ImageWriter.write(TinyModel.waves(8, 1, 4, 1), in.resolve("b.tif"));
		host.cancelled = () -> Files.exists(out.resolve("a.tif")) && host.done > 0.6 && host.done < 0.9;
		run("samples=1");
		assertEquals(List.of("a.tif: done", "b.tif: cancelled"), rows());
		assertEquals(List.of("a.tif", "summary.csv"), names(out));
		assertEquals(List.of("Cancelled after 1 of 2 images; run it again to go on."), host.lines);
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void namesWhatItCouldNotReadAndDoesTheRest() throws IOException {
		write("a.tif");
		Files.write(in.resolve("b.tif"), new byte[] { 'I', 'I', 42, 0, 8, 0 });
		Files.writeString(in.resolve("c notes.txt"), "no image, only words");
		Files.createFile(in.resolve("d.png"));
		write("e.tif");
		Files.createDirectory(in.resolve("f"));
		write(".hidden.tif");
		run("samples=1");
		assertEquals(List.of("a.tif", "e.tif", "summary.csv"), names(out));
		final List<String> rows = rows();
		assertEquals(5, rows.size(), rows.toString());
		assertEquals("a.tif: done", rows.get(0));
		for (int row = 1; row < 4; row++)
			assertTrue(rows.get(row).contains(": failed: The file ") && rows.get(row).contains("my images"), rows.get(row));
		assertEquals("e.tif: done", rows.get(4));
	}

	@Test
	void keepsTheSummaryAsATable() throws IOException {
		Files.writeString(in.resolve("a, \"notes\".txt"), "no image, only words");
		write("b.tif");
		run("samples=1");
		final ResultsTable read = ResultsTable.open(out.resolve("summary.csv").toString());
		assertEquals(2, read.size());
		assertEquals("b.tif", read.getStringValue("file", 1));
		assertEquals("done", read.getStringValue("result", 1));
		assertTrue(read.getStringValue("result", 0).startsWith("failed: "), read.getStringValue("result", 0));
	}

	@ParameterizedTest
	@ValueSource(classes = { OutOfMemoryError.class, StackOverflowError.class, IllegalStateException.class,
		NullPointerException.class, NoClassDefFoundError.class })
	void goesOnWhateverOneImageThrows(final Class<? extends Throwable> fault) throws IOException {
		for (final String name : new String[] { "a.tif", "b.tif", "c.tif" })
			write(name);
		host.cancelled = () -> {
			if (host.jobsOpen == 2 && host.jobsBegun == 3) throw thrown(fault);
			return false;
		};
		run("samples=1");
		final List<String> rows = rows();
		assertEquals(List.of("a.tif: done", "c.tif: done"), List.of(rows.get(0), rows.get(2)));
		assertTrue(rows.get(1).startsWith("b.tif: failed: ") && rows.get(1).contains(fault == OutOfMemoryError.class
			? "not enough memory" : fault.getSimpleName()), rows.get(1));
		assertEquals(List.of("a.tif", "c.tif", "summary.csv"), names(out));
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void theSummaryTellsOfEachImageAsSoonAsItIsDone() throws IOException {
		for (final String name : new String[] { "a.tif", "b.tif", "c.tif" })
			write(name);
		final List<String> seen = new ArrayList<>();
		host.cancelled = () -> {
			final int before = host.jobsBegun - 2;
			if (host.jobsOpen == 2 && before > seen.size()) seen.add(readSummary());
			return false;
		};
		run("samples=1");
		assertTrue(seen.get(0).matches("file,result,seconds\na.tif,done,[0-9.]+\n"), seen.get(0));
		assertTrue(seen.get(1).matches("(?s).*\na.tif,done,[0-9.]+\nb.tif,done,[0-9.]+\n"), seen.get(1));
		assertEquals(4, readSummary().lines().count());
	}

	@Test
	void aSummaryThatCantBeWrittenEndsNothing() throws IOException {
		write("a.tif");
		write("b.tif");
		Files.createDirectories(out.resolve("summary.csv"));
		assertFails(folders() + "samples=1", "summary.csv is a folder");
		assertEquals(List.of("a.tif: done", "b.tif: done"), rows());
		assertEquals(1, host.lines.size(), host.lines.toString());
	}

	@Test
	void restoresWithMasksOfTheSameName() throws IOException {
		final Path masks = Files.createDirectory(folder.resolve("masks"));
		write("a.tif");
		write("b.tif");
		write("c.tif");
		final ImagePlus mask = TinyModel.waves(8, 1, 1, 1);
		final ImageProcessor pixels = mask.getProcessor();
		pixels.set(0);
		pixels.setValue(255);
		pixels.fill(new Roi(10, 12, 8, 9));
		ImageWriter.write(mask, masks.resolve("a.png"));
		pixels.set(0);
		ImageWriter.write(mask, masks.resolve("b.png"));
		run("samples=1 job=restore masks=[" + masks + "]");
		final List<String> rows = rows();
		assertEquals("a.tif: done", rows.get(0));
		assertTrue(rows.get(1).contains("failed: There is nothing to restore"), rows.get(1));
		assertTrue(rows.get(2).contains("failed: There is no mask named c in " + masks), rows.get(2));
		assertEquals(72, MaskOverlay.restored(ImageReader.read(out.resolve("a.tif"))).orElseThrow().count());
	}

	@Test
	void masksMayMarkWhatIsToBeKept() throws IOException {
		final Path masks = Files.createDirectory(folder.resolve("masks"));
		write("a.tif");
		final ImagePlus mask = TinyModel.waves(8, 1, 1, 1);
		mask.getProcessor().set(255);
		mask.getProcessor().setValue(0);
		mask.getProcessor().fill(new Roi(10, 12, 8, 9));
		ImageWriter.write(mask, masks.resolve("a.png"));
		run("samples=1 job=restore masks=[" + masks + "] invert=yes");
		assertEquals(72, MaskOverlay.restored(ImageReader.read(out.resolve("a.tif"))).orElseThrow().count());
		assertTrue(host.lines.contains("The mask " + masks.resolve("a.png") + " marks 72 of 4,096 pixels (1.76 %)."), host.lines.toString());
	}

	@Test
	void restoresWithTheMasksThatImagesBring() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		image.setRoi(new Roi(10, 12, 8, 9));
		host.run(Actions.named("mask"), image, "");
		image.deleteRoi();
		ImageWriter.write(image, in.resolve("a.tif"));
		write("b.tif");
		run("samples=2 job=restore uncertainty=yes depth=32-bit");
		assertEquals("a.tif: done", rows().get(0));
		assertTrue(rows().get(1).contains("failed: \"b.tif\" has no mask in its overlay; give a folder of masks"), rows().get(
			1));
		assertEquals(List.of("a-uncertainty.tif", "a.tif", "summary.csv"), names(out));
		assertEquals(32, ImageReader.read(out.resolve("a.tif")).getBitDepth());
	}

	@Test
	void restoresPixelsThatAreNoNumbersWithoutAMask() {
		final ImagePlus image = TinyModel.waves(32, 1, 1, 1);
		image.getProcessor().setf(20, 30, Float.NaN);
		ImageWriter.write(image, in.resolve("a.tif"));
		run("samples=1 job=restore");
		assertEquals(List.of("a.tif: done"), rows());
		assertTrue(Float.isFinite(ImageReader.read(out.resolve("a.tif")).getProcessor().getf(20, 30)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "output=[OUT]|No input folder is given; add input=", "input=[IN]|No file in",
		"input=[IN/none] output=[OUT]|There is no folder", "input=[IN] output=[OUT]|No file in",
		"input=[IN] output=[OUT] pattern=*.none|matches *.none", "input=[IN] output=[OUT] pattern=[[]|no closing bracket",
		"input=[IN] output=[OUT] pattern={a|is not a pattern", "input=[IN] output=[OUT] job=train|use restore, enhance" })
	void saysWhatIsMissing(final String macro, final String part) {
		assertFails(macro.replace("IN", in.toString()).replace("OUT", out.toString()), part);
		assertFalse(Files.exists(out), "nothing was made");
	}

	@Test
	void saysThatThereIsNoOutputFolder() {
		write("a.tif");
		assertFails("input=[" + in + "]", "No output folder is given; add output=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/../my images" })
	void overwritesNoImage(final String end) {
		write("a.tif");
		assertFails("input=[" + in + "] output=[" + in + end + "]", "no image is overwritten");
		assertEquals(List.of("a.tif"), names(in));
	}

	@Test
	void saysThatTheOutputFolderIsAFile() throws IOException {
		write("a.tif");
		Files.createFile(out);
		assertFails(folders() + "samples=1", "is a file; give the path of a folder");
	}

	@Test
	void saysThatTwoResultsWouldBeTheSameFile() {
		write("a.tif");
		write("a.png");
		assertFails(folders() + "samples=1", "a.png and a.tif would be the same file");
	}

	@Test
	void saysThatTheUncertaintyNeedsSamples() {
		write("a.tif");
		assertFails(folders() + "samples=1 uncertainty=yes", "needs at least 2 samples");
	}

	@Test
	void advisesHowManyMatch() {
		write("a.tif");
		write("b.tif");
		assertEquals("2 images match. Model: tiny, trained on waves.", batch.advice(null, Values.parse(batch.options(),
			folders()), host.session));
	}

	private static Error thrown(final Class<? extends Throwable> fault) {
		try {
			final Throwable made = fault.getConstructor().newInstance();
			if (made instanceof RuntimeException exception) throw exception;
			return (Error) made;
		}
		catch (final ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}

	private String readSummary() {
		try {
			return Files.readString(out.resolve("summary.csv"));
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	private void write(final String name) {
		ImageWriter.write(TinyModel.waves(8, 1, 1, 1), in.resolve(name));
	}

	private String folders() {
		return "input=[" + in + "] output=[" + out + "] ";
	}

	private void run(final String macro) {
		host.run(batch, null, folders() + macro);
	}

	private void assertFails(final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(batch, null, macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	private List<String> rows() {
		final ResultsTable table = host.tables.get("VAE Batch");
		final List<String> rows = new ArrayList<>();
		for (int row = 0; row < table.size(); row++)
			rows.add(table.getStringValue("file", row) + ": " + table.getStringValue("result", row));
		return rows;
	}

	private static List<String> names(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	private static void assertAlike(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		assertEquals(expected.getStackSize(), actual.getStackSize());
		for (int plane = 1; plane <= expected.getStackSize(); plane++)
			assertArrayEquals(expected.getStack().getProcessor(plane).getIntArray(), actual.getStack().getProcessor(plane)
				.getIntArray());
	}
}
