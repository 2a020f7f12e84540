package org.vaerestore.setaside;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

/** The search for pixels that can't be signal: values first, then lines and single pixels among what is left. */
final class Search {

	/** Planes of fewer pixels along a side tell nothing. */
	private static final int SMALLEST = 8;
	/** A larger share of single pixels is the nature of the image, such as single photons. */
	private static final double FEW = 2e-3;
	private static final int MOST = 1 << 20;
	/** Groups that are nearly as sharp, as a share of the sharp ones, from which these may be spots of the image. */
	private static final double ALIKE = 0.5;
	/** Share of the levels that are left out at each end of their range. */
	private static final double TAIL = 5e-4;
	private static final double FINDINGS = 0.2, ENDS = 0.4;

	private Search() {}

	static SetAside find(final PlaneReader reader, final Progress progress) {
		final Planes planes = reader.planes();
		if (Math.min(planes.width(), planes.height()) < SMALLEST) return SetAside.nothing(planes);
		final Findings findings = Findings.of(reader, progress.part(0, FINDINGS));
		if (findings.noise() == null) return counted(reader, values(planes, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
			findings), progress.part(FINDINGS, 1));
		final Progress ends = progress.part(FINDINGS, ENDS);
		final double low = new LowerEnd(reader, findings, 1).find(ends);
		final double high = -new LowerEnd(reader, findings.negative(), -1).find(ends);
		final SetAside values = values(planes, low, high, findings);
		final float[] levels = within(findings.levels(), low, high);
		if (levels.length == 0) return counted(reader, values, progress.part(ENDS, 1));
		final DefectLines lines = new DefectLines(findings.noise(), planes);
		final SinglePixels singles = new SinglePixels(findings.noise(), Sample.quantile(levels, TAIL), Sample.quantile(levels,
			1 - TAIL), most(planes));
		Band.each(reader.without(values), band -> {
			lines.visit(band);
			singles.visit(band, band.plane() * planes.width() * planes.height());
		}, progress.part(ENDS, 0.8));
		final boolean nature = singles.isFull() || singles.blurred() > ALIKE * singles.count();
		return counted(reader, new SetAside(planes, low, high, findings.constant(), lines.columns(), lines.rows(), nature
			? new long[0] : singles.found()), progress.part(0.8, 1));
	}

	/** Returns how many single pixels may be faults of a detector. */
	static int most(final Planes planes) {
		return (int) Math.min(MOST, FEW * planes.width() * planes.height() * planes.count());
	}

	private static SetAside values(final Planes planes, final double low, final double high, final Findings findings) {
		return new SetAside(planes, low, high, findings.constant(), List.<BitSet> of(), List.<BitSet> of(), new long[0]);
	}

	private static SetAside counted(final PlaneReader reader, final SetAside aside, final Progress progress) {
		final Planes planes = reader.planes();
		final int rows = Band.rows(planes);
		for (long plane = 0; plane < planes.count(); plane++)
			for (int top = 0; top < planes.height(); top += rows) {
				progress.checkCancelled();
				progress.update((plane + (double) top / planes.height()) / planes.count(), "looking for pixels that are no signal");
				final Region band = new Region(0, top, planes.width(), Math.min(rows, planes.height() - top));
				aside.count(plane, band, reader.read(plane, band));
			}
		return aside;
	}

	private static float[] within(final float[] sorted, final double low, final double high) {
		int from = 0, to = sorted.length;
		while (from < to && sorted[from] < low)
			from++;
		while (to > from && sorted[to - 1] > high)
			to--;
		return Arrays.copyOfRange(sorted, from, to);
	}
}
