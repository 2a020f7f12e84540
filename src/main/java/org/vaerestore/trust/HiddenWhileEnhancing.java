package org.vaerestore.trust;

import java.util.Random;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.PlaneJob;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryNeed;

/**
 * Hides scattered pixels of an image and lets the model estimate the signal there; what was recorded lies about that by the
 * uncertainty of the signal and by the noise (Batson and Royer, Noise2Self, ICML 2019).
 */
final class HiddenWhileEnhancing {

	private static final int SIDE = 256, MOST_TILES = 4;
	/** Slices on either side that may be averaged with one. */
	private static final int REACH = 3;

	private HiddenWhileEnhancing() {}

	static HeldOut of(final Looks looks, final VaeModel model, final EnhanceSettings settings,
		final Progress progress)
	{
		final Random random = new Random(settings.seed());
		final HeldOut held = new HeldOut();
		final Sampling sampling = new Sampling(settings.samples(), settings.orientations(), settings.seed());
		final TilePlan plan = TilePlan.require(PlaneJob.of(model.architecture(), SIDE, SIDE, sampling.passes(), settings.sliceAxis()), MemoryNeed
			.onHeap(64L * SIDE * SIDE * (2 * REACH + 1)), settings.threads(), "checking intervals", progress);
		try (LadderVae vae = LadderVae.of(model.architecture(), model.weights(), plan.threads())) {
			final PlanePredictor predictor = new PlanePredictor(vae, looks.normalisation(), plan.tiling());
			final int tiles = Math.max(MOST_TILES, looks.count());
			for (int tile = 0; tile < tiles; tile++)
				hide(looks, looks.read(tile % looks.count()), predictor, sampling, model, settings.sliceAxis(), random, held, progress
					.part((double) tile / tiles, (tile + 1.0) / tiles));
		}
		return held;
	}

	private static void hide(final Looks looks, final Look look, final PlanePredictor predictor,
		final Sampling sampling, final VaeModel model, final int sliceAxis, final Random random, final HeldOut held,
		final Progress progress)
	{
		final Region all = look.region();
		final int width = Math.min(SIDE, all.width()), height = Math.min(SIDE, all.height());
		final Region region = new Region(all.x() + random.nextInt(all.width() - width + 1), all.y() + random.nextInt(all
			.height() - height + 1), width, height);
		final boolean[] known = new boolean[region.size()];
		for (int i = 0; i < known.length; i++)
			known[i] = look.known()[all.index(region.x() + i % width, region.y() + i / width)];
		final boolean[] hidden = HiddenPlaces.scattered(known, width, random);
		final float[] recorded = looks.input().read(look.plane(), region);
		final Crop crop = Crop.of(looks.input(), look.plane(), region, sliceAxis, REACH);
		final boolean[] unseen = hidden.clone();
		for (int i = 0; i < unseen.length; i++)
			unseen[i] |= !known[i];
		crop.hide(unseen);
		predictor.estimate(PlaneReader.of(crop.pixels()), crop.place(), crop.sliceAxis(), sampling, true, (rows, estimate) -> {
			for (int i = 0; i < rows.size(); i++) {
				final int pixel = rows.y() * width + i;
				if (!hidden[pixel]) continue;
				final double signal = estimate.mean()[i], deviation = model.spread() * estimate.deviation()[i];
				held.add((float) signal, (float) Math.sqrt(deviation * deviation + model.noise().variance(signal)),
					recorded[pixel]);
			}
		}, progress);
	}
}
