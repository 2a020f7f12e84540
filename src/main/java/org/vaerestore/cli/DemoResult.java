package org.vaerestore.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.vaerestore.report.ModelFacts;
import org.vaerestore.evaluate.Evaluation;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.model.VaeModel;
import org.vaerestore.report.Comparison;
import org.vaerestore.report.Facts;
import org.vaerestore.report.KeyFigures;
import org.vaerestore.report.KeyFigures.KeyFigure;
import org.vaerestore.report.LossCurves;
import org.vaerestore.report.Palette;
import org.vaerestore.report.Picture;
import org.vaerestore.report.Pictures;
import org.vaerestore.report.Section;

import ij.ImagePlus;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** One result beside its truth; measured over the range of the truth, and inside the mask if there is one. */
final class DemoResult {

	private static final int DETAIL = 96;
	private static final int STEP = 16;

	private final int width;
	private final int height;
	private final float[] truth;
	private final float[] before;
	private final float[] after;
	private final float[] uncertainty;
	private final Mask mask;
	private final VaeModel model;
	private final double low;
	private final double high;

	DemoResult(final ImagePlus truth, final ImagePlus input, final ImageJobs.Result result, final Mask mask,
		final VaeModel model)
	{
		width = truth.getWidth();
		height = truth.getHeight();
		this.truth = plane(truth);
		before = plane(input);
		after = plane(result.image());
		uncertainty = plane(result.uncertainty());
		this.mask = mask;
		this.model = model;
		low = truth.getStatistics().min;
		high = truth.getStatistics().max;
	}

	/** Returns the measures in one line. */
	String line(final String what) {
		return String.format(Locale.ROOT, "%s: PSNR %.2f dB before, %.2f dB after%s; SSIM %.3f before, %.3f after", what, psnr(
			before), psnr(after), mask == null ? "" : " (inside the mask)", ssim(before), ssim(after));
	}

	/** Returns what the page shows. */
	Section section(final String heading, final String text) {
		final double[] shown = DisplayRange.of(truth);
		final List<Picture> pictures = new ArrayList<>();
		pictures.add(gray("truth", truth, shown));
		pictures.add(gray(mask == null ? "noisy" : "damaged", before, shown));
		pictures.add(gray(heading.toLowerCase(Locale.ROOT) + "d", after, shown));
		pictures.add(fire("uncertainty (standard deviation)", uncertainty));
		pictures.add(fire("error (absolute)", error()));
		return Section.of(heading, text, figures(), new Comparison(pictures.get(1), pictures.get(2)), new Pictures(pictures),
			details(pictures.subList(0, 3)), LossCurves.of(model.history()), new Facts(ModelFacts.of(model)));
	}

	private Pictures details(final List<Picture> pictures) {
		final int[] corner = mask == null ? new int[] { (width - DETAIL) / 2, (height - DETAIL) / 2 } : mostDamaged();
		return new Pictures(pictures.stream().map(picture -> picture.crop("detail: " + picture.caption(), corner[0],
			corner[1], DETAIL, DETAIL)).toList());
	}

	private int[] mostDamaged() {
		int[] best = { 0, 0 };
		int most = -1;
		for (int top = 0; top + DETAIL <= height; top += STEP)
			for (int left = 0; left + DETAIL <= width; left += STEP) {
				final int damaged = damagedIn(left, top);
				if (damaged <= most) continue;
				most = damaged;
				best = new int[] { left, top };
			}
		return best;
	}

	private int damagedIn(final int left, final int top) {
		int damaged = 0;
		for (int y = top; y < top + DETAIL; y++)
			for (int x = left; x < left + DETAIL; x++)
				if (mask.plane(0).get(x, y)) damaged++;
		return damaged;
	}

	private KeyFigures figures() {
		return KeyFigures.of(new KeyFigure(mask == null ? "PSNR" : "PSNR of the restored pixels", String.format(Locale.ROOT,
			"%.2f dB", psnr(after)), String.format(Locale.ROOT, "before: %.2f dB", psnr(before))), new KeyFigure("SSIM", String
				.format(Locale.ROOT, "%.3f", ssim(after)), String.format(Locale.ROOT, "before: %.3f", ssim(before))));
	}

	private double psnr(final float[] plane) {
		return Evaluation.psnr(fromZero(plane), fromZero(truth), mask == null ? null : mask.interval(), high - low);
	}

	private double ssim(final float[] plane) {
		return Evaluation.ssim(fromZero(plane), fromZero(truth), high - low);
	}

	private Img<FloatType> fromZero(final float[] plane) {
		final float[] shifted = new float[plane.length];
		for (int pixel = 0; pixel < plane.length; pixel++)
			shifted[pixel] = (float) (plane[pixel] - low);
		return ArrayImgs.floats(shifted, width, height);
	}

	private float[] error() {
		final float[] error = new float[truth.length];
		for (int pixel = 0; pixel < truth.length; pixel++)
			error[pixel] = Math.abs(after[pixel] - truth[pixel]);
		return error;
	}

	private Picture gray(final String caption, final float[] plane, final double[] range) {
		return Picture.gray(caption, width, height, plane, range[0], range[1]);
	}

	private Picture fire(final String caption, final float[] plane) {
		return new Picture(caption, width, height, plane, 0, DisplayRange.of(plane)[1], Palette.FIRE);
	}

	private static float[] plane(final ImagePlus image) {
		return (float[]) image.getProcessor().convertToFloatProcessor().getPixels();
	}
}
