package org.vaerestore.imagej.action;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.vaerestore.imagej.window.ModelPlots;
import org.vaerestore.job.InputException;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Familiarity;
import org.vaerestore.report.ModelFacts;
import org.vaerestore.train.TrainingSettings;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

/** Tells what a model is, how it was trained, and whether the active image is like what it has seen. */
final class InfoAction implements Action {

	private static final String NONE = "none", ALL = "all";
	/** A share of unusual positions that images like the training data hardly have. */
	private static final double MANY = 0.2;

	static final Option.Choice PLOTS = new Option.Choice("plots", "Plots", "Whether to plot the training curves and the noise " +
		"model.", List.of(ALL, NONE), ALL);

	@Override
	public String label() {
		return "VAE Model Info...";
	}

	@Override
	public String section() {
		return "Model Info";
	}

	@Override
	public List<Option> options() {
		return List.of(ModelOptions.READY, ModelOptions.FILE, PLOTS);
	}

	@Override
	public boolean needsImage() {
		return false;
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		return ModelOptions.describe(values, session);
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		final VaeModel model = ModelOptions.trained(values, host.session());
		final ResultsTable table = new ResultsTable();
		for (final Map.Entry<String, String> fact : ModelFacts.of(model).entrySet())
			row(table, fact.getKey(), fact.getValue());
		if (image != null) row(table, "like \"" + image.getTitle() + "\"", familiarity(image, model, host));
		host.show(table, "Model " + model.id());
		if (!values.is(PLOTS, ALL)) return;
		ModelPlots.training(model).ifPresent(plot -> host.show(plot.getImagePlus()));
		ModelPlots.noise(model).ifPresent(plot -> host.show(plot.getImagePlus()));
	}

	private static void row(final ResultsTable table, final String name, final String value) {
		table.incrementCounter();
		table.addValue("fact", name);
		table.addValue("value", value);
	}

	private static String familiarity(final ImagePlus image, final VaeModel model, final Host host) {
		// Models learn stored values; a duplicate has no calibration function that would be applied to them.
		final FloatProcessor plane = image.getProcessor().duplicate().convertToFloatProcessor();
		try (Host.JobProgress progress = host.progress(image)) {
			final Familiarity familiarity = Familiarity.of((float[]) plane.getPixels(), image.getWidth(), model, TrainingSettings
				.defaults().threads(), progress);
			return String.format(Locale.ROOT, "%s: median typicality %.2f (0.5 is usual), %.0f %% of positions unusual (1 %% is)",
				familiarity.outside() > MANY ? "NO, the result may be wrong" : "yes", familiarity.median(), 100 * familiarity
					.outside());
		}
		catch (final InputException e) {
			return e.getMessage();
		}
	}
}
