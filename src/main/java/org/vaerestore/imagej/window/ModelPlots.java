package org.vaerestore.imagej.window;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.noise.NoNoise;

import ij.gui.Plot;

/** Plots of a model: how its training went, and its noise model. */
public final class ModelPlots {

	private static final int NOISE_POINTS = 200;
	private static final Color LOSS = new Color(0x1f5fa8), PSNR = new Color(0xc2410c);
	/** Weight of a new point in the smoothed loss. */
	private static final double SMOOTHING = 0.1;

	private ModelPlots() {}

	/** Returns validation PSNR against steps; nothing if the model wasn't validated twice. */
	public static Optional<Plot> training(final VaeModel model) {
		return quality(model.history());
	}

	/** Returns the standard deviation of the noise against the signal, in units of the image; nothing if there is none. */
	public static Optional<Plot> noise(final VaeModel model) {
		if (model.noise() instanceof NoNoise) return Optional.empty();
		final double low = model.normalisation().low(), high = model.normalisation().high();
		final double[] signal = new double[NOISE_POINTS];
		final double[] deviation = new double[NOISE_POINTS];
		for (int i = 0; i < NOISE_POINTS; i++) {
			signal[i] = low + (high - low) * i / (NOISE_POINTS - 1);
			deviation[i] = Math.sqrt(model.noise().variance(signal[i]));
		}
		final Plot plot = new Plot("Noise model of " + model.id(), "Signal (gray values)",
			"Standard deviation of noise (gray values)");
		plot.setColor(LOSS);
		plot.setLineWidth(2);
		plot.add("line", signal, deviation);
		plot.setLimits(low, high, 0, Double.NaN);
		return Optional.of(plot);
	}

	/** Returns validation PSNR against steps. */
	static Optional<Plot> quality(final List<TrainingPoint> history) {
		final List<TrainingPoint> validated = history.stream().filter(point -> !Double.isNaN(point.validationPsnr()))
			.toList();
		if (validated.size() < 2) return Optional.empty();
		final Plot plot = new Plot("Validation", "Steps", "Validation PSNR (dB)");
		line(plot, validated, TrainingPoint::validationPsnr, PSNR);
		return Optional.of(plot);
	}

	/** Returns the smoothed training loss against steps. */
	static Optional<Plot> loss(final List<TrainingPoint> history) {
		if (history.size() < 2) return Optional.empty();
		final double[] smooth = new double[history.size()];
		for (int i = 0; i < smooth.length; i++)
			smooth[i] = i == 0 ? history.get(0).loss() : smooth[i - 1] + SMOOTHING * (history.get(i).loss() - smooth[i - 1]);
		final Plot plot = new Plot("Loss", "Steps", "Loss (nats per pixel)");
		plot.setColor(LOSS);
		plot.setLineWidth(2);
		plot.add("line", history.stream().mapToDouble(TrainingPoint::step).toArray(), smooth);
		return Optional.of(plot);
	}

	private static void line(final Plot plot, final List<TrainingPoint> points,
		final ToDoubleFunction<TrainingPoint> value, final Color color)
	{
		plot.setColor(color);
		plot.setLineWidth(2);
		plot.add("line", points.stream().mapToDouble(TrainingPoint::step).toArray(), points.stream().mapToDouble(value)
			.toArray());
	}
}
