package org.vaerestore.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.evaluate.Evaluation;
import org.vaerestore.fill.ClassicalFill;
import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.Pixels;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.train.TrainingSettings;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * Measures a protocol: for each case the classical fills or the input as it is, the built-in weights, and the weights
 * adapted to the image or to others of its kind.
 */
public final class Bench {

	private static final double RANGE = 255;
	private static final int SLICES = 2;
	/** What is added to the name of a method whose samples are looked at. */
	static final String SAMPLED = ", sampled", NATURAL = ", natural";

	private final Protocol protocol;
	private final double minutes;
	private final int samples;
	private final TrainingSettings settings;

	/** Hears of each measured result. */
	@FunctionalInterface
	public interface Listener {

		/**
		 * Called after each measurement.
		 *
		 * @param result the measured plane
		 * @param input what the program got
		 * @param truth what the plane should be
		 */
		void measured(BenchRow row, ImageProcessor result, ImageProcessor input, ImageProcessor truth);

		/**
		 * Called after that if the result was the first of several samples.
		 *
		 * @param samples all of them, planes of the result's size, row by row
		 */
		default void sampled(final BenchRow row, final List<float[]> samples) {}
	}

	/**
	 * Creates a bench.
	 *
	 * @param minutes to adapt the weights to each image, 0 to leave that out
	 * @param samples how many samples to draw where the protocol asks for looks, at least 2
	 * @param settings whose seed and threads count
	 */
	public Bench(final Protocol protocol, final double minutes, final int samples, final TrainingSettings settings) {
		if (samples < 2) throw new InputException("The number of samples is " + samples + "; it must be at least 2.");
		this.samples = samples;
		this.protocol = protocol;
		this.minutes = minutes;
		this.settings = settings.withSignal(protocol.restores() ? Signal.CLEAN : Signal.NOISY);
	}

	/**
	 * Runs the protocol.
	 *
	 * @param data folder with the layout of the protocols
	 * @throws org.vaerestore.job.InputException if it has no images for this protocol
	 */
	public List<BenchRow> run(final Path data, final Listener listener, final Progress progress) {
		final List<BenchCase> cases = new BenchCases(data).of(protocol);
		final List<BenchRow> rows = new ArrayList<>();
		for (int i = 0; i < cases.size(); i++) {
			final BenchCase one = cases.get(i);
			final Progress part = progress.part((double) i / cases.size(), (i + 1.0) / cases.size());
			for (final Map.Entry<String, Supplier<Made>> method : methods(one, part).entrySet()) {
				progress.checkCancelled();
				final long start = System.nanoTime();
				final Made estimate = method.getValue().get();
				final BenchRow row = row(one, method.getKey(), estimate, (System.nanoTime() - start) / 1e9);
				rows.add(row);
				listener.measured(row, estimate.result(), one.input().getStack().getProcessor(one.plane() + 1), one.truth().getProcessor());
				if (!estimate.samples().isEmpty()) listener.sampled(row, estimate.samples());
			}
		}
		return rows;
	}

	/** A measured plane, its standard deviation, which may be null, and the samples of which it is the first, or none. */
	private record Made(ImageProcessor result, ImageProcessor deviation, List<float[]> samples) {

		Made(final ImageProcessor result, final ImageProcessor deviation) {
			this(result, deviation, List.of());
		}
	}

	private Map<String, Supplier<Made>> methods(final BenchCase one, final Progress progress) {
		final Map<String, Supplier<Made>> methods = new LinkedHashMap<>();
		if (protocol.restores()) {
			methods.put("laplace", () -> filled(one, ClassicalFill::harmonic));
			methods.put("biharmonic", () -> filled(one, ClassicalFill::biharmonic));
		}
		else methods.put("input", () -> new Made(one.input().getStack().getProcessor(one.plane() + 1).convertToFloat(),
			null));
		put(methods, "builtin", () -> BuiltIn.modelFor(List.of(ImageJobs.trainingImage(one.input(), one.mask())), settings, progress),
			one, progress);
		if (minutes > 0) put(methods, protocol.trained(), () -> Trainer.train(List.of(ImageJobs.trainingImage(one.training(), one
			.mask())), settings.withMinutes(minutes), null, new TrainingListener() {}, progress), one, progress);
		return methods;
	}

	/** Adds what a model gives, which is made at the first of them. */
	private void put(final Map<String, Supplier<Made>> methods, final String name, final Supplier<VaeModel> maker,
		final BenchCase one, final Progress progress)
	{
		final Supplier<VaeModel> model = new Once(maker);
		methods.put(name, () -> apply(model.get(), one, progress));
		if (!protocol.isOfLooks()) return;
		methods.put(name + NATURAL, () -> new Made(ImageJobs.restore(one.input(), one.mask(), model.get(), restoring(
			Estimate.NATURAL, 0), true, false, progress).image().getStack().getProcessor(one.plane() + 1), null));
		methods.put(name + SAMPLED, () -> sampled(model.get(), one, progress));
	}

