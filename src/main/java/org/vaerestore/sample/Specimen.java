package org.vaerestore.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.vaerestore.procedural.FractalNoise;
import org.vaerestore.job.Progress;

/** Dyed cells: cytoplasm, membranes and nuclei plane by plane, then filaments and vesicles cell by cell. */
final class Specimen {

	private static final double CYTOPLASM = 0.06, MEMBRANE = 0.32, NUCLEUS = 0.44, MEDIUM = 0.02;

	private final Tissue tissue;
	private final Map<Cell, Nucleus> nuclei = new HashMap<>();
	private final FractalNoise cytoplasm, coat;
	private final Volume dye;

	private Specimen(final SampleSettings settings, final SplittableRandom random) {
		dye = Volume.empty(settings.width(), settings.height(), settings.slices() + 2 * Volume.MARGIN);
		tissue = new Tissue(settings.width(), settings.height(), random.split());
		for (final Cell cell : tissue.cells()) {
			final SplittableRandom own = random.split();
			if (cell.isPresent()) nuclei.put(cell, new Nucleus(cell, dye.depth(), own));
		}
		cytoplasm = new FractalNoise(random.nextLong());
		coat = new FractalNoise(random.nextLong());
	}

	/** Returns the dye of a specimen that reaches {@link Volume#MARGIN} planes beyond the slices on both sides. */
	static Volume grow(final SampleSettings settings, final SplittableRandom random, final Progress progress) {
		final Specimen specimen = new Specimen(settings, random.split());
		specimen.fillPlanes(progress.part(0, 0.8));
		specimen.drawOrganelles(random.split(), progress.part(0.8, 1));
		return specimen.dye;
	}

	private void fillPlanes(final Progress progress) {
		for (int plane = 0; plane < dye.planes().length; plane++) {
			progress.update((double) plane / dye.planes().length, "Growing cells");
			for (int y = 0; y < dye.height(); y++) {
				if (y % 64 == 0) progress.checkCancelled();
				for (int x = 0; x < dye.width(); x++) {
					dye.planes()[plane][y * dye.width() + x] = (float) dyeAt(x, y, plane * Volume.PITCH);
				}
			}
		}
	}

	private double dyeAt(final double x, final double y, final double z) {
		final Tissue.Place place = tissue.at(x, y, z);
		final Cell cell = place.cell();
		if (!cell.isPresent()) return MEDIUM;
		final double inside = Math.min(1, place.border() / 3);
		double sum = MEDIUM + inside * CYTOPLASM * (1 + 0.9 * cytoplasm.at(x / 14, y / 14, z / 14, 3));
		final double shell = (place.border() - 1.2) / 0.9;
		if (shell < 4) sum += MEMBRANE * Math.exp(-shell * shell) * (1 + 0.8 * coat.at(x / 11, y / 11, z / 20, 2));
		final Nucleus nucleus = nuclei.get(cell);
		if (!nucleus.isFarFrom(x, y)) {
			final double clear = Math.min(1, Math.max(0, place.border() / 3 - 1));
			sum += NUCLEUS * clear * nucleus.dyeAt(x, y, z);
		}
		return cell.brightness() * sum;
	}

	private void drawOrganelles(final SplittableRandom random, final Progress progress) {
		final Filaments filaments = new Filaments(tissue, dye);
		final Vesicles vesicles = new Vesicles(tissue, dye);
		for (final Cell cell : tissue.cells()) {
			progress.update((double) cell.index() / tissue.cells().size(), "Drawing filaments and vesicles");
			progress.checkCancelled();
			final SplittableRandom own = random.split();
			if (!cell.isPresent()) continue;
			filaments.draw(cell, own.split());
			vesicles.draw(cell, nuclei.get(cell), own.split());
		}
	}
}
