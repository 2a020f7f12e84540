package org.vaerestore.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.vaerestore.model.VaeModel;

import net.imglib2.RandomAccessibleInterval;

/**
 * Compiles Java of the documentation as the body of a method, and runs it.
 * <p>
 * The method has what the text before the snippet speaks of: images by the names below, if the snippet doesn't declare them
 * itself, and everything of the suite and of ImgLib2 imported.
 * </p>
 */
final class JavaSnippet {

	private static final List<String> IMPORTS = List.of("java.nio.file.Path", "java.util.*", "org.vaerestore.model.*",
		"org.vaerestore.train.*", "org.vaerestore.restore.*", "org.vaerestore.enhance.*", "org.vaerestore.generate.*",
		"org.vaerestore.trust.*", "org.vaerestore.job.*", "org.vaerestore.vae.*", "net.imglib2.img.*", "net.imglib2.img.array.*",
		"net.imglib2.type.numeric.real.*", "net.imglib2.type.numeric.integer.*");
	private static final Map<String, String> GIVEN = new LinkedHashMap<>();

	static {
		for (final String name : List.of("noisy", "damaged"))
			GIVEN.put(name, "JavaFrame.image()");
		for (final String name : List.of("enhanced", "restored", "uncertainty"))
			GIVEN.put(name, "JavaFrame.empty()");
		GIVEN.put("mask", "JavaFrame.mask()");
		GIVEN.put("model", "JavaFrame.model()");
		GIVEN.put("settings", "TrainingSettings.defaults()");
		GIVEN.put("stack", "new TrainingImage(JavaFrame.image(), null, \"stack\")");
		GIVEN.put("ops", "new JavaFrame.Ops()");
	}

	private JavaSnippet() {}

	static void run(final String text, final Path folder) throws Exception {
		// A network as small as can be, trained for two steps, instead of minutes.
		final String code = text.replaceAll("\\.withMinutes\\([0-9.]+\\)", ".withNetwork(new Architecture(2, 2, 4, 1, 1), 32, 2).withSteps(2)")
			.replaceAll("Path\\.of\\(\"/?", "Path.of(\"" + folder.toString().replace("\\", "/") + "/");
		final String frame = IMPORTS.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining()) +
			"import org.vaerestore.documentation.JavaFrame;\npublic class Snippet {\npublic static void run() throws Exception {\n" +
			GIVEN.entrySet().stream().filter(given -> uses(code, given.getKey()) && !declares(code, given.getKey())).map(given -> "final var " +
				given.getKey() + " = " + given.getValue() + ";\n").collect(Collectors.joining()) + code + "\n}\n}\n";
		final Path source = Files.writeString(folder.resolve("Snippet.java"), frame), classes = Files.createDirectories(folder
			.resolve("classes"));
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final StringWriter complaints = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			final boolean good = compiler.getTask(complaints, files, null, List.of("-proc:none", "-d", classes.toString(), "-cp",
				classPath()), null, files.getJavaFileObjects(source)).call();
			assertEquals("", good ? "" : complaints.toString(), frame);
		}
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() }, JavaSnippet.class.getClassLoader())) {
			loader.loadClass("Snippet").getMethod("run").invoke(null);
		}
	}

	private static boolean uses(final String code, final String name) {
		return Pattern.compile("\\b" + name + "\\b").matcher(code).find();
	}

	private static boolean declares(final String code, final String name) {
		final Matcher declaration = Pattern.compile("(?m)^\\s*(?:final )?[A-Z][\\w<>]* " + name + "\\b").matcher(code);
		return declaration.find();
	}

	private static String classPath() {
		return Stream.of(VaeModel.class, RandomAccessibleInterval.class, JavaSnippet.class).map(type -> {
			try {
				return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
			}
			catch (final URISyntaxException e) {
				throw new IllegalStateException(e);
			}
		}).collect(Collectors.joining(File.pathSeparator));
	}
}
