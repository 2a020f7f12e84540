package org.vaerestore.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.vaerestore.job.Progress;
import org.vaerestore.report.Palette;
import org.vaerestore.report.Picture;
import org.vaerestore.report.Pictures;
import org.vaerestore.report.ReportPage;
import org.vaerestore.report.Section;

import ij.process.ImageProcessor;

/** A page of the bench's pictures side by side, with their errors, and its figures as JSON. */
public final class BenchReport implements Bench.Listener {

	/** Errors are shown from minus to plus this. */
	private static final double ERROR = 40, RANGE = 255;
	/** Samples that are shown. */
	private static final int SHOWN = 4;

	private final Map<String, List<Picture>> pictures = new LinkedHashMap<>();
	private final List<BenchRow> rows = new ArrayList<>();
	private int width;

	/** Creates an empty report. */
	public BenchReport() {}

	@Override
	public void measured(final BenchRow row, final ImageProcessor result, final ImageProcessor input,
		final ImageProcessor truth)
	{
		rows.add(row);
		final List<Picture> shown = pictures.computeIfAbsent(title(row), name -> new ArrayList<>(List.of(gray("truth", truth), gray("input", input))));
		width = truth.getWidth();
		if (row.method().equals("input") || row.sampled() != null) return;
		shown.add(gray(String.format(Locale.ROOT, "%s, %.2f dB", row.method(), row.psnr()) + (Double.isNaN(row.fitted()) ? ""
			: String.format(Locale.ROOT, ", fitted %.2f dB", row.fitted())), result));
		shown.add(errors(row.method(), result, truth));
	}

	@Override
	public void sampled(final BenchRow row, final List<float[]> samples) {
		final List<Picture> shown = pictures.get(title(row));
		for (int k = 0; k < Math.min(SHOWN, samples.size()); k++)
			shown.add(Picture.gray(row.method() + ", " + (k + 1) + " of " + samples.size(), width, samples.get(k).length / width, samples
				.get(k).clone(), 0, RANGE));
	}

	private static String title(final BenchRow row) {
		return row.image() + (row.mask() == null ? "" : ", " + row.mask());
	}

	/** Writes index.html, its pictures, and bench.json into a folder. */
	public void write(final Path folder, final Progress progress) {
		final List<Section> sections = new ArrayList<>();
		pictures.forEach((name, shown) -> sections.add(Section.of(name, "", new Pictures(shown))));
		new ReportPage("VAE Restore: protocol " + rows.get(0).protocol(), BenchTable.markdown(rows) + LooksTable.markdown(rows), sections).write(folder,
			progress);
		BenchJson.write(rows, folder.resolve("bench.json"));
	}

	private static Picture gray(final String caption, final ImageProcessor plane) {
		return Picture.gray(caption, plane.getWidth(), plane.getHeight(), values(plane), 0, RANGE);
	}

	private static Picture errors(final String method, final ImageProcessor result, final ImageProcessor truth) {
		final float[] errors = values(result), expected = values(truth);
		for (int pixel = 0; pixel < errors.length; pixel++)
			errors[pixel] -= expected[pixel];
		return new Picture("errors of " + method, result.getWidth(), result.getHeight(), errors, -ERROR, ERROR,
			Palette.BALANCE);
	}

	private static float[] values(final ImageProcessor plane) {
		return ((float[]) plane.convertToFloatProcessor().getPixels()).clone();
	}
}
