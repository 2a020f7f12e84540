package org.vaerestore.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.vaerestore.trust.Finding.Weight;
import org.vaerestore.vae.noise.NoiseLevel;

/** What measurements amount to: findings by name, each with its figure and what to do. */
final class Judgement {

	/** A slope of intensities that is off by this is beyond what quantification bears; by the second, wrong. */
	private static final double SLOPE = 0.02, WRONG_SLOPE = 0.1;
	/** Restored pixels are not to be measured anyway: only what is far off is told. */
	private static final double RESTORED = 5;
	/** Mean intensity that is off by this share of the range. */
	private static final double MEAN = 0.005, WRONG_MEAN = 0.02;
	/** Intensity of a tenth of the pixels that is off by this share of the range. */
	private static final double STEP = 0.02;
	/** Errors that are this many standard errors large are no chance. */
	private static final double SURE = 4;
	/** Residuals stronger than noise by this factor took more than noise away; weaker ones left some. */
	private static final double STRONG = 1.2, TOO_STRONG = 1.5, WEAK = 0.7;
	/** Correlations of residuals, if the noise is white. */
	private static final double CORRELATED = 0.1, PATTERNED = 0.3;
	/** Residuals this close go apart where some of the noise was kept. */
	private static final int NEAR = 2;
	/** Neighbours this close correlate by the noise itself, if it is correlated. */
	static final int OPTICS = 3;
	/** Noise whose neighbours are more alike than this is hardly a detector's. */
	private static final double BROAD = 0.65;
	private static final double LINES = 0.1;
	/** Shares of blocks with a pattern. */
	private static final double SOME_STRUCTURE = 0.02, MUCH_STRUCTURE = 0.2;
	/** Share of residuals that no normal noise has. */
	private static final double SPECKS = 1e-4;
	/** What 68 % intervals may hold. */
	private static final double NARROW = 0.6, TOO_NARROW = 0.45, WIDE = 0.82;
	private static final double STRANGE = 0.05;
	private static final double MUCH_SYNTHETIC = 0.2;
	private static final double COARSE = 0.2;
	/** A prediction that explains less of the variance says little. */
	private static final double EXPLAINED = 0.5;

	private final Measurements measured;
	private final boolean restored;
	private final List<Finding> findings = new ArrayList<>();

	private Judgement(final Measurements measured, final boolean restored) {
		this.measured = measured;
		this.restored = restored;
	}

	/** Returns the findings, those that matter most first. */
	static List<Finding> of(final Measurements measured, final Job job, final Optional<NoiseLevel> noise) {
		final Judgement judgement = new Judgement(measured, job instanceof Job.Restored);
		judgement.judge();
		noise.filter(level -> level.isDoubtful() && job instanceof Job.Enhanced).ifPresent(level -> judgement.add(Weight.CAUTION,
			"Noise or texture", "noise of " + level.describe(), "The image leaves open how much of its fluctuation is noise. Give the noise " +
				"by hand, or measure it in a dark and a flat image, before measuring fine structure."));
		if (job instanceof Job.Enhanced enhanced && enhanced.how().strength() < 1) judgement.add(Weight.NOTE, "Part of the noise kept",
			percent(1 - enhanced.how().strength()) + " of the input in the result", "As the strength asks; residuals are those of the whole enhancement.");
		return judgement.findings.stream().sorted(Comparator.comparing(Finding::weight).reversed()).toList();
	}

