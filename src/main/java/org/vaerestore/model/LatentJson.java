package org.vaerestore.model;

import java.io.IOException;

import org.vaerestore.vae.density.LatentDensity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Latent densities as JSON. */
final class LatentJson {

	private LatentJson() {}

	static ObjectNode write(final LatentDensity density) {
		final ObjectNode json = Fields.object();
		json.set("weights", Fields.json(density.weights()));
		json.set("means", Fields.json(density.means()));
		final ArrayNode covariances = json.putArray("covariances");
		for (final double[][] covariance : density.covariances())
			covariances.add(Fields.json(covariance));
		json.set("logDensityQuantiles", Fields.json(density.quantiles()));
		json.put("neighbourCorrelation", density.correlation());
		return json;
	}

	static LatentDensity read(final Fields fields) throws IOException {
		return LatentDensity.of(fields.numbers("weights"), fields.rows("means"), fields.tables("covariances"), fields
			.numbers("logDensityQuantiles")).withCorrelation(fields.has("neighbourCorrelation") ? fields.number("neighbourCorrelation") : 0);
	}
}
