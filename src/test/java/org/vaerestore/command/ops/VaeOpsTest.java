package org.vaerestore.command.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.Restoration;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.Pictures;
import org.yaml.snakeyaml.Yaml;

/** SciJava Ops finds the ops in the index of the jar, and what it finds there can be called. */
class VaeOpsTest {

	private static final int WIDTH = 96, HEIGHT = 80;
	private static final String INTERVAL = "net.imglib2.RandomAccessibleInterval", PREFIX = "javaMethod:/";

	@Test
	void theIndexHasRestore() throws IOException {
		assertEquals(List.of("image INPUT " + INTERVAL + "<T>", "mask INPUT " + INTERVAL + "<B>", "model INPUT " +
			VaeModel.class.getName(), "settings INPUT " + RestoreSettings.class.getName() + " nullable", "output CONTAINER " +
				INTERVAL + "<T>"), parameters("vae.restore"));
	}

	@Test
	void theIndexHasEnhance() throws IOException {
		assertEquals(List.of("image INPUT " + INTERVAL + "<T>", "model INPUT " + VaeModel.class.getName(),
			"settings INPUT " + EnhanceSettings.class.getName() + " nullable", "output CONTAINER " + INTERVAL + "<R>"),
			parameters("vae.enhance"));
	}

	@Test
	void restoreRestoresWithGivenSettingsOrDefaults() throws Exception {
		final VaeModel model = TinyModel.clean();
		final float[] image = Pictures.waves(WIDTH, HEIGHT, 1);
		final var mask = Pictures.rectangle(WIDTH, HEIGHT, 40, 30, 9, 9);
		final RestoreSettings three = new RestoreSettings(RestoreSettings.Mode.TILES, Estimate.MEAN, 3, 7, 1);
		for (final RestoreSettings settings : new RestoreSettings[] { null, three }) {
			final float[] expected = new float[image.length], output = new float[image.length];
			Restoration.restore(Pictures.image(image, WIDTH, HEIGHT), mask, model, settings == null ? RestoreSettings.defaults()
				: settings, Pictures.image(expected, WIDTH, HEIGHT), null, Progress.silent());
			method("vae.restore").invoke(null, Pictures.image(image, WIDTH, HEIGHT), mask, model, settings, Pictures.image(
				output, WIDTH, HEIGHT));
			assertArrayEquals(expected, output);
			assertFalse(Arrays.equals(image, output));
		}
	}

	@Test
	void enhanceEnhancesWithGivenSettingsOrDefaults() throws Exception {
		final VaeModel model = TinyModel.noisy();
		final float[] image = Pictures.noisy(Pictures.waves(WIDTH, HEIGHT, 1), 20, 3);
		for (final EnhanceSettings settings : new EnhanceSettings[] { null, new EnhanceSettings(2, 0.5, 7, 1) }) {
			final float[] expected = new float[image.length], output = new float[image.length];
			Enhancement.enhance(Pictures.image(image, WIDTH, HEIGHT), model, settings == null ? EnhanceSettings.defaults()
				: settings, Pictures.image(expected, WIDTH, HEIGHT), null, Progress.silent());
			method("vae.enhance").invoke(null, Pictures.image(image, WIDTH, HEIGHT), model, settings, Pictures.image(output,
				WIDTH, HEIGHT));
			assertArrayEquals(expected, output);
			assertFalse(Arrays.equals(image, output));
		}
	}

	/** Found as the engine of SciJava Ops finds it: by the names in the index alone. */
	private static Method method(final String name) throws Exception {
		final String source = (String) op(name).get("source");
		assertEquals(PREFIX, source.substring(0, PREFIX.length()));
		final String signature = URLDecoder.decode(source.substring(PREFIX.length()), StandardCharsets.UTF_8);
		final int open = signature.indexOf('('), point = signature.lastIndexOf('.', open);
		final String[] types = signature.substring(open + 1, signature.length() - 1).split(",");
		final Class<?>[] parameters = new Class<?>[types.length];
		for (int i = 0; i < types.length; i++)
			parameters[i] = Class.forName(types[i]);
		return Class.forName(signature.substring(0, point)).getMethod(signature.substring(point + 1, open), parameters);
	}

	private static List<String> parameters(final String name) throws IOException {
		return ((List<?>) op(name).get("parameters")).stream().map(entry -> (Map<?, ?>) entry).map(parameter -> parameter.get(
			"name") + " " + parameter.get("parameter type") + " " + parameter.get("type") + ((boolean) parameter.get("nullable")
				? " nullable" : "")).toList();
	}

	private static Map<?, ?> op(final String name) throws IOException {
		try (InputStream index = VaeOps.class.getResourceAsStream("/ops.yaml")) {
			final List<Map<String, Map<?, ?>>> ops = new Yaml().load(index);
			return ops.stream().map(entry -> entry.get("op")).filter(op -> List.of(name).equals(op.get("names"))).findAny()
				.orElseThrow();
		}
	}
}