	private void judge() {
		if (measured.changed() > 0) add(Weight.STOP, "Known pixels changed", String.format(Locale.ROOT, "%,d pixels", measured
			.changed()), "Pixels outside of the mask differ from the input, which must never be. Don't use this result, and report it.");
		if (measured.intensities() != null) judgeIntensities(measured.intensities());
		if (measured.levels() != null && !restored) judgeNoise(measured.levels());
		if (measured.specks() > SPECKS) add(Weight.CAUTION, "Specks were taken away", String.format(Locale.ROOT,
			"%.2g %% of the pixels were changed by more than 5 standard deviations", 100 * measured.specks()),
			"They may be hot pixels, or small bright objects. Compare with the input before counting spots.");
		if (measured.correlation() != null) judgeCorrelation(measured.correlation());
		if (measured.coverage() != null) judgeCoverage(measured.coverage());
		else add(Weight.NOTE, "Intervals not checked", "too few known pixels", "The image leaves no pixels to be hidden.");
		if (measured.familiarity() != null && measured.familiarity().outside() > STRANGE) add(Weight.CAUTION, "Unlike the training data",
			percent(measured.familiarity().outside()) + " of positions are rare in it, 1 % would be usual",
			"The model has seen few pictures like this. Train one on this image, or compare with the built-in one.");
		if (measured.unknown() > 0) add(Weight.NOTE, "Pixels set aside", percent(measured.unknown()),
			"They have no value, or none that can be signal; leave them out of measurements.");
		if (measured.synthetic() > MUCH_SYNTHETIC) add(Weight.CAUTION, "Much is synthetic", percent(measured.synthetic()),
			"Large parts of the image were never recorded. " + (restored ? "Is the mask the wrong way round?"
				: "Leave them out of counts, areas and intensities."));
		else if (measured.synthetic() > 0 && !restored) add(Weight.NOTE, "Synthetic pixels", percent(measured.synthetic()),
			"They had no value (NaN) and were never recorded; leave them out of counts, areas and intensities.");
		if (measured.rounding() > COARSE) add(Weight.CAUTION, "Coarse rounding", String.format(Locale.ROOT,
			"rounding adds %.2g of the noise's standard deviation", measured.rounding()),
			"Whole numbers are too coarse for this signal. Make the result 32-bit.");
	}

	private void judgeIntensities(final Intensities intensities) {
		final double much = restored ? RESTORED : 1;
		final double off = Math.abs(intensities.slope() - 1);
		if (Double.isNaN(off) || intensities.slopeError() > 2 * SLOPE) add(Weight.NOTE, "Intensities can't be compared",
			Double.isNaN(off) ? "they don't differ" : String.format(Locale.ROOT, "slope %.2f ± %.2f", intensities.slope(), intensities
				.slopeError()), "There is too little contrast to tell whether intensities are kept in proportion.");
		else if (off > much * SLOPE && off > SURE * intensities.slopeError()) add(off > WRONG_SLOPE && !restored ? Weight.STOP
			: Weight.CAUTION, "Intensities out of proportion", String.format(Locale.ROOT, "slope %.3f ± %.3f, 1 is right", intensities
				.slope(), intensities.slopeError()), restored ? "Differences between restored pixels are wrong by as much."
					: "Differences of intensity are " + (intensities.slope() < 1 ? "smaller" : "larger") +
						" than they were. Measure ratios and sums in the input.");
		final double mean = Math.abs(intensities.meanChange());
		final double error = intensities.steps().stream().mapToDouble(Intensities.Step::error).average().orElse(0) / Math
			.sqrt(Math.max(1, intensities.steps().size())) / Math.max(Double.MIN_NORMAL, intensities.range());
		if (mean > much * MEAN && mean > SURE * error) add(mean > WRONG_MEAN && !restored ? Weight.STOP : Weight.CAUTION,
			"Mean intensity not kept", String.format(Locale.ROOT, "%+.2f %% of the range, from %.5g to %.5g", 100 * intensities
				.meanChange(), intensities.inputMean(), intensities.resultMean()), restored
					? "Restored pixels are too bright or too dark on the average." : "Sums and means are off by as much. Measure them in the input.");
		if (!Double.isNaN(off)) intensities.steps().stream().filter(step -> Math.abs(step.difference()) > much * STEP * intensities.range() && Math.abs(step
			.difference()) > SURE * step.error()).max(Comparator.comparingDouble(step -> Math.abs(step.difference()))).ifPresent(
				step -> add(Weight.CAUTION, "Intensities off at one level", String.format(Locale.ROOT,
					"%+.3g at intensity %.4g", step.difference(), step.inputMean()),
					"At this brightness the result is biased; elsewhere less. See the chart of intensities."));
	}

