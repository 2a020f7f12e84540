package org.vaerestore.fill;

/**
 * Fills hidden pixels of one plane after the other without allocating anew; what each fill is, {@link ClassicalFill}
 * says. Not safe for use by more than one thread at a time.
 */
public final class FillWorkspace {

	/** Tension per pixel: gaps narrower than about its inverse bend like a plate, wider ones sag like a membrane. */
	private static final double TENSION = 0.4;
	private static final int HYBRID_SWEEPS = 20;
	private static final int HYBRID_STEPS = 30;
	private static final double HYBRID_FACTOR = 1.7;
	private static final double LOWEST_DAMPED = 0.1;

	private static final int HARMONIC_SWEEPS = 60;
	private static final double HARMONIC_FACTOR = 1.8;

	private static final double PLATE_TOLERANCE = 1e-5;
	private static final int PLATE_STEPS = 4000;

	private final Pyramid pyramid = new Pyramid();
	private final PlateOperator plate = new PlateOperator();
	private final PlateRelaxation relaxation = new PlateRelaxation();
	private final PlateSolver solver = new PlateSolver();

	/** Does {@link ClassicalFill#harmonic}. */
	public void harmonic(final float[] plane, final boolean[] hidden, final int width, final int height) {
		load(plane, hidden, width, height);
		pyramid.solveLaplace(HARMONIC_SWEEPS, HARMONIC_SWEEPS, HARMONIC_FACTOR);
		pyramid.base().store(plane);
	}

	/** Does {@link ClassicalFill#hybrid}. */
	public void hybrid(final float[] plane, final boolean[] hidden, final int width, final int height) {
		load(plane, hidden, width, height);
		bend(TENSION);
		pyramid.base().store(plane);
	}

	/** Does {@link ClassicalFill#biharmonic}. */
	public void biharmonic(final float[] plane, final boolean[] hidden, final int width, final int height) {
		load(plane, hidden, width, height);
		bend(0);
		if (!pyramid.base().isEmpty()) solver.solve(pyramid.base(), plate, PLATE_TOLERANCE, PLATE_STEPS);
		pyramid.base().store(plane);
	}

	private void bend(final double tension) {
		pyramid.solveLaplace(HYBRID_SWEEPS, HYBRID_SWEEPS, HYBRID_FACTOR);
		plate.load(pyramid.base(), tension);
		relaxation.relax(pyramid.base(), plate, HYBRID_STEPS, LOWEST_DAMPED, PlateOperator.bound(tension));
	}

	private void load(final float[] plane, final boolean[] hidden, final int width, final int height) {
		final long size = (long) width * height;
		if (width < 1 || height < 1 || plane.length != size || hidden.length != size) throw new IllegalArgumentException(
			"A plane of " + plane.length + " and a mask of " + hidden.length + " pixels are not " + width + " x " + height +
				".");
		pyramid.load(plane, hidden, width, height);
	}
}
