package org.vaerestore.imagej.action;

import java.util.List;

import org.vaerestore.evaluate.Evaluation;
import org.vaerestore.imagej.ErrorMap;
import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.imagej.TableWriter;
import org.vaerestore.imagej.Pixels;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Measures how close an image is to a reference. */
final class EvaluateAction implements Action {

	private static final String WHOLE = "whole", MASK = "mask", NO = "no", YES = "yes";

	static final Option.ImageName REFERENCE = new Option.ImageName("reference", "Reference", "What the image should be: an " +
		"image of the same size and axes.", false);
	static final Option.Choice REGION = new Option.Choice("region", "Region", "The whole image, or only its masked or restored " +
		"pixels (SSIM is always that of the whole).", List.of(WHOLE, MASK), WHOLE);
	static final Option.Number RANGE = new Option.Number("range", "Range (0: automatic)", "How far values can reach above 0, or " +
		"above the lowest one if that is below; automatic is 255 for 8 bit, else as far as those of the reference do.", "", 0, 1e12, false, 0);
	static final Option.Choice ERRORS = new Option.Choice("errors", "Errors as an image", "Whether to show an image of the " +
		"differences, image minus reference.", List.of(NO, YES), NO);
	static final Option.PathName SAVE = new Option.PathName("save", "Save table to", "Where to save the table too, as *.csv.",
		false);

	@Override
	public String label() {
		return "VAE Evaluate...";
	}

	@Override
	public String section() {
		return "Evaluate";
	}

	@Override
	public List<Option> options() {
		return List.of(REFERENCE, REGION, RANGE, ERRORS, SAVE);
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		final ImagePlus reference = NamedImage.find(values.text(REFERENCE), REFERENCE);
		final ComparedImages images = ComparedImages.of(image, reference);
		return "Range of values: " + Option.Number.text(-images.raised()) + " to " + Option.Number.text(range(values, images) -
			images.raised()) + ".";
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		final ImagePlus reference = NamedImage.find(values.text(REFERENCE), REFERENCE);
		final ComparedImages images = ComparedImages.of(image, reference);
		values.path(SAVE).ifPresent(OutputPath::requireWritable);
		final double range = range(values, images);
		final Mask mask = values.is(REGION, MASK) ? evaluated(image) : null;
		final ResultsTable table = new ResultsTable();
		table.setPrecision(3);
		for (int plane = 0; plane < image.getStackSize(); plane++)
			if (mask == null || !mask.plane(plane).isEmpty()) row(table, label(image, plane), plane(images.image(), plane),
				plane(images.reference(), plane), mask == null ? null : new Mask(ImageAxes.of(plane(image, plane)), List.of(mask.plane(plane))), range);
		if (table.size() == 0) throw new InputException("No pixel of \"" + image.getTitle() + "\" is masked; use region=whole.");
		if (table.size() > 1) row(table, "all", images.image(), images.reference(), mask, range);
		host.show(table, "Evaluation of " + image.getTitle());
		values.path(SAVE).ifPresent(path -> TableWriter.write(table, path));
		if (values.is(ERRORS, YES)) host.show(ErrorMap.of(image, reference));
	}

	private static void row(final ResultsTable table, final String label, final ImagePlus image,
		final ImagePlus reference, final Mask mask, final double range)
	{
		final RandomAccessibleInterval<? extends RealType<?>> pixels = Pixels.realValued(image);
		final RandomAccessibleInterval<? extends RealType<?>> truth = Pixels.realValued(reference);
		table.incrementCounter();
		table.addLabel(label);
		table.addValue("PSNR (dB)", Evaluation.psnr(pixels, truth, mask == null ? null : mask.interval(), range));
		table.addValue("SSIM", Evaluation.ssim(pixels, truth, range));
	}

	private static String label(final ImagePlus image, final int plane) {
		final String label = image.getStack().getShortSliceLabel(plane + 1);
		return label == null || label.isBlank() ? image.getTitle() + ":" + (plane + 1) : label;
	}

	private static ImagePlus plane(final ImagePlus image, final int plane) {
		return new ImagePlus("", image.getStack().getProcessor(plane + 1));
	}

	private static Mask evaluated(final ImagePlus image) {
		return MaskOverlay.of(image).or(() -> MaskOverlay.restored(image)).orElseThrow(() -> new InputException("\"" + image
			.getTitle() + "\" has neither a mask nor restored pixels; use region=whole."));
	}

	private static double range(final Values values, final ComparedImages images) {
		return values.number(RANGE) > 0 ? values.number(RANGE) : images.range();
	}
}
