package org.vaerestore.cli;

import java.util.Locale;
import java.util.function.Consumer;

import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.TrainingListener;

/** Shows the losses of a training beside its progress, and hands its checkpoints on. */
final class TrainingMonitor implements TrainingListener {

	private final TerminalProgress progress;
	private final Consumer<VaeModel> checkpoints;
	private double psnr = Double.NaN;

	TrainingMonitor(final TerminalProgress progress, final Consumer<VaeModel> checkpoints) {
		this.progress = progress;
		this.checkpoints = checkpoints;
	}

	@Override
	public void trained(final TrainingPoint point) {
		if (!Double.isNaN(point.validationPsnr())) psnr = point.validationPsnr();
		progress.status(describe(point, psnr));
	}

	@Override
	public void checkpoint(final VaeModel model) {
		checkpoints.accept(model);
	}

	/** Returns a point's losses in one line, with the PSNR measured last. */
	static String describe(final TrainingPoint point, final double psnr) {
		final String losses = String.format(Locale.ROOT, "loss %.4f  reconstruction %.4f  KL %s", point.loss(), point
			.reconstruction(), point.divergences());
		return Double.isNaN(psnr) ? losses : String.format(Locale.ROOT, "%s  PSNR %.2f dB", losses, psnr);
	}
}
