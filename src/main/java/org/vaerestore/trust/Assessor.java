package org.vaerestore.trust;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Familiarity;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseEstimate;
import org.vaerestore.vae.noise.NoiseModel;
import org.vaerestore.vae.noise.Stabilisation;

/**
 * Measures on a result whether it can be trusted.
 * <p>
 * Of large images it looks at a few planes, spread evenly, and of large planes at their middle, so that memory and time stay
 * bounded whatever the image is. The same image, result and seed give the same figures.
 * </p>
 */
public final class Assessor {

	/** Fewer hidden pixels tell nothing. */
	private static final int FEWEST = 50;
	/** Share of the work that comes before the hidden pixels. */
	private static final double FAR = 5;
	private static final double LOOKING = 0.4;
	/**
	 * Of each pixel that is looked at: what is kept for the pictures, input, result, uncertainty and residual with a flag; what
	 * is measured at the time, the same; and the residual without its mean, a mask and set-aside pixels.
	 */
	private static final int BYTES_PER_PIXEL = 2 * (4 * Float.BYTES + 1) + Float.BYTES + 2;
	/** Of samples, means of squares and their orders, whatever the image. */
	private static final long SAMPLES = 32L << 20;

	private Assessor() {}

	/** Returns the memory that measuring takes beside input and result, of planes of such a size in pixels. */
	public static MemoryNeed memory(final long width, final long height) {
		return MemoryNeed.onHeap(BYTES_PER_PIXEL * Looks.most(width, height) + SAMPLES);
	}

	/**
	 * Measures.
	 *
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	public static Assessment assess(final Subject subject, final Progress progress) {
		final Looks looks = new Looks(subject, progress.part(0, 0.05));
		return subject.job() instanceof Job.Enhanced enhanced ? enhanced(subject, looks, enhanced, progress) : restored(subject,
			looks, (Job.Restored) subject.job(), progress);
	}

	private static Assessment enhanced(final Subject subject, final Looks looks, final Job.Enhanced job,
		final Progress progress)
	{
		final VaeModel model = subject.model();
		final PixelSample sample = new PixelSample();
		final RegionMeans means = new RegionMeans(looks.pixels());
		double unknown = 0, synthetic = 0;
		for (int i = 0; i < looks.count(); i++) {
			progress.checkCancelled();
			progress.update(0.1 * i / looks.count(), "measuring the result");
			final Look look = looks.read(i);
			sample.add(look, looks.count());
			means.add(look);
			synthetic += (double) look.invented() / look.known().length;
			unknown += 1 - (double) (look.count() + look.invented()) / look.known().length;
		}
		final boolean some = sample.count() >= FEWEST;
		final boolean correlated = model.normalisation().correlation() > NoiseEstimate.WHITE;
		final NoiseModel noise = noise(model, sample);
		final Autocorrelation.Tally tally = new Autocorrelation.Tally();
		Shown shown = null;
		double structure = 0;
		for (int i = 0; i < looks.count(); i++) {
			progress.checkCancelled();
			progress.update(0.1 + (LOOKING - 0.1) * i / looks.count(), "measuring the residual");
			final Look look = looks.read(i);
			final Residual residual = Residual.of(look, noise, looks.rounding());
			tally.add(residual);
			final StructureMap map = StructureMap.of(residual, correlated);
			structure += map.clear() / looks.count();
			if (shown == null || map.clear() > shown.map().clear()) shown = new Shown(look, null, residual, map);
		}
		final HeldOut held = HiddenWhileEnhancing.of(looks, model, job.how(), progress.part(LOOKING, 1));
		final Autocorrelation correlation = some ? tally.value() : null;
		final Measurements measured = new Measurements(looks.planes(), looks.chosen(), looks.whole(), some ? intensities(means, sample,
			noise, correlated ? correlation : null) : null, some && !(model.noise() instanceof NoNoise) ? levels(sample, noise, looks
				.rounding()) : null, correlation, correlated, structure, specks(sample, model), held.count() < FEWEST ? null : held
					.coverage(), familiarity(shown.look(), model, job.how().threads(), progress.part(1, 1)), synthetic / looks
						.count(), unknown / looks.count(), 0, rounding(sample, noise, looks.rounding()), looks.inputHash(), looks.resultHash());
		return new Assessment(subject, measured, Judgement.of(measured, job, model.noiseLevel()), shown);
	}

	private static Assessment restored(final Subject subject, final Looks looks, final Job.Restored job,
		final Progress progress)
	{
		final VaeModel model = subject.model();
		long changed = 0;
		Shown shown = null;
		for (int i = 0; i < looks.count(); i++) {
			progress.checkCancelled();
			progress.update(LOOKING / 2 * i / looks.count(), "measuring the result");
			final Look look = looks.read(i);
			for (int k = 0; k < look.known().length; k++)
				if (look.known()[k] && look.result()[k] != look.input()[k]) changed++;
			final boolean[] masked = looks.masked(i);
			if (shown == null || count(masked) > count(shown.masked())) shown = new Shown(look, masked, null, null);
		}
		final HeldOut held = HiddenWhileRestoring.of(looks, model, job.how(), progress.part(LOOKING / 2, 1));
		final boolean some = held.count() >= FEWEST;
		final Measurements measured = new Measurements(looks.planes(), looks.chosen(), looks.whole(), some ? Intensities.ofPredicted(held
			.recorded(), held.predicted()) : null, some ? NoiseLevels.of(held.recorded(), held.predicted(), held.deviation())
				: null, null, false, 0, 0, some ? held.coverage() : null, familiarity(shown.look(), model, job.how().threads(), progress.part(1, 1)), looks
					.maskedShare(), 0, changed, 0, looks.inputHash(), looks.resultHash());
		return new Assessment(subject, measured, Judgement.of(measured, job, model.noiseLevel()), shown);
	}

	private static int count(final boolean[] masked) {
		int count = 0;
		for (final boolean is : masked)
			if (is) count++;
		return count;
	}

	/** Returns the model's noise; of a model without, white noise as strong as the residuals. */
	private static NoiseModel noise(final VaeModel model, final PixelSample sample) {
		if (!(model.noise() instanceof NoNoise)) return model.noise();
		final float[] input = sample.input(), result = sample.result();
		double squares = 0;
		for (int i = 0; i < input.length; i++)
			squares += ((double) input[i] - result[i]) * ((double) input[i] - result[i]);
		return new GaussianNoise(Math.max(Float.MIN_NORMAL, squares / Math.max(1, input.length)));
	}

