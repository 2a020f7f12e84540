package org.vaerestore.trust;

import java.util.List;

import org.vaerestore.predict.Familiarity;

/**
 * What was measured on a result.
 *
 * @param planes number of planes of the image
 * @param looked indices of the planes that were looked at
 * @param whole whether they were looked at in whole, not in their middle alone
 * @param intensities of the result, or of pixels that were hidden and restored; null if there are too few
 * @param levels of the residuals, or of the errors of pixels that were hidden and restored; null if there are too few, or no
 *          noise model
 * @param correlation of the residuals; null if nothing but masked pixels was changed
 * @param correlatedNoise whether the noise model holds neighbours to be correlated
 * @param structure share of the residuals' blocks with a clear pattern; 0 if there are no residuals
 * @param specks share of the residuals beyond five standard deviations, in units in which noise has one variance and is nearly
 *          normal; 0 if there is no noise model
 * @param coverage of the intervals at pixels that were hidden; null if there are too few
 * @param familiarity of the image to the model; null if the model has no density of what it knows, or the image is too small
 * @param synthetic share of the pixels that were restored; when enhancing, of those in the planes looked at that had no value and
 *          got one
 * @param unknown share of the pixels that have no value in the result, or were set aside as no signal, in the planes looked at
 * @param changed number of known pixels that restoring changed, which must be 0
 * @param inputHash SHA-256 of the input's pixels that were looked at
 * @param resultHash SHA-256 of the result's pixels that were looked at
 * @param rounding standard deviation that rounding adds to the result, as a share of the noise; 0 for 32-bit results
 */
public record Measurements(long planes, List<Long> looked, boolean whole, Intensities intensities, NoiseLevels levels,
	Autocorrelation correlation, boolean correlatedNoise, double structure, double specks, Coverage coverage, Familiarity familiarity,
	double synthetic, double unknown, long changed, double rounding, String inputHash, String resultHash)
{

	/** Copies the list. */
	public Measurements {
		looked = List.copyOf(looked);
	}
}