	private void judgeNoise(final NoiseLevels levels) {
		final String figure = String.format(Locale.ROOT, "%.2f times the noise expected", levels.ratio());
		if (levels.ratio() > STRONG) add(levels.ratio() > TOO_STRONG ? Weight.STOP : Weight.CAUTION, "More than noise was taken away",
			figure, "Structure may be lost, or the noise is stronger than the model holds it to be. Give the noise by hand, or learn from this image.");
		final double opposed = measured.correlation() == null || measured.correlatedNoise() ? 0 : measured.correlation().least(NEAR);
		if (levels.ratio() < WEAK || levels.ratio() < 1 && opposed < -CORRELATED) add(Weight.NOTE, "Less than the noise was taken away", figure,
			"Noise is left in the result, or the noise model is too strong.");
	}

	private void judgeCorrelation(final Autocorrelation correlation) {
		final double beside = Math.max(correlation.at(1, 0), correlation.at(0, 1));
		if (measured.correlatedNoise()) add(beside > BROAD ? Weight.STOP : Weight.CAUTION, "Noise or fine texture", String.format(Locale.ROOT,
			"what was taken away correlates by %.2f between neighbours", beside),
			"The noise is held to be correlated, as after demosaicing, resampling or compression. If your detector does nothing like that, it was " +
				"texture that was taken away: give the noise by hand.");
		// Where some noise is kept, what is taken of a pixel is short by a mean of its neighbours: they go apart, but nothing goes together.
		final boolean kept = !measured.correlatedNoise() && measured.levels() != null && measured.levels().ratio() < 1;
		final double strongest = kept ? correlation.strongestBut(NEAR) : correlation.strongest(measured.correlatedNoise() ? OPTICS : 1);
		final double structure = measured.structure();
		if (Math.abs(strongest) > CORRELATED || structure > SOME_STRUCTURE) add(Math.abs(strongest) > PATTERNED || structure >
			MUCH_STRUCTURE ? Weight.STOP : Weight.CAUTION, "Structure in the residual", String.format(Locale.ROOT,
				"correlation up to %.2f, a pattern in %s of the frame", strongest, percent(structure)),
			"What was taken away is not noise alone: see where the map is bright. Compare with the input there, and measure there in the input; " +
				"give the noise by hand, or lower the strength.");
		final double lines = Math.max(correlation.rows(), correlation.columns());
		if (lines > LINES) add(Weight.CAUTION, "Rows or columns in the residual", String.format(Locale.ROOT,
			"%.2f of the noise's standard deviation", lines),
			"Whole rows or columns share what was taken away: noise of the detector that the noise model doesn't know, or structure along them. Intervals " +
				"of means over regions are too narrow.");
	}

	private void judgeCoverage(final Coverage coverage) {
		final String figure = String.format(Locale.ROOT, "%s and %s of %,d hidden pixels within the 68 and 95 %% intervals",
			percent(coverage.within68()), percent(coverage.within95()), coverage.count());
		final double error = SURE * coverage.standardError(0.683);
		if (coverage.within68() < NARROW && coverage.within68() + error < 0.683) add(coverage.within68() < TOO_NARROW ? Weight.STOP
			: Weight.CAUTION, "Uncertainty too small", figure,
			"Errors are larger than the uncertainty says. Don't derive confidence intervals from it.");
		if (coverage.within68() > WIDE && coverage.within68() - error > 0.683) add(Weight.NOTE, "Uncertainty too large", figure,
			"The uncertainty is on the safe side.");
		if (restored && coverage.explained() < EXPLAINED) add(Weight.CAUTION, "Restored pixels say little", String.format(Locale.ROOT,
			"predictions explain %s of the variance of hidden pixels", percent(Math.max(0, coverage.explained()))),
			"Holes of this shape can't be told from their surroundings here. Take the restored pixels as a filling for the eye.");
	}

	private void add(final Weight weight, final String name, final String figure, final String advice) {
		findings.add(new Finding(weight, name, figure, advice));
	}

	/** Returns a change, which has no sign if it is 0 as it is written. */
	static String change(final double share) {
		final String text = String.format(Locale.ROOT, "%+.2f", 100 * share);
		return (text.substring(1).equals("0.00") ? "0.00" : text) + " %";
	}

	static String percent(final double share) {
		return share > 0 && share < 0.001 ? "less than 0.1 %" : String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 *
			share);
	}
}
