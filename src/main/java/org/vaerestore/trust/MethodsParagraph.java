package org.vaerestore.trust;

import java.util.Locale;

import org.vaerestore.model.Provenance;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Engine;

/** What a methods section needs about a result, to be copied. */
final class MethodsParagraph {

	private MethodsParagraph() {}

	static String of(final Assessment assessment) {
		final Subject subject = assessment.subject();
		final VaeModel model = subject.model();
		final Measurements measured = assessment.measured();
		final StringBuilder text = new StringBuilder();
		text.append(subject.job() instanceof Job.Restored ? String.format(Locale.ROOT, "Damaged pixels (%s of the image) were restored",
			Judgement.percent(measured.synthetic())) : "Images were denoised").append(String.format(Locale.ROOT,
				" with %s (ND4J %s), a conditional ladder variational autoencoder (model %s, %,d parameters, trained on %s%s), " +
					"as the %s; seed %s.", Engine.productVersion(), Engine.nd4jVersion(), model.id(), model
						.parameters(), model.provenance().title(), hash(model.provenance()), subject.job().settings().get("estimate"),
				subject.job().settings().get("seed")));
		if (measured.synthetic() > 0 && subject.job() instanceof Job.Enhanced) text.append(String.format(Locale.ROOT,
			" Pixels without a value (%s) were estimated from those around them.", Judgement.percent(measured.synthetic())));
		text.append(" Noise model: ").append(model.noise().describe()).append('.');
		if (measured.intensities() != null && subject.job() instanceof Job.Enhanced) text.append(String.format(Locale.ROOT,
			" Intensities of the result are %.3f times those of the input (standard error %.3f), its mean differs by %s of the range.",
			measured.intensities().slope(), measured.intensities().slopeError(), Judgement.change(measured.intensities().meanChange())));
		if (measured.levels() != null && measured.correlation() != null) text.append(String.format(Locale.ROOT,
			" Residuals have %.2f times the standard deviation of the noise model and correlate by %+.2f and %+.2f between horizontal and " +
				"vertical neighbours.", measured.levels().ratio(), measured.correlation().at(1, 0), measured.correlation().at(0, 1)));
		if (measured.coverage() != null) text.append(String.format(Locale.ROOT,
			" Of %,d pixels that were hidden and predicted, %.0f and %.0f %% lie within their 68 and 95 %% intervals.", measured
				.coverage().count(), 100 * measured.coverage().within68(), 100 * measured.coverage().within95()));
		return text.toString();
	}

	/** Pictures that were drawn on the way have no hash. */
	private static String hash(final Provenance provenance) {
		return provenance.sha256().matches("\\p{XDigit}+") ? String.format(Locale.ROOT, ", data SHA-256 %.12s", provenance.sha256()) : "";
	}
}
