package org.vaerestore.bench;

/**
 * One figure of the bench.
 *
 * @param protocol D1, D4, I1 or IS
 * @param image name of the image
 * @param mask kind of the damage; null where there is none
 * @param method input, builtin, adapted, laplace or biharmonic
 * @param psnr in dB of the range 255; of the masked pixels where there is a mask
 * @param ssim of the whole image
 * @param seconds that the method took, training included
 * @param calibration of the method's uncertainty; null if it has none
 */
public record BenchRow(String protocol, String image, String mask, String method, double psnr, double ssim,
	double seconds, Calibration calibration)
{
}
