package org.vaerestore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.vaerestore.model.TrainingPoint;

/** Turns a training's history into charts: losses, divergence per level, validation. */
final class TrainingCharts {

	private static final double LONG = 180;

	private final List<TrainingPoint> history;
	private final ToDoubleFunction<TrainingPoint> abscissa;
	private final String label;

	TrainingCharts(final LossCurves curves) {
		history = curves.history();
		final boolean minutes = !history.isEmpty() && last().seconds() > LONG;
		// Points that were read from a model file don't know their time.
		final boolean timed = history.stream().noneMatch(point -> Double.isNaN(point.seconds()));
		if (curves.over() == LossCurves.Over.STEPS || !timed) {
			abscissa = TrainingPoint::step;
			label = "steps";
		}
		else {
			abscissa = minutes ? point -> point.seconds() / 60 : TrainingPoint::seconds;
			label = minutes ? "minutes" : "seconds";
		}
	}

	/** Returns the charts that have something to show. */
	List<LineChart> charts() {
		final List<Series> levels = new ArrayList<>();
		final int count = history.stream().mapToInt(point -> point.kl().length).max().orElse(0);
		for (int level = 0; level < count; level++) {
			final int index = level;
			final String name = "level " + (level + 1) + (count == 1 ? "" : level == 0 ? " (finest)" : level == count - 1
				? " (coarsest)" : "");
			levels.add(series(name, point -> index < point.kl().length ? point.kl()[index] : Double.NaN));
		}
		final LineChart loss = new LineChart("Loss, nats per pixel", label, List.of(series("total", TrainingPoint::loss),
			series("reconstruction", TrainingPoint::reconstruction)));
		final LineChart divergence = new LineChart("KL divergence per level, nats per pixel", label, levels);
		final LineChart psnr = new LineChart("PSNR on validation patches, dB", label, List.of(series("validation",
			TrainingPoint::validationPsnr)));
		return Stream.of(loss, divergence, psnr).filter(chart -> !chart.isEmpty()).toList();
	}

	/** Returns the length of the training in words. */
	String summary() {
		if (history.isEmpty()) return "No training was recorded.";
		final double seconds = last().seconds();
		if (Double.isNaN(seconds)) return String.format(Locale.ROOT, "%,d steps.", last().step());
		final String time = seconds > LONG ? Numbers.format(seconds / 60, 2) + " minutes" : Numbers.format(seconds, 2) +
			" seconds";
		return String.format(Locale.ROOT, "%,d steps in %s.", last().step(), time);
	}

	private TrainingPoint last() {
		return history.get(history.size() - 1);
	}

	private Series series(final String name, final ToDoubleFunction<TrainingPoint> ordinate) {
		return new Series(name, history.stream().map(point -> new Series.Point(abscissa.applyAsDouble(point), ordinate
			.applyAsDouble(point))).toList());
	}
}
