package org.vaerestore.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vaerestore.job.InputException;

/**
 * Spark's own program that starts others, and what it is to be told.
 *
 * @param program spark-submit
 * @param jar what runs on Spark
 * @param jars that it needs
 */
record SparkSubmit(Path program, Path jar, List<Path> jars) {

	private static final String MAIN = "org.vaerestore.spark.VaeRestoreSpark", JAR = "vae-restore-spark-";
	/** Its options that have no value. */
	private static final Set<String> FLAGS = Set.of("--supervise", "--verbose", "-v", "--version", "--help", "-h");
	private static final Set<String> COMMANDS = Set.of("enhance", "restore");

	/**
	 * Finds both.
	 *
	 * @param environment of this program
	 * @param classPath of this program
	 * @throws InputException if one is missing
	 */
	static SparkSubmit of(final Map<String, String> environment, final String classPath) {
		final List<Path> jars = Arrays.stream(classPath.split(File.pathSeparator)).filter(entry -> entry.endsWith(".jar")).map(Path::of)
			.toList();
		final Path jar = jars.stream().filter(SparkSubmit::isOfSpark).findFirst().orElseThrow(() -> new InputException("There is no " + JAR +
			"*.jar among the jars of this program; make one with mvn -P spark -DskipTests package, in target/spark/dist/jars, and copy it to them."));
		// Spark has a logger of its own.
		return new SparkSubmit(program(environment), jar, jars.stream().filter(other -> !isOfSpark(other) && !name(other).startsWith("slf4j-"))
			.toList());
	}

	private static boolean isOfSpark(final Path jar) {
		return name(jar).startsWith(JAR);
	}

	private static String name(final Path jar) {
		return jar.getFileName().toString();
	}

	private static Path program(final Map<String, String> environment) {
		final String home = environment.get("SPARK_HOME");
		final Stream<Path> folders = home != null ? Stream.of(Path.of(home, "bin")) : Arrays.stream(environment.getOrDefault("PATH", "").split(
			File.pathSeparator)).map(Path::of);
		final String name = File.separatorChar == '\\' ? "spark-submit.cmd" : "spark-submit";
		return folders.map(folder -> folder.resolve(name)).filter(Files::isExecutable).findFirst().orElseThrow(() -> new InputException(
			"There is no " + name + (home != null ? " in " + Path.of(home, "bin") : " on the path") +
				"; install Apache Spark 4 for Scala 2.13, and let SPARK_HOME be its folder."));
	}

	/**
	 * Returns the command that starts a job.
	 *
	 * @param arguments options of Spark, then the command and its options
	 * @throws InputException if there is no command that runs on Spark
	 */
	List<String> command(final List<String> arguments) {
		int options = 0;
		while (options < arguments.size() && arguments.get(options).startsWith("-"))
			options += hasValueBehind(arguments.get(options)) ? 2 : 1;
		final String command = options < arguments.size() ? arguments.get(options) : "";
		if (!COMMANDS.contains(command)) throw new InputException("The command is '" + command +
			"', and Spark runs enhance and restore; give Spark's options first, then one of them and its options.");
		final List<String> all = new ArrayList<>(List.of(program.toString(), "--class", MAIN, "--jars", jars.stream().map(Path::toString)
			.collect(Collectors.joining(","))));
		all.addAll(arguments.subList(0, options));
		all.add(jar.toString());
		all.addAll(arguments.subList(options, arguments.size()));
		return all;
	}

	private static boolean hasValueBehind(final String option) {
		return !FLAGS.contains(option) && !option.contains("=");
	}
}
