package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.Locale;

import org.vaerestore.evaluate.Evaluation;
import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.MaskShare;
import org.vaerestore.imagej.Pixels;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "evaluate", header = "Measures how close an image is to a reference: PSNR and SSIM.", footer = { "",
	"With a mask, PSNR is that of the masked pixels; SSIM is always that of the whole image.", "", "Example:",
	"  vae-restore evaluate --image restored.tif --reference truth.tif --mask mask.png" })
final class EvaluateCommand implements Runnable {

	private static final double BYTE_RANGE = 255;

	private final Terminal terminal;

	@Option(names = "--image", required = true, paramLabel = "PATH", description = "Image to judge.")
	private Path image;

	@Option(names = "--reference", required = true, paramLabel = "PATH", description = "What it should be.")
	private Path reference;

	@Option(names = "--mask", paramLabel = "PATH", description = "Measure PSNR only where this is other than black.")
	private Path mask;

	@Option(names = "--invert-mask", description = "Measure PSNR where the mask is black instead.")
	private boolean invertMask;

	@Option(names = "--range", paramLabel = "R", description =
		"Range of values, 0 to R; needed unless one of the images is 8-bit or RGB, then it is 255.")
	private Double range;

	EvaluateCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		final ImagePlus judged = ImageReader.read(image);
		final ImagePlus wanted = ImageReader.read(reference);
		requireSameSize(judged, wanted);
		final double used = range(judged, wanted);
		final Mask inside = mask == null ? null : Mask.read(mask, judged, invertMask);
		if (inside != null) terminal.remark(MaskShare.describe(inside, mask.toString(), "--invert-mask"));
		final RandomAccessibleInterval<? extends RealType<?>> pixels = Pixels.realValued(judged);
		final RandomAccessibleInterval<? extends RealType<?>> truth = Pixels.realValued(wanted);
		final double psnr = Evaluation.psnr(pixels, truth, inside == null ? null : inside.interval(), used);
		final double ssim = Evaluation.ssim(pixels, truth, used);
		terminal.print(String.format(Locale.ROOT, "PSNR %.2f dB  SSIM %.3f", psnr, ssim));
	}

	private void requireSameSize(final ImagePlus judged, final ImagePlus wanted) {
		final ImageAxes axes = ImageAxes.of(judged);
		final ImageAxes other = ImageAxes.of(wanted);
		if (!axes.equals(other)) throw new InputException("The image has " + axes.describe() + (axes.rgb() ? ", RGB"
			: "") + ", but the reference has " + other.describe() + (other.rgb() ? ", RGB" : "") +
			"; both must be of the same size and axes.");
	}

	private double range(final ImagePlus judged, final ImagePlus wanted) {
		if (range != null) {
			if (!(range > 0) || range.isInfinite()) throw new InputException("--range is " + range +
				"; it must be a number above 0, such as 65535.");
			return range;
		}
		if (isByte(judged) || isByte(wanted)) return BYTE_RANGE;
		throw new InputException("The images are " + judged.getBitDepth() + "-bit, so their range of values isn't known; " +
			"give it with --range, such as --range 65535.");
	}

	private static boolean isByte(final ImagePlus image) {
		return image.getBitDepth() == 8 || image.getBitDepth() == 24;
	}
}
