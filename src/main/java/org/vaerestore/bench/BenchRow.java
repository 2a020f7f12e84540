package org.vaerestore.bench;

/**
 * One figure of the bench.
 *
 * @param protocol D1, D4, I1, IS, L1, LS or T1
 * @param image name of the image
 * @param mask kind of the damage; null where there is none
 * @param method input, builtin, adapted, trained, laplace or biharmonic
 * @param psnr in dB of the range 255; of the masked pixels where there is a mask
 * @param fitted PSNR with the gain and the offset that come closest to the truth; NaN where the protocol has none
 * @param ssim of the whole image
 * @param seconds that the method took, training included
 * @param calibration of the method's uncertainty; null if it has none
 * @param looks of the result; null where the protocol doesn't ask for them
 * @param sampled what its samples are worth together; null if it isn't one of several
 */
public record BenchRow(String protocol, String image, String mask, String method, double psnr, double fitted,
	double ssim, double seconds, Calibration calibration, Looks looks, Sampled sampled)
{

	/**
	 * What samples are worth together.
	 *
	 * @param psnr of their mean, in dB
	 * @param spread whether they differ as much as the truth is open
	 */
	record Sampled(double psnr, SampleSpread spread) {
	}
}
