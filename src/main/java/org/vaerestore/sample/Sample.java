package org.vaerestore.sample;

import java.util.SplittableRandom;

import org.vaerestore.job.Progress;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * A procedural fluorescence stack whose truth is known: cells with nuclei, filaments, vesicles and membranes.
 * <p>
 * The specimen is a volume of dye; a microscope with a Gaussian PSF takes optical sections of it, and a camera
 * counts photons. Stacks are (x, y, slice), planes (x, y), in camera counts; no light at all is {@link #OFFSET} counts.
 * The variance of {@code noisy} about a truth of t counts is {@code gain * (t - OFFSET) + readNoise²}.
 * </p>
 *
 * @param truth the expected counts, rounded
 * @param noisy one short exposure: 20 to 23 dB of the truth's range
 * @param clean one long exposure of the same specimen: nearly the truth
 * @param damaged the middle slice (index slices / 2) of {@code clean} with bright scratches and dark dust
 * @param mask 255 where {@code damaged} is to be restored, else 0
 * @param gain of {@code noisy}, counts per photon
 * @param readNoise of {@code noisy}, standard deviation in counts
 */
public record Sample(Img<UnsignedShortType> truth, Img<UnsignedShortType> noisy, Img<UnsignedShortType> clean,
	Img<UnsignedShortType> damaged, Img<UnsignedByteType> mask, double gain, double readNoise)
{

	/** What the camera counts without light. */
	public static final int OFFSET = 100;

	private static final double BRIGHTEST = 2400;
	private static final double SHORT_GAIN = 44, SHORT_READ_NOISE = 75;
	private static final double LONG_GAIN = 0.4, LONG_READ_NOISE = 3;

	/**
	 * Makes a sample.
	 *
	 * @param settings size and seed
	 * @param progress is told of every slice
	 * @return the sample
	 * @throws org.vaerestore.job.CancelledException if the progress says so
	 */
	public static Sample generate(final SampleSettings settings, final Progress progress) {
		final SplittableRandom seeds = new SplittableRandom(settings.seed());
		final Volume dye = Specimen.grow(settings, seeds.split(), progress.part(0, 0.6));
		final float[][] light = Microscope.image(dye, settings.slices(), progress.part(0.6, 0.8));

		final Camera ideal = new Camera(OFFSET, BRIGHTEST, 0, 0);
		final Camera brief = new Camera(OFFSET, BRIGHTEST, SHORT_GAIN, SHORT_READ_NOISE);
		final Camera patient = new Camera(OFFSET, BRIGHTEST, LONG_GAIN, LONG_READ_NOISE);
		final short[] truth = ideal.expose(light, seeds.split(), progress.part(0.8, 0.85));
		final short[] noisy = brief.expose(light, seeds.split(), progress.part(0.85, 0.92));
		final short[] clean = patient.expose(light, seeds.split(), progress.part(0.92, 1));

		final int width = settings.width(), height = settings.height();
		final Damage damage = Damage.draw(width, height, seeds.split());
		final short[] damaged = damage.apply(clean, settings.slices() / 2 * width * height);
		return new Sample(stack(truth, settings), stack(noisy, settings), stack(clean, settings),
			ArrayImgs.unsignedShorts(damaged, width, height), ArrayImgs.unsignedBytes(damage.mask(), width, height),
			SHORT_GAIN, SHORT_READ_NOISE);
	}

	private static Img<UnsignedShortType> stack(final short[] counts, final SampleSettings settings) {
		return ArrayImgs.unsignedShorts(counts, settings.width(), settings.height(), settings.slices());
	}
}
