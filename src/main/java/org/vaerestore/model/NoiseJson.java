package org.vaerestore.model;

import java.io.IOException;

import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseModel;
import org.vaerestore.vae.noise.PoissonGaussianNoise;
import org.vaerestore.vae.noise.Stabilisation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Noise models and stabilisations as JSON. */
final class NoiseJson {

	private static final String NONE = "none";
	private static final String GAUSSIAN = "gaussian";
	private static final String POISSON_GAUSSIAN = "poisson-gaussian";
	private static final String MIXTURE = "mixture";

	private NoiseJson() {}

	static ObjectNode write(final NoiseModel noise) {
		final ObjectNode json = Fields.object();
		if (noise instanceof NoNoise) json.put("kind", NONE);
		else if (noise instanceof GaussianNoise gaussian) {
			json.put("kind", GAUSSIAN);
			json.set("variance", Fields.json(gaussian.variance()));
		}
		else if (noise instanceof PoissonGaussianNoise line) {
			json.put("kind", POISSON_GAUSSIAN);
			json.set("gain", Fields.json(line.gain()));
			json.set("offset", Fields.json(line.offset()));
		}
		else {
			final MixtureNoise mixture = (MixtureNoise) noise;
			json.put("kind", MIXTURE);
			json.set("base", write(mixture.base()));
			json.set("knots", Fields.json(mixture.knots()));
			json.set("weights", Fields.json(mixture.weights()));
			json.set("shifts", Fields.json(mixture.shifts()));
			json.set("deviations", Fields.json(mixture.deviations()));
		}
		return json;
	}

	static NoiseModel read(final Fields fields) throws IOException {
		final String kind = fields.text("kind");
		return switch (kind) {
			case NONE -> new NoNoise();
			case GAUSSIAN -> new GaussianNoise(fields.number("variance"));
			case POISSON_GAUSSIAN -> line(fields);
			case MIXTURE -> new MixtureNoise(line(fields.object("base")), fields.numbers("knots"), fields.rows("weights"),
				fields.rows("shifts"), fields.rows("deviations"));
			default -> throw DamagedModelException.damaged("it has an unknown noise model \"" + kind + "\"");
		};
	}

	static ObjectNode write(final Stabilisation stabilisation) {
		final ObjectNode json = Fields.object();
		json.set("noise", write(stabilisation.model()));
		json.set("low", Fields.json(stabilisation.low()));
		json.set("high", Fields.json(stabilisation.high()));
		json.set("black", Fields.json(stabilisation.black()));
		return json;
	}

	static Stabilisation readStabilisation(final Fields fields) throws IOException {
		return Stabilisation.of(read(fields.object("noise")), fields.number("low"), fields.number("high"),
			fields.has("black") ? fields.number("black") : 0);
	}

	private static PoissonGaussianNoise line(final Fields fields) throws IOException {
		return new PoissonGaussianNoise(fields.number("gain"), fields.number("offset"));
	}
}
