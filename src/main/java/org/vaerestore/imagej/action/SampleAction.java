package org.vaerestore.imagej.action;

import java.util.List;

import org.vaerestore.imagej.ResultImage;
import org.vaerestore.sample.Sample;
import org.vaerestore.sample.SampleSettings;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Opens procedural microscopy to try everything on. */
final class SampleAction implements Action {

	private static final String NOISY = "noisy", DAMAGED = "damaged", CLEAN = "clean", TRUTH = "truth", MASK = "mask",
			ALL = "all";

	static final Option.Choice SAMPLE = new Option.Choice("sample", "Sample", "The noisy stack, the damaged slice, the " +
		"clean stack, the truth behind them, the damage's mask, or all.", List.of(NOISY, DAMAGED, CLEAN, TRUTH, MASK, ALL),
		NOISY);

	@Override
	public String label() {
		return "VAE Open Sample";
	}

	@Override
	public String section() {
		return "Open Sample";
	}

	@Override
	public List<Option> options() {
		return List.of(SAMPLE, ResultOptions.SEED);
	}

	@Override
	public boolean needsImage() {
		return false;
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		final Sample sample;
		final SampleSettings settings = SampleSettings.defaults();
		try (Host.JobProgress progress = host.progress(null)) {
			sample = Sample.generate(values.seed(ResultOptions.SEED) == 1 ? settings : settings.withSeed(values.seed(
				ResultOptions.SEED)), progress);
		}
		show(values, TRUTH, sample.truth(), host);
		show(values, CLEAN, sample.clean(), host);
		show(values, MASK, sample.mask(), host);
		show(values, DAMAGED, sample.damaged(), host);
		show(values, NOISY, sample.noisy(), host);
	}

	private static void show(final Values values, final String name,
		final RandomAccessibleInterval<? extends RealType<?>> pixels, final Host host)
	{
		if (!values.is(SAMPLE, name) && !values.is(SAMPLE, ALL)) return;
		final ImagePlus image = ResultImage.of(pixels, name + ".tif");
		host.show(image);
		// Afterwards, or the slider of its window stays at the first slice.
		image.setSlice(image.getNSlices() / 2 + 1);
	}
}
