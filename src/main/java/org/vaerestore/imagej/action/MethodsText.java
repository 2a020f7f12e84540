package org.vaerestore.imagej.action;

import java.util.Locale;

import org.vaerestore.model.Provenance;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Architecture;

/** What the methods section of a paper needs about a model, in sentences. */
final class MethodsText {

	private MethodsText() {}

	static String of(final VaeModel model) {
		final Architecture shape = model.architecture();
		final Provenance provenance = model.provenance();
		final long steps = model.history().isEmpty() ? 0 : model.history().get(model.history().size() - 1).step();
		final double best = model.history().stream().mapToDouble(TrainingPoint::validationPsnr).filter(psnr -> !Double.isNaN(
			psnr)).max().orElse(Double.NaN);
		return String.format(Locale.ROOT, "Model %s: a conditional ladder variational autoencoder (%d levels, %d channels, " +
			"%,d parameters) was trained on %s (%s; SHA-256 %.12s) for %,d steps of %s patches of %d x %d pixels%s. Signal: %s. " +
			"Noise model: %s. Seed %d, %s threads. %s, ND4J %s, %s, %s.", model.id(), shape.levels(), shape.channels(), model
				.parameters(), provenance.title(), provenance.dimensions(), provenance.sha256(), steps, model.settings().get(
					"batch"), model.inputSize(), model.inputSize(), Double.isNaN(best) ? "" : String.format(Locale.ROOT,
						" (best validation PSNR %.2f dB)", best), model.settings().get("signal found"), model.noise().describe(),
			provenance.seed(), model.settings().get("threads"), provenance.product(), provenance.nd4j(), provenance.java(),
			provenance.system());
	}
}
