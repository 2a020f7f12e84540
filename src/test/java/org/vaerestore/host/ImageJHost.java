package org.vaerestore.host;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vaerestore.host.child.HeadlessHost;
import org.vaerestore.host.child.Program;
import org.vaerestore.host.child.Scripts;
import org.vaerestore.host.child.WindowHost;

import ij.ImageJ;
import io.github.classgraph.ClassGraph;
import javassist.ClassPool;
import net.imagej.patcher.LegacyInjector;

/** How ImageJ is started: what users have. */
enum ImageJHost {

	/** Plain ImageJ with its windows. */
	WINDOW(WindowHost.class, List.of(ImageJ.class), List.of()),

	/** Without a display, patched as in Fiji, which has all plugins on the class path. */
	HEADLESS(HeadlessHost.class, List.of(ImageJ.class, LegacyInjector.class, ClassPool.class, ClassGraph.class), List.of(
		"-Djava.awt.headless=true")) {

		@Override
		Stream<String> classPath() {
			return Stream.concat(super.classPath(), Stream.of(DIST.resolve("plugins").resolve("*"), DIST.resolve("jars").resolve(
				"*")).map(Path::toString));
		}
	};

	private static final Path DIST = Path.of("target", "dist").toAbsolutePath();
	private static final int MINUTES = 4;

	private final Class<?> main;
	private final List<Class<?>> libraries;
	private final List<String> flags;

	ImageJHost(final Class<?> main, final List<Class<?>> libraries, final List<String> flags) {
		this.main = main;
		this.libraries = libraries;
		this.flags = flags;
	}

	/** Skips the test that asks where this host can't run. */
	void assumePresent() {
		assumeTrue(this == HEADLESS || System.getenv("DISPLAY") != null || !File.separator.equals("/") || new File(
			"/Applications").isDirectory(), "Skipped: there is no display for ImageJ's windows; start Xvfb, or run .ci/run.");
	}

	/**
	 * Runs macros, in the order given, in one ImageJ; each gets the folder as its argument.
	 *
	 * @param folder where ImageJ starts, and macros write to; may hold images
	 */
	ImageJRun run(final Path folder, final List<Script> scripts) throws IOException, InterruptedException {
		for (int i = 0; i < scripts.size(); i++)
			Files.writeString(folder.resolve(ImageJRun.fileName(i, scripts.get(i).name()) + ".ijm"), scripts.get(i).text());
		return run(folder, Scripts.class, scripts);
	}

	/** Runs another program than the one for macros. */
	ImageJRun run(final Path folder, final Class<? extends Program> program) throws IOException, InterruptedException {
		return run(folder, program, List.of());
	}

	private ImageJRun run(final Path folder, final Class<? extends Program> program, final List<Script> scripts)
		throws IOException, InterruptedException
	{
		assumePresent();
		final Path output = folder.resolve("output.txt");
		final ProcessBuilder builder = new ProcessBuilder(command(folder, program)).directory(folder.toFile())
			.redirectErrorStream(true).redirectOutput(output.toFile());
		// Compute threads that spin while they wait take ten times as long where a core is shared.
		builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
		final Process process = builder.start();
		final boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
		if (!ended) process.destroyForcibly().waitFor();
		return new ImageJRun(folder, scripts, ended ? Integer.toString(process.exitValue()) : "not ended after " + MINUTES +
			" min", Files.readString(output));
	}

	private List<String> command(final Path folder, final Class<?> program) {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx1g", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dplugins.dir=" + DIST, "-Duser.home=" +
				folder));
		command.addAll(flags);
		command.addAll(List.of("-cp", classPath().collect(Collectors.joining(File.pathSeparator)), main.getName(), program
			.getName(), folder.toString()));
		return command;
	}

	Stream<String> classPath() {
		return Stream.concat(libraries.stream(), Stream.of(main)).map(ImageJHost::place);
	}

	private static String place(final Class<?> type) {
		final CodeSource source = type.getProtectionDomain().getCodeSource();
		try {
			return Path.of(source.getLocation().toURI()).toString();
		}
		catch (final java.net.URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
