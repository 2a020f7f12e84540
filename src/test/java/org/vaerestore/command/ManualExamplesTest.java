package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.parse.ParseService;
import org.vaerestore.documentation.Snippet;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.model.ModelFile;

import ij.ImagePlus;

/** What the README says to scripts is what commands understand. */
class ManualExamplesTest extends ScijavaTest {

	private static final Pattern CALL = Pattern.compile("command\\.run\\(\"([^\"]*)\", [tT]rue,([^)]*)\\)");
	private static final Pattern PAIR = Pattern.compile("\"(\\w+)\", (\"[^\"]*\"|\\w+)");
	private static final Pattern RUN = Pattern.compile("--run \"([^\"]*)\" '([^']*)'");
	private static final Pattern OUTPUT = Pattern.compile("getOutput\\(\"(\\w+)\"\\)");

	@TempDir
	Path folder;

	private final String manual;

	ManualExamplesTest() throws IOException {
		manual = Files.readString(Path.of("README.md"));
	}

	/** Each script's call is made, and has the outputs that the script then asks for. */
	@TestFactory
	Stream<DynamicTest> scriptsRun() {
		final List<Snippet> scripts = Stream.of("groovy", "python").flatMap(kind -> Snippet.blocks(kind).stream()).toList();
		assertTrue(scripts.size() > 1);
		return scripts.stream().map(script -> DynamicTest.dynamicTest(script.toString(), () -> {
			final Matcher call = CALL.matcher(script.text());
			assertTrue(call.find(), script.text());
			final Map<String, Object> inputs = new LinkedHashMap<>();
			for (final Matcher pair = PAIR.matcher(call.group(2)); pair.find();)
				inputs.put(pair.group(1), value(pair.group(1), pair.group(2)));
			assertTrue(inputs.size() > 2, call.group());
			final CommandModule run = context.service(CommandService.class).run(call.group(1), true, inputs).get();
			assertFalse(run.isCanceled(), run.getCancelReason());
			int asked = 0;
			for (final Matcher output = OUTPUT.matcher(script.text()); output.find(); asked++)
				assertNotNull(run.getOutput(output.group(1)), output.group());
			assertTrue(asked > 0, script.text());
		}));
	}

	@Test
	void theRunLineRuns() throws Exception {
		final Matcher run = RUN.matcher(manual);
		assertTrue(run.find());
		final Path input = Files.createDirectory(folder.resolve("in")), output = folder.resolve("out");
		ImageWriter.write(TinyModel.waves(8, 1, 1, 1), input.resolve("cells.tif"));
		final Map<String, Object> values = new LinkedHashMap<>();
		context.service(ParseService.class).parse(run.group(2)).asMap().forEach((key, value) -> values.put(key, switch (key) {
			case "input" -> input.toString();
			case "output" -> output.toString();
			default -> value(key, value.toString());
		}));
		assertTrue(values.size() > 3, values.toString());
		final CommandInfo command = context.service(CommandService.class).getCommands().stream().filter(candidate -> run.group(1)
			.equals(candidate.getTitle())).findAny().orElseThrow();
		final CommandModule done = context.service(CommandService.class).run(command, true, values).get();
		assertFalse(done.isCanceled(), done.getCancelReason());
		assertTrue(Files.exists(output.resolve("cells.tif")));
	}

	/** Returns the value of an input: the image, a model of the test, and hardly any time to learn. */
	private Object value(final String key, final String text) {
		switch (key) {
			case "imp":
				return damaged();
			case "file":
				ModelFile.write(MODEL, folder.resolve("model.vae.zip"));
				return folder.resolve("model.vae.zip").toString();
			case "minutes":
				return 0.01;
			default:
				return text.startsWith("\"") ? text.replace("\"", "") : text.matches("[0-9.]+") ? (Object) Double.valueOf(text) : text;
		}
	}

	private static ImagePlus damaged() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		image.setRoi(20, 20, 9, 9);
		KeptResults.of("mask", image, "");
		return image;
	}

	@Test
	void everyCommandIsNamed() {
		for (final CommandInfo command : context.service(CommandService.class).getCommands())
			if (command.getClassName().startsWith("org.vaerestore.")) assertTrue(manual.contains('`' + command.getClassName()
				.replaceFirst(".*\\.", "") + '`'), command.getClassName());
	}
}
