package org.vaerestore.trust;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.restore.RestoreSettings;

/** What was done to an image. */
public sealed interface Job {

	/** Returns what was done, as in "enhanced". */
	String done();

	/** Returns the settings that the result depends on, by name, for people. */
	Map<String, String> settings();

	/**
	 * The signal behind the noise was estimated.
	 *
	 * @param how of it
	 */
	record Enhanced(EnhanceSettings how) implements Job {

		@Override
		public String done() {
			return "enhanced";
		}

		@Override
		public Map<String, String> settings() {
			final Map<String, String> settings = new LinkedHashMap<>();
			settings.put("estimate", estimate(how.samples(), how.orientations()));
			settings.put("strength", String.format(Locale.ROOT, "%.0f %%", 100 * how.strength()));
			settings.put("slices or frames beside", how.sliceAxis() < 0 ? "not used" : "averaged where they agree");
			settings.put("seed", Long.toString(how.seed()));
			settings.put("threads", Integer.toString(how.threads()));
			return settings;
		}
	}

	/**
	 * What a mask marks was restored.
	 *
	 * @param how of it
	 */
	record Restored(RestoreSettings how) implements Job {

		@Override
		public String done() {
			return "restored";
		}

		@Override
		public Map<String, String> settings() {
			final Map<String, String> settings = new LinkedHashMap<>();
			settings.put("estimate", estimate(how.samples(), 8));
			settings.put("mode", how.mode().name().toLowerCase(Locale.ROOT));
			settings.put("slices or frames beside", how.sliceAxis() < 0 ? "not used" : "used where they are intact");
			settings.put("seed", Long.toString(how.seed()));
			settings.put("threads", Integer.toString(how.threads()));
			return settings;
		}
	}

	private static String estimate(final int samples, final int orientations) {
		return samples > 0 ? "mean of " + samples + " samples" : orientations == 1 ? "one pass along the prior's mean"
			: "mean of passes along the prior's mean in " + orientations + " flips and rotations";
	}
}
