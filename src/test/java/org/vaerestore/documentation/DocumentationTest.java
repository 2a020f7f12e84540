package org.vaerestore.documentation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.cli.CommandLineRun;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.action.Actions;
import org.vaerestore.imagej.action.Values;

/**
 * What the documentation shows works: each of its command lines, macros and pieces of Java is run from its text, on small
 * files. A piece of a kind that nobody runs fails.
 */
class DocumentationTest {

	/** Within sentences, what begins like this is a command. */
	private static final Pattern COMMAND = Pattern.compile("(mvn|vae-restore|xvfb-run|fiji) .*");
	private static final Pattern MACRO = Pattern.compile("(?:IJ\\.run\\(imp, |run\\()\"([^\"]*)\", \"([^\"]*)\"\\);?");

	@TempDir
	Path folder;

	@TestFactory
	Stream<DynamicTest> everyBlockIsRun() {
		return Snippet.all().stream().filter(Snippet::block).map(snippet -> DynamicTest.dynamicTest(snippet.toString(), () -> {
			switch (snippet.kind()) {
				case "", "bash", "sh" -> runLines(snippet);
				case "java" -> {
					new Workshop(folder);
					JavaSnippet.run(snippet.text(), folder);
				}
				case "slurm" -> ShellLine.runArray(snippet.text(), new Workshop(folder));
				case "spark" -> ShellLine.runWithoutSpark(snippet.text().strip(), new Workshop(folder));
				case "ijm" -> snippet.text().lines().forEach(DocumentationTest::checkMacro);
				// Run by ManualExamplesTest, with all services of SciJava.
				case "groovy", "python" -> assertTrue(snippet.text().contains("command.run("), snippet.text());
				default -> fail("There is no test for code of the kind '" + snippet.kind() + "'.");
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> commandsWithinSentencesAreThere() {
		return Snippet.all().stream().filter(snippet -> !snippet.block() && COMMAND.matcher(snippet.text()).matches()).map(
			snippet -> DynamicTest.dynamicTest(snippet.toString() + " " + snippet.text(), () -> ShellLine.checkNames(snippet.text())));
	}

	@TestFactory
	Stream<DynamicTest> macrosWithinSentencesAreValid() {
		return Snippet.all().stream().filter(snippet -> !snippet.block() && MACRO.matcher(snippet.text()).matches()).map(
			snippet -> DynamicTest.dynamicTest(snippet.toString(), () -> checkMacro(snippet.text())));
	}

	@TestFactory
	Stream<DynamicTest> theExamplesOfEveryCommandsHelpAreRun() {
		return CommandLineRun.examples().entrySet().stream().map(command -> DynamicTest.dynamicTest("help " + command.getKey(), () -> {
			final Workshop workshop = new Workshop(folder);
			for (final String line : command.getValue())
				ShellLine.run(line, workshop);
		}));
	}

	@Test
	void thereIsSomethingToTest() {
		assertTrue(Snippet.blocks("java").size() > 1 && Snippet.blocks("").size() > 2 && CommandLineRun.examples().size() > 8);
	}

	/** Macros need an ImageJ; those that ship with the suite and the walkthrough are run in one by tests of the hosts. */
	@Test
	void everyMacroIsRunInAnImageJ() throws IOException {
		final String runs = Files.readString(Path.of("src/test/java/org/vaerestore/host/MacrosIT.java")) + Files.readString(Path.of(
			"src/test/java/org/vaerestore/host/WalkthroughIT.java"));
		for (final Path where : List.of(Path.of("macros"), Path.of("docs")))
			try (Stream<Path> files = Files.list(where)) {
				for (final Path macro : files.filter(file -> file.toString().endsWith(".ijm")).toList())
					assertTrue(runs.contains('"' + macro.getFileName().toString().replace(".ijm", "") + '"') || runs.contains('"' + macro
						.getFileName().toString() + '"'), macro + " is run by no test");
			}
	}

	private void runLines(final Snippet snippet) throws IOException {
		final Workshop workshop = new Workshop(folder);
		for (final String line : snippet.text().lines().filter(text -> !text.isBlank() && !text.startsWith("#")).toList())
			ShellLine.run(line, workshop);
	}

	private static void checkMacro(final String line) {
		final var run = MACRO.matcher(line.strip());
		assertTrue(run.matches(), line);
		final var action = Actions.all().values().stream().filter(candidate -> candidate.label().equals(run.group(1))).findAny()
			.orElseThrow();
		action.requireImage(TinyModel.waves(8, 1, 1, 1));
		Values.parse(action.options(), run.group(2));
	}
}
