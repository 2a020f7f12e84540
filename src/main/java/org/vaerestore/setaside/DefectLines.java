package org.vaerestore.setaside;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.vaerestore.tiles.Planes;

/** Finds dead, hot and stuck columns and rows, plane by plane. */
final class DefectLines {

	/** A larger share of lines is a pattern of the picture, not a fault of the detector. */
	private static final double PATTERN = 0.05;
	private static final int WIDEST = 2;

	private final FirstNoise noise;
	private final Planes planes;
	private final List<BitSet> columns = new ArrayList<>(), rows = new ArrayList<>();
	private StandingLine[][] ofColumns, ofRows;

	DefectLines(final FirstNoise noise, final Planes planes) {
		this.noise = noise;
		this.planes = planes;
	}

	/** Hears of the bands of all planes, one after the other. */
	void visit(final Band band) {
		if (band.top() == 0) begin();
		final int width = band.width();
		for (int row = 0; row < band.rows(); row++)
			for (int x = 0, i = band.index(0, row); x < band.columns(); x++, i++)
				for (int wide = 1; wide <= WIDEST; wide++) {
					if (x + wide <= band.columns()) ofColumns[wide - 1][x].add(band.values(), i, 1, wide);
					if (band.top() + row + wide <= planes.height()) ofRows[wide - 1][band.top() + row].add(band.values(), i, width,
						wide);
				}
		if (band.top() + band.rows() == planes.height()) {
			columns.add(defects(ofColumns, planes.height()));
			rows.add(defects(ofRows, planes.width()));
		}
	}

	/** Returns the columns of each plane. */
	List<BitSet> columns() {
		return columns;
	}

	/** Returns the rows of each plane. */
	List<BitSet> rows() {
		return rows;
	}

	private void begin() {
		ofColumns = lines(planes.width());
		ofRows = lines(planes.height());
	}

	private StandingLine[][] lines(final int count) {
		final StandingLine[][] lines = new StandingLine[WIDEST][count];
		for (int wide = 0; wide < WIDEST; wide++)
			for (int k = 0; k < count; k++)
				lines[wide][k] = new StandingLine(noise);
		return lines;
	}

	private static BitSet defects(final StandingLine[][] lines, final int length) {
		final BitSet found = new BitSet();
		for (int wide = 1; wide <= WIDEST; wide++)
			for (int k = 0; k + wide <= lines[0].length; k++)
				if (lines[wide - 1][k].isDefect(length)) found.set(k, k + wide);
		if (found.cardinality() > Math.max(WIDEST, PATTERN * lines[0].length)) found.clear();
		return found;
	}
}