	/**
	 * @param correlation of the noise; null if it is white
	 */
	private static Intensities intensities(final RegionMeans means, final PixelSample sample, final NoiseModel noise,
		final Autocorrelation correlation)
	{
		final double together = correlation == null ? 1 : correlation.sum(Judgement.OPTICS - 1);
		return Intensities.of(means.input(), means.result(), means.side(), meanVariance(sample, noise) * together / means.side() /
			means.side(), Intensities.range(sample.input()));
	}

	private static double meanVariance(final PixelSample sample, final NoiseModel noise) {
		double variance = 0;
		final float[] result = sample.result();
		for (final float value : result)
			variance += noise.variance(value) / result.length;
		return variance;
	}

	private static NoiseLevels levels(final PixelSample sample, final NoiseModel noise, final double rounding) {
		final float[] result = sample.result(), deviation = new float[result.length];
		for (int i = 0; i < deviation.length; i++)
			deviation[i] = (float) Math.sqrt(noise.variance(result[i]) + rounding);
		return NoiseLevels.of(sample.input(), result, deviation);
	}

	private static double specks(final PixelSample sample, final VaeModel model) {
		final Stabilisation stabilisation = model.normalisation().stabilisation();
		if (stabilisation == null) return 0;
		final float[] input = sample.input(), result = sample.result();
		int specks = 0;
		for (int i = 0; i < input.length; i++)
			if (Math.abs(stabilisation.forward(input[i]) - stabilisation.mean(result[i])) > FAR) specks++;
		return (double) specks / Math.max(1, input.length);
	}

	private static double rounding(final PixelSample sample, final NoiseModel noise, final double rounding) {
		final double variance = meanVariance(sample, noise);
		return variance > 0 ? Math.sqrt(rounding / variance) : 0;
	}

	private static Familiarity familiarity(final Look look, final VaeModel model, final int threads,
		final Progress progress)
	{
		if (model.density() == null || Math.min(look.width(), look.height()) < model.inputSize()) return null;
		final float[] known = look.input().clone();
		for (int i = 0; i < known.length; i++)
			if (!look.known()[i]) known[i] = Float.NaN;
		return Familiarity.of(known, look.width(), model, threads, progress);
	}
}
