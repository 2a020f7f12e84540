package org.vaerestore.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.vaerestore.model.Normalisation;
import org.vaerestore.model.Provenance;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.PriorUse;

/** What people want to know about a model, in the order in which they ask. */
public final class ModelFacts {

	private ModelFacts() {}

	/** Returns names and values, in order. */
	public static Map<String, String> of(final VaeModel model) {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("model", model.id());
		final Architecture shape = model.architecture();
		facts.put("architecture", String.format(Locale.ROOT, "conditional ladder VAE, %d levels, %d channels, %d latent " +
			"channels, %d residual blocks per level, pixel unshuffle %d", shape.levels(), shape.channels(), shape
				.latentChannels(), shape.blocks(), shape.shuffle()));
		facts.put("parameters", Long.toString(model.parameters()));
		facts.put("input size", model.inputSize() + " x " + model.inputSize() + " pixels");
		final Normalisation normalisation = model.normalisation();
		facts.put("normalisation", String.format(Locale.ROOT, "%soffset %.6g, scale %.6g; training data from %.6g to %.6g",
			normalisation.stabilisation() == null ? "" : "variance-stabilised, ", normalisation.offset(), normalisation
				.scale(), normalisation.low(), normalisation.high()));
		facts.put("noise model", model.noise().describe());
		model.settings().forEach((name, value) -> facts.put("setting " + name, value));
		facts.put("training", history(model.history()));
		if (!model.history().isEmpty()) facts.put("latents tell", model.history().get(model.history().size() - 1).divergences() +
			" nats per " + (shape.prior() == PriorUse.SAMPLED ? "hidden pixel" : "pixel") + ", finest of " + shape.levels() + " levels first");
		facts.put("checkpoint", model.checkpoint() == null ? "none" : "yes, training can be resumed");
		final Provenance provenance = model.provenance();
		facts.put("trained on", provenance.title() + ", " + provenance.dimensions());
		facts.put("data SHA-256", provenance.sha256());
		facts.put("seed", Long.toString(provenance.seed()));
		facts.put("made with", provenance.product() + ", ND4J " + provenance.nd4j() + ", Java " + provenance.java() + ", " +
			provenance.system());
		facts.put("created", provenance.created());
		return facts;
	}

	private static String history(final List<TrainingPoint> history) {
		if (history.isEmpty()) return "no steps";
		final TrainingPoint last = history.get(history.size() - 1);
		final double best = history.stream().mapToDouble(TrainingPoint::validationPsnr).filter(psnr -> !Double.isNaN(psnr))
			.max().orElse(Double.NaN);
		final String losses = String.format(Locale.ROOT, "%d steps, loss %.4f, reconstruction %.4f", last.step(), last
			.loss(), last.reconstruction());
		return Double.isNaN(best) ? losses : String.format(Locale.ROOT, "%s, best validation PSNR %.2f dB", losses, best);
	}
}
