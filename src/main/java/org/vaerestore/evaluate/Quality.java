package org.vaerestore.evaluate;

import java.util.Locale;

/**
 * How close an image is to its reference.
 *
 * @param psnr peak signal-to-noise ratio in dB, infinite if the two are equal
 * @param ssim mean structural similarity, at most 1; NaN if the image is smaller than SSIM's window
 */
public record Quality(double psnr, double ssim) {

	/** Returns both measures in words, as in {@code PSNR 31.79 dB  SSIM 0.868}. */
	public String describe() {
		final String first = Double.isInfinite(psnr) ? "PSNR infinite (equal)" : String.format(Locale.ROOT, "PSNR %.2f dB",
			psnr);
		return first + (Double.isNaN(ssim) ? "  SSIM not defined" : String.format(Locale.ROOT, "  SSIM %.3f", ssim));
	}
}
