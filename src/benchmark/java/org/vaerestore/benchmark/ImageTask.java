package org.vaerestore.benchmark;

import java.io.IOException;
import java.util.List;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.restore.Restoration;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.Architecture;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * What users wait for: a 16-bit image that the built-in weights restore or enhance, the look at the image and the loading of
 * the engine included.
 */
enum ImageTask {
	RESTORE_512("restore-512", 512, 1), RESTORE_2048("restore-2048", 2048, 1), ENHANCE_STACK_20("enhance-stack-20", 512,
		20), ENHANCE_FAST_4096("enhance-fast-4096", 4096, 1);

	private final String label;
	private final int side;
	private final int frames;

	ImageTask(final String label, final int side, final int frames) {
		this.label = label;
		this.side = side;
		this.frames = frames;
	}

	/** Runs it once, in a process of its own. */
	Row measure(final int threads) throws IOException {
		final ChildProcess.Answer answer = ChildProcess.ask(this, threads);
		final double ms = answer.milliseconds();
		return new Row(label, Architecture.DEFAULT.channels(), threads, ContenderKind.VAE_RESTORE.label(), new Times(ms, ms,
			ms), Double.NaN, Double.NaN, answer.rssMb(), Double.NaN, (double) frames * side * side / 1e3 / ms);
	}

	/** Runs it here, and returns the milliseconds that it took. */
	double run(final int threads) {
		return switch (this) {
			case RESTORE_512, RESTORE_2048 -> restore(threads);
			// As the commands do: frames of a stack help each other.
			case ENHANCE_STACK_20 -> enhance(threads, EnhanceSettings.defaults().withSliceAxis(2));
			case ENHANCE_FAST_4096 -> enhance(threads, EnhanceSettings.defaults().withOrientations(1));
		};
	}

	private double restore(final int threads) {
		final Img<UnsignedShortType> image = SyntheticImages.picture(side);
		final Img<BitType> holes = SyntheticImages.holes(side);
		final Img<UnsignedShortType> output = ArrayImgs.unsignedShorts(image.dimensionsAsLongArray());
		final RestoreSettings usual = RestoreSettings.defaults();
		final RestoreSettings settings = new RestoreSettings(usual.mode(), usual.estimate(), usual.samples(), usual.seed(),
			threads);
		return Times.milliseconds(() -> {
			final VaeModel model = model(new TrainingImage(image, holes, label), Signal.CLEAN, threads);
			Restoration.restore(image, holes, model, settings, output, null, Progress.silent());
		});
	}

	private double enhance(final int threads, final EnhanceSettings usual) {
		final Img<UnsignedShortType> image = SyntheticImages.noisy(side, frames);
		final Img<UnsignedShortType> output = ArrayImgs.unsignedShorts(image.dimensionsAsLongArray());
		final EnhanceSettings settings = usual.withThreads(threads);
		return Times.milliseconds(() -> {
			final VaeModel model = model(new TrainingImage(image, null, label), Signal.NOISY, threads);
			Enhancement.enhance(image, model, settings, output, null, Progress.silent());
		});
	}

	private static VaeModel model(final TrainingImage image, final Signal signal, final int threads) {
		return BuiltIn.modelFor(List.of(image), TrainingSettings.defaults().withSignal(signal).withSeedAndThreads(1, threads),
			Progress.silent());
	}
}
