package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.vaerestore.report.ModelFacts;
import org.vaerestore.job.Progress;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.report.Facts;
import org.vaerestore.report.KeyFigures;
import org.vaerestore.report.KeyFigures.KeyFigure;
import org.vaerestore.report.LossCurves;
import org.vaerestore.report.Picture;
import org.vaerestore.report.Pictures;
import org.vaerestore.report.ReportPage;
import org.vaerestore.report.Section;
import org.vaerestore.train.Preview;

/** The page that tells how a training went. */
final class TrainingReport {

	private TrainingReport() {}

	/** Writes index.html and its pictures into a folder. */
	static void write(final VaeModel model, final TrainingLog log, final Path folder) {
		final List<Section> sections = new ArrayList<>();
		sections.add(Section.of("Training", "", figures(model), LossCurves.of(model.history())));
		if (log.latest() != null) sections.add(previews(log));
		sections.add(Section.of("Model", "", new Facts(ModelFacts.of(model))));
		new ReportPage("Training on " + model.provenance().title(), "", sections).write(folder, Progress.silent());
	}

	private static KeyFigures figures(final VaeModel model) {
		final List<KeyFigure> figures = new ArrayList<>();
		final List<TrainingPoint> history = model.history();
		if (!history.isEmpty()) {
			final TrainingPoint last = history.get(history.size() - 1);
			figures.add(Double.isNaN(last.seconds()) ? new KeyFigure("Training", last.step() + " steps", "") : new KeyFigure(
				"Training", String.format(Locale.ROOT, "%.1f min", last.seconds() / 60), last.step() + " steps"));
		}
		history.stream().mapToDouble(TrainingPoint::validationPsnr).filter(psnr -> !Double.isNaN(psnr)).max().ifPresent(
			best -> figures.add(new KeyFigure("Best validation PSNR", String.format(Locale.ROOT, "%.2f dB", best), "")));
		figures.add(new KeyFigure("Parameters", String.format(Locale.ROOT, "%,d", model.parameters()), ""));
		return new KeyFigures(figures);
	}

	private static Section previews(final TrainingLog log) {
		return Section.of("A validation patch", "A part of the data that was not trained on: as it is, with training holes, " +
			"and what the model made of it at the first and at the last validation.", pictures("first", log.first()),
			pictures("last", log.latest()));
	}

	private static Pictures pictures(final String when, final Preview preview) {
		final double[] range = DisplayRange.of(preview.original());
		final List<Picture> pictures = new ArrayList<>();
		pictures.add(picture("original", preview, preview.original(), range));
		pictures.add(picture("with holes", preview, preview.damaged(), range));
		pictures.add(picture("restored, " + when, preview, preview.restored(), range));
		pictures.add(picture("signal, " + when, preview, preview.enhanced(), range));
		return new Pictures(pictures);
	}

	private static Picture picture(final String caption, final Preview preview, final float[] plane,
		final double[] range)
	{
		return Picture.gray(caption, preview.side(), preview.side(), plane, range[0], range[1]);
	}
}
