package org.vaerestore.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vaerestore.cli.CommandLineRun;

/** Runs a line for the shell as the documentation has it, on the files of a workshop. */
final class ShellLine {

	private static final String PROGRAM = "vae-restore";
	/** What would take minutes is done in two steps of a network that is as small as can be. */
	private static final Map<String, List<String>> SHORTENED = Map.of("train", List.of("--steps", "2", "--channels", "4", "--levels",
		"2", "--patch", "32", "--batch", "2", "--from-scratch"), "pretrain", List.of("--steps", "2"),
		"bench", List.of("--minutes", "0"));
	/** What stands for something in a sentence. */
	private static final Map<String, String> PLACEHOLDERS = Map.of("DATA_DIR", "data/", "COMMAND", "train", "P", "D1");
	private static final Pattern PATH = Pattern.compile("/.*|.*/|.*\\.(tif|png|html|zip|csv|sh|json|zarr)|.*\\.zarr/.*|sample|slices");

	private ShellLine() {}

	/** Runs a line to its end, or checks what can't be run here: that Maven's profiles, goals and properties are there. */
	static void run(final String line, final Workshop workshop) throws IOException {
		final List<String> words = words(line);
		switch (words.get(0)) {
			case PROGRAM -> runProgram(words.subList(1, words.size()), workshop);
			case "source" -> run(line.replaceFirst("source <\\((.*)\\)", "$1"), workshop);
			case "mvn" -> checkMaven(words.subList(1, words.size()));
			case "xvfb-run" -> run(line.substring("xvfb-run ".length()), workshop);
			case "java" -> checkJava(words);
			// Run by ManualExamplesTest, with all services of SciJava.
			case "fiji" -> assertEquals("--run", words.get(2), line);
			default -> fail("There is no test for a line that begins with " + words.get(0) + ": " + line);
		}
	}

	/** Runs a script of a job array as its scheduler does: each task, here one after the other, the first one first. */
	static void runArray(final String script, final Workshop workshop) throws IOException {
		final Matcher array = Pattern.compile("#SBATCH --array=1-(\\d+)").matcher(script);
		assertTrue(array.find(), script);
		for (int task = 1; task <= Integer.parseInt(array.group(1)); task++)
			for (final String line : script.lines().filter(text -> text.startsWith("srun ")).toList())
				run(line.substring("srun ".length()).replace("${SLURM_ARRAY_TASK_ID}", Integer.toString(task)), workshop);
	}

	/** Runs what Spark would, in this program; on Spark, tests of its own profile run such lines. */
	static void runWithoutSpark(final String line, final Workshop workshop) throws IOException {
		assertTrue(line.startsWith(PROGRAM + " spark --master local[2] "), line);
		run(line.replace("spark --master local[2] ", ""), workshop);
	}

	/** Checks a line within a sentence, which may leave out what the sentence is not about: names alone. */
	static void checkNames(final String line) throws IOException {
		final List<String> words = words(line);
		if (!words.get(0).equals(PROGRAM)) {
			run(line, null);
			return;
		}
		if (words.get(1).equals("help")) {
			runProgram(words.subList(1, words.size()), null);
			return;
		}
		final List<String> options = CommandLineRun.options().get(words.get(1));
		assertTrue(options != null, line);
		for (final String word : words)
			if (word.startsWith("--")) assertTrue(options.contains(word), word + " in " + line);
	}

	private static void runProgram(final List<String> words, final Workshop workshop) {
		final List<String> arguments = new ArrayList<>();
		final String command = words.get(0);
		for (int i = 0; i < words.size(); i++) {
			final String word = PLACEHOLDERS.getOrDefault(words.get(i), words.get(i));
			// A training that goes on keeps its network.
			final boolean shorten = SHORTENED.containsKey(command) && !words.contains("--resume");
			if (word.equals("--minutes") && command.equals("train")) i++;
			else if (shorten && word.matches("--(patch|batch)")) i++;
			else arguments.add(i > 0 && PATH.matcher(word).matches() ? workshop.path(word).toString() : word);
		}
		if (SHORTENED.containsKey(command)) arguments.addAll(words.contains("--resume") ? List.of("--steps", "3") : SHORTENED.get(
			command));
		if (command.equals("pretrain") && !words.contains("--recipe")) arguments.addAll(List.of("--recipe", workshop.path(
			"recipe.json").toString()));
		final CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
		assertEquals(0, run.code(), String.join(" ", arguments) + "\n" + run.err());
		for (int i = 0; i + 1 < arguments.size() && !arguments.contains("--dry-run"); i++)
			if (arguments.get(i).matches("--(output|uncertainty|report|save-model|show)")) assertTrue(Files.exists(Path.of(arguments.get(i +
				1))), arguments.get(i + 1));
	}

	private static void checkMaven(final List<String> words) throws IOException {
		final String pom = Files.readString(Path.of("pom.xml"));
		for (final String word : words) {
			if (word.startsWith("-P")) for (final String profile : word.substring(2).split(",")) assertTrue(pom.contains("<id>" +
				profile + "</id>"), word);
			else if (word.startsWith("-Dbenchmark=")) assertTrue(Files.exists(Path.of("src/benchmark/java", word.substring(
				"-Dbenchmark=".length()).split(" ")[0].replace('.', '/') + ".java")), word);
			// Properties of Maven's own plugins and of the parent are named here, all others must be the project's.
			else if (word.startsWith("-D")) assertTrue(List.of("skipTests", "scijava.app.directory", "it.test", "test").contains(
				property(word)) || pom.contains("<" + property(word) + ">") || pom.contains("${" + property(word) + "}"), word);
			else if (word.equals("exec:java")) assertTrue(pom.contains("<artifactId>exec-maven-plugin</artifactId>"), word);
			else assertTrue(List.of("compile", "package", "verify", "-o", "-q").contains(word), word);
		}
	}

	private static void checkJava(final List<String> words) {
		final int main = words.indexOf("ij.ImageJ");
		assertTrue(main > 0 && words.get(main + 1).equals("-batch"), words.toString());
		assertEquals("ij.ImageJ", ij.ImageJ.class.getName());
	}

	private static String property(final String word) {
		return word.substring(2).split("=")[0];
	}

	private static List<String> words(final String line) {
		final Matcher matcher = Pattern.compile("((?:[^\\s\"']|\"[^\"]*\"|'[^']*')+)").matcher(line);
		final List<String> words = new ArrayList<>();
		while (matcher.find())
			words.add(matcher.group().replaceAll("\"", ""));
		return Arrays.asList(words.toArray(String[]::new));
	}
}
