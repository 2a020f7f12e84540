package org.vaerestore.trust;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.enhance.PlaneStripes;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.setaside.SetAside;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

import net.imglib2.type.numeric.IntegerType;

/** Chooses what is looked at of an image: a few planes, spread evenly over those that were changed, and their middle. */
final class Looks {

	private static final int MOST_PLANES = 5, MOST_SIDE = 2048;
	private static final double ROUNDING = 1 / 12.0;

	/** Recorded as it is, and as enhancing sees it: without the noise that rows and columns share. */
	private final PlaneReader recorded, input;
	private final PlaneReader result, uncertainty;
	private final Normalisation normalisation;
	private final MaskReader masks;
	private final List<Long> chosen;
	private final Region region;
	private final double maskedShare, strength, rounding;
	private final Fingerprint[] hashes = { new Fingerprint(), new Fingerprint() };
	private final SetAside aside;
	private int hashed;

	Looks(final Subject subject, final Progress progress) {
		recorded = PlaneReader.of(subject.input());
		final Normalisation told = subject.model().normalisation();
		if (subject.job() instanceof Job.Enhanced && told.correlations().isShared()) {
			final PlaneStripes stripes = new PlaneStripes(recorded.without(subject.search().find(progress)), told.correlations());
			input = stripes.without();
			normalisation = stripes.ofRest(told);
		}
		else {
			input = recorded;
			normalisation = told;
		}
		result = PlaneReader.of(subject.result());
		uncertainty = subject.uncertainty() == null ? null : PlaneReader.of(subject.uncertainty());
		masks = MaskReader.of(subject.mask(), subject.input());
		final Planes planes = input.planes();
		final List<Long> changed = new ArrayList<>();
		long masked = 0;
		for (long plane = 0; plane < planes.count(); plane++) {
			final long inPlane = subject.mask() == null ? 0 : masks.plane(plane).count();
			masked += inPlane;
			if (subject.mask() == null || inPlane > 0) changed.add(plane);
		}
		maskedShare = (double) masked / planes.whole().size() / planes.count();
		final int count = Math.min(MOST_PLANES, changed.size());
		final List<Long> some = new ArrayList<>();
		for (int i = 0; i < count; i++)
			some.add(changed.get((2 * i + 1) * changed.size() / (2 * count)));
		chosen = List.copyOf(some);
		final int width = Math.min(MOST_SIDE, planes.width()), height = Math.min(MOST_SIDE, planes.height());
		region = new Region((planes.width() - width) / 2, (planes.height() - height) / 2, width, height);
		final double asked = subject.job() instanceof Job.Enhanced job ? job.how().strength() : 1;
		strength = asked > 0 ? asked : 1;
		// An uncertainty tells which pixels were set aside; without one the search tells.
		aside = subject.job() instanceof Job.Enhanced && uncertainty == null ? subject.search().find(progress) : null;
		rounding = subject.result().getType() instanceof IntegerType ? ROUNDING / strength / strength : 0;
	}

	/** Returns how many pixels of a plane are looked at, at most. */
	static long most(final long width, final long height) {
		return Math.min(MOST_SIDE, width) * Math.min(MOST_SIDE, height);
	}

	/** Returns the number of planes of the image. */
	long planes() {
		return input.planes().count();
	}

	/** Returns the planes that are looked at. */
	List<Long> chosen() {
		return chosen;
	}

	/** Returns whether these are looked at in whole. */
	boolean whole() {
		return region.equals(input.planes().whole());
	}

	/** Returns how many there are. */
	int count() {
		return chosen.size();
	}

	/** Returns the number of pixels that are looked at. */
	long pixels() {
		return (long) region.size() * chosen.size();
	}

	/** Returns a reader of the image as the job's network sees it. */
	PlaneReader input() {
		return input;
	}

	/** Returns what the network is told of that. */
	Normalisation normalisation() {
		return normalisation;
	}

	MaskReader masks() {
		return masks;
	}

	/** Returns the share of all pixels that are masked. */
	double maskedShare() {
		return maskedShare;
	}

	/** Returns the variance that rounding adds to the result, in units of the image squared. */
	double rounding() {
		return rounding;
	}

	/** Returns what is masked of what is looked at. */
	boolean[] masked(final int index) {
		return masks.read(chosen.get(index), region);
	}

	/** Returns the hash of all that was looked at of the input; to be called once, at the end. */
	String inputHash() {
		return hashes[0].text();
	}

	/** Returns the hash of all that was looked at of the result; to be called once, at the end. */
	String resultHash() {
		return hashes[1].text();
	}

	/** Reads; the result is what it would be if all of the input had been taken for it. */
	Look read(final int index) {
		final long plane = chosen.get(index);
		final float[] before = recorded.read(plane, region), after = result.read(plane, region);
		if (index == hashed) {
			hashed++;
			hashes[0].add(before);
			hashes[1].add(after);
		}
		final boolean[] known = masked(index);
		final float[] deviation = uncertainty == null ? null : uncertainty.read(plane, region);
		final boolean[] unused = aside == null ? null : aside.map(plane, region, before);
		for (int i = 0; i < known.length; i++) {
			known[i] = !known[i] && Float.isFinite(before[i]) && (deviation == null || !Float.isNaN(deviation[i])) && (unused == null ||
				!unused[i]);
			if (strength < 1) after[i] = (float) (before[i] + (after[i] - before[i]) / strength);
		}
		return new Look(plane, region, input.read(plane, region), after, deviation, known);
	}
}