	private Made sampled(final VaeModel model, final BenchCase one, final Progress progress) {
		final ImageStack stack = ImageJobs.alternatives(one.input(), one.mask(), model, restoring(Estimate.ALTERNATIVES,
			samples), true, progress).getStack();
		final List<float[]> each = IntStream.range(0, samples).mapToObj(copy -> values(stack.getProcessor(copy * one.input()
			.getStackSize() + one.plane() + 1))).toList();
		return new Made(stack.getProcessor(one.plane() + 1), null, each);
	}

	private RestoreSettings restoring(final Estimate estimate, final int count) {
		return new RestoreSettings(RestoreSettings.Mode.TILES, estimate, count, settings.seed(), settings.threads(), SLICES);
	}

	private Made apply(final VaeModel model, final BenchCase one, final Progress progress) {
		if (!protocol.restores()) return estimate(ImageJobs.enhance(one.input(), model, new EnhanceSettings(0, 1, settings
			.seed(), settings.threads()).withSliceAxis(SLICES), true, true, progress), one.plane() + 1);
		return estimate(ImageJobs.restore(one.input(), one.mask(), model, restoring(Estimate.MEAN, 0), true, true,
			progress), one.plane() + 1);
	}

	private static Made estimate(final ImageJobs.Result result, final int slice) {
		return new Made(result.image().getStack().getProcessor(slice), result.uncertainty().getStack().getProcessor(slice));
	}

	private static Made filled(final BenchCase one, final Fill fill) {
		final FloatProcessor plane = one.input().getStack().getProcessor(one.plane() + 1).convertToFloatProcessor();
		final FloatProcessor result = (FloatProcessor) plane.duplicate();
		fill.fill((float[]) result.getPixels(), one.mask().plane(one.plane()).toArray(), result.getWidth(), result.getHeight());
		return new Made(result, null);
	}

	/** Fills the hidden pixels of a plane. */
	private interface Fill {

		void fill(float[] plane, boolean[] hidden, int width, int height);
	}

	private BenchRow row(final BenchCase one, final String method, final Made estimate, final double seconds) {
		final var found = Pixels.realValued(new ImagePlus("", estimate.result()));
		final var truth = Pixels.realValued(one.truth());
		return new BenchRow(protocol.name(), one.image(), one.kind(), method, Evaluation.psnr(found, truth, one.mask() == null
			? null : planeMask(one).interval(), RANGE), protocol.isFitted() ? Fitted.psnr(estimate.result(), one.truth()
				.getProcessor(), RANGE) : Double.NaN, Evaluation.ssim(found, truth, RANGE), seconds, calibration(one, estimate), looks(
					one, estimate), sampled(one, estimate));
	}

	private Looks looks(final BenchCase one, final Made estimate) {
		if (!protocol.isOfLooks()) return null;
		return Looks.of(estimate.samples().isEmpty() ? List.of(values(estimate.result())) : estimate.samples(), values(one.truth()
			.getProcessor()), one.mask().plane(one.plane()).toArray(), one.truth().getWidth());
	}

	private static BenchRow.Sampled sampled(final BenchCase one, final Made estimate) {
		if (estimate.samples().isEmpty()) return null;
		final float[] mean = new float[estimate.samples().get(0).length];
		for (final float[] sample : estimate.samples())
			for (int i = 0; i < mean.length; i++)
				mean[i] += sample[i] / estimate.samples().size();
		final ImagePlus plane = new ImagePlus("", new FloatProcessor(one.truth().getWidth(), one.truth().getHeight(), mean));
		return new BenchRow.Sampled(Evaluation.psnr(Pixels.realValued(plane), Pixels.realValued(one.truth()), planeMask(one)
			.interval(), RANGE), SampleSpread.of(estimate.samples(), values(one.truth().getProcessor()), one.mask().plane(one.plane())
				.toArray()));
	}

	private static Calibration calibration(final BenchCase one, final Made estimate) {
		if (estimate.deviation() == null) return null;
		return Calibration.of(values(estimate.result()), values(estimate.deviation()), values(one.truth().getProcessor()), one
			.mask() == null ? null : one.mask().plane(one.plane()).toArray());
	}

	private static float[] values(final ImageProcessor plane) {
		return (float[]) plane.convertToFloatProcessor().getPixels();
	}

	private static Mask planeMask(final BenchCase one) {
		return new Mask(ImageAxes.of(one.truth()), List.of(one.mask().plane(one.plane())));
	}

	/** Makes a model at the first question alone. */
	private static final class Once implements Supplier<VaeModel> {

		private final Supplier<VaeModel> maker;
		private VaeModel made;

		Once(final Supplier<VaeModel> maker) {
			this.maker = maker;
		}

		@Override
		public VaeModel get() {
			if (made == null) made = maker.get();
			return made;
		}
	}
}
