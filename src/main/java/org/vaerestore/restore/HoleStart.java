package org.vaerestore.restore;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.predict.SignalEstimate;

/**
 * What is known of holes before the model is asked, and how it goes together with what the model says.
 *
 * @param values row by row, all finite
 * @param shown to the model: NaN where it is to find out by itself
 * @param visible of each pixel, as the model gets to see it
 * @param trust in the values, as a share of the variance around them
 * @param variance of the values in squared units of the image, infinite where nothing is known of it; null to weigh by
 *          trust
 */
record HoleStart(float[] values, float[] shown, float[] visible, float[] trust, float[] variance) {

	/** Variance of a fill that knows nothing of the image, relative to that of the model. */
	private static final float FILL_VARIANCE = 1.5f;

	/** Starts from what slices beside the plane say; the model sees it. */
	static HoleStart ofSlices(final float[] values, final float[] trust) {
		return new HoleStart(values, values, trust, trust, null);
	}

	/** Starts from what the plane itself says; the model doesn't see it, and gives a second opinion. */
	static HoleStart ofPlane(final DamagedPlane damaged) {
		final float[] values = damaged.values().clone(), shown = damaged.values().clone();
		for (int i = 0; i < values.length; i++)
			if (damaged.hidden()[i]) shown[i] = Float.NaN;
		new FillWorkspace().hybrid(values, damaged.hidden(), damaged.width(), values.length / damaged.width());
		final LocalGaussianFill.Certainty certainty = LocalGaussianFill.improve(values, damaged.hidden(), damaged.hidden(),
			damaged.width());
		return new HoleStart(values, shown, HiddenPixels.visible(damaged.hidden()), certainty.trust(), certainty.variance());
	}

	/** Returns both together, each the more the surer it is. */
	SignalEstimate with(final SignalEstimate model) {
		final float[] mean = new float[values.length], deviation = new float[values.length];
		for (int i = 0; i < mean.length; i++) {
			final float own = model.deviation()[i] * model.deviation()[i];
			final float others = variance == null || variance[i] < Float.POSITIVE_INFINITY ? variance == null ? 0 : variance[i]
				: FILL_VARIANCE * own;
			final float share = variance == null ? 1 - trust[i] : others / Math.max(others + own, Float.MIN_NORMAL);
			mean[i] = values[i] + share * (model.mean()[i] - values[i]);
			deviation[i] = variance == null ? model.deviation()[i] : (float) Math.sqrt(share * own + (1 - share) * others);
		}
		return new SignalEstimate(mean, deviation);
	}

	/** Returns a sample of the model, the nearer to the values the more these can be trusted. */
	float[] with(final float[] sample) {
		final float[] mean = new float[values.length];
		for (int i = 0; i < mean.length; i++)
			mean[i] = values[i] + (1 - trust[i]) * (sample[i] - values[i]);
		return mean;
	}
}
