package org.vaerestore.train;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.setaside.SetAside;
import org.vaerestore.setaside.SignalSearch;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.train.PatchSource.SourceImage;
import org.vaerestore.train.holes.UserMask;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.vae.noise.NoiseEstimate;
import org.vaerestore.vae.noise.NoiseEstimation;

import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * What one look at all training images finds: the pixels that are known, a sample of their values, the noise, the shapes
 * of the user's masks, and a fingerprint.
 *
 * @param images ready to read patches from
 * @param values known pixels, at most a few hundred thousand, in image units
 * @param noise estimated from some planes
 * @param noisePlanes the planes that it was estimated from
 * @param masks of the user, at most a few
 * @param range of the detector
 * @param dimensions of the images, for people
 * @param sha256 of all pixels as 32-bit floating point; null unless it was asked for
 */
record Survey(List<SourceImage> images, float[] values, NoiseEstimate noise,
	List<NoiseEstimation.Plane> noisePlanes, List<UserMask> masks, DetectorRange range, String dimensions,
	String sha256)
{

	private static final int VALUES_PER_PLANE = 20_000;
	private static final int MOST_VALUES = 400_000;
	private static final int NOISE_PLANES = 6;
	/** Share of a patch that must be intact in all, as one of so many. */
	private static final int LEAST_PATCHES = 4;
	private static final int MASK_PLANES = 20;
	/** Share of the look that is the search for pixels that are no signal. */
	private static final double SEARCH = 0.6;
	/** What is held of each pixel of a band, and of a plane that is kept. */
	private static final int BAND_BYTES = 24, PLANE_BYTES = 5;
	/** Pixels of a plane that are held at a time, and of these that go to the fingerprint at a time. */
	private static final int MOST_PIXELS = 1 << 22, PIECE = 1 << 12;

	/**
	 * Looks at images.
	 *
	 * @param patch least side that planes must have, in pixels
	 * @param fingerprint whether to take the hash of all pixels, which a model that is trained on them tells
	 */
	static Survey of(final List<TrainingImage> trainingImages, final int patch, final long seed,
		final boolean fingerprint, final Progress progress)
	{
		if (trainingImages.isEmpty()) throw new InputException("There is no image to train on. Open or name at least one.");
		final List<SourceImage> images = new ArrayList<>();
		final List<PlaneReader> raw = new ArrayList<>();
		final List<SetAside> aside = new ArrayList<>();
		final Map<String, Integer> sizes = new LinkedHashMap<>();
		final Progress search = progress.part(0, SEARCH), look = progress.part(SEARCH, 1);
		for (final TrainingImage image : trainingImages) {
			requireSize(image, patch);
			final PlaneReader reader = PlaneReader.of(image.image());
			raw.add(reader);
			final int before = aside.size(), all = trainingImages.size();
			aside.add(image.search().find(search.part((double) before / all, (before + 1.0) / all)));
			images.add(new SourceImage(reader.without(aside.get(aside.size() - 1)), MaskReader.of(image.mask(), image
				.image())));
			sizes.merge(text(image.image().dimensionsAsLongArray()), 1, Integer::sum);
		}
		final long planes = images.stream().mapToLong(SourceImage::planes).sum();
		final int perPlane = (int) Math.max(100, Math.min(VALUES_PER_PLANE, MOST_VALUES / planes));
		final SplittableRandom random = new SplittableRandom(seed);
		final MessageDigest digest = fingerprint ? newDigest() : null;
		final Collector collector = new Collector(perPlane, random);
		long done = 0;
		for (int i = 0; i < images.size(); i++) {
			final SourceImage image = images.get(i);
			for (long plane = 0; plane < image.planes(); plane++) {
				for (final Region band : bands(image)) {
					progress.checkCancelled();
					look.update((double) done / planes, "looking at the data");
					final float[] values = raw.get(i).read(plane, band);
					if (fingerprint) update(digest, values);
					aside.get(i).exclude(plane, band, values);
					collector.addValues(values, image.mask().read(plane, band), (double) band.size() / image.width() / image
						.height());
				}
				collector.addPlane(image, plane, isForNoise(done, planes), trainingImages.get(i)
					.mask() != null);
				done++;
			}
		}
		final float[] values = collector.values();
		if (values.length == 0) throw new InputException(
			"The mask covers all pixels of the training images, or they are not numbers; nothing is left to learn from.");
		if (collector.intact < (long) patch * patch / LEAST_PATCHES) throw new InputException(String.format(Locale.ROOT, "Only %,d pixels of the training " +
			"images are intact; training needs at least %,d, a quarter of a patch of %d x %d. Mask less, or train on more images.", collector.intact,
			(long) patch * patch / LEAST_PATCHES, patch, patch));
		return new Survey(images, values, NoiseEstimation.estimate(collector.noisePlanes), collector.noisePlanes,
			collector.masks, DetectorRange.of(values, collector.noisePlanes), text(sizes), fingerprint ? HexFormat.of().formatHex(digest.digest()) : null);
	}

	/** Planes that follow each other tell more than single ones; they come from the beginning and from the middle. */
	private static boolean isForNoise(final long plane, final long planes) {
		return planes <= NOISE_PLANES || plane % ((planes + 1) / 2) < NOISE_PLANES / 2;
	}

	/** Returns the memory that looking at images takes: the search of one, a band, copies of it, and the planes that are kept. */
	static MemoryNeed memory(final List<TrainingImage> trainingImages) {
		long largest = 0, planes = 0, search = 0;
		for (final TrainingImage image : trainingImages) {
			final Interval all = image.image();
			search = Math.max(search, SignalSearch.memory(all).heap());
			largest = Math.max(largest, Math.min(MOST_PIXELS, all.dimension(0) * all.dimension(1)));
			planes += Intervals.numElements(all) / Math.max(1, all.dimension(0) * all.dimension(1));
		}
		return MemoryNeed.onHeap(search + largest * (BAND_BYTES + PLANE_BYTES * Math.min(NOISE_PLANES, planes)));
	}

	private static void requireSize(final TrainingImage image, final int patch) {
		final long[] size = image.image().dimensionsAsLongArray();
		if (size.length < 2 || size[0] < patch || size[1] < patch) throw new InputException(String.format(Locale.ROOT,
			"The image %s is %s pixels; training needs at least %d x %d. Use a larger image%s.", image
				.title(), text(size), patch, patch, patch > TrainingSettings.LEAST_PATCH ? " or a smaller patch" : ""));
	}

	/** Cuts planes into bands that are held one at a time. */
	private static List<Region> bands(final SourceImage image) {
		final int rows = Math.max(1, MOST_PIXELS / image.width());
		final List<Region> bands = new ArrayList<>();
		for (int top = 0; top < image.height(); top += rows)
			bands.add(new Region(0, top, image.width(), Math.min(rows, image.height() - top)));
		return bands;
	}

	/** Returns the middle of planes, or all of them if they are small. */
	private static Region middle(final SourceImage image) {
		final int side = (int) Math.sqrt(MOST_PIXELS);
		final int width = Math.min(side, image.width()), height = Math.min(side, image.height());
		return new Region((image.width() - width) / 2, (image.height() - height) / 2, width, height);
	}

	private static String text(final Map<String, Integer> sizes) {
		return sizes.entrySet().stream().map(size -> size.getValue() == 1 ? size.getKey() : size.getKey() + " (" + size
			.getValue() + " images)").collect(Collectors.joining(", "));
	}

	private static String text(final long[] dimensions) {
		final StringBuilder text = new StringBuilder();
		for (final long d : dimensions)
			text.append(text.isEmpty() ? "" : " x ").append(d);
		return text.toString();
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}

	private static void update(final MessageDigest digest, final float[] values) {
		final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * Math.min(PIECE, values.length));
		for (int from = 0; from < values.length; from += PIECE) {
			bytes.clear().asFloatBuffer().put(values, from, Math.min(PIECE, values.length - from));
			digest.update(bytes.limit(Float.BYTES * Math.min(PIECE, values.length - from)));
		}
	}

	/** Gathers what is kept of the planes. */
	private static final class Collector {

		private final int perPlane;
		private final SplittableRandom random;
		private final List<float[]> samples = new ArrayList<>();
		private final List<NoiseEstimation.Plane> noisePlanes = new ArrayList<>();
		private final List<UserMask> masks = new ArrayList<>();
		private long intact;
		private float least = Float.POSITIVE_INFINITY, most = Float.NEGATIVE_INFINITY;

		Collector(final int perPlane, final SplittableRandom random) {
			this.perPlane = perPlane;
			this.random = random;
		}

		/** Takes a sample of the values of a share of a plane. */
		void addValues(final float[] values, final boolean[] masked, final double share) {
			final float[] known = new float[values.length];
			int count = 0;
			for (int i = 0; i < values.length; i++)
				if (!masked[i] && Float.isFinite(values[i])) known[count++] = values[i];
			intact += count;
			if (count == 0) return;
			for (int i = 0; i < count; i++) {
				least = Math.min(least, known[i]);
				most = Math.max(most, known[i]);
			}
			final float[] sample = new float[Math.min((int) Math.ceil(share * perPlane), count)];
			for (int i = 0; i < sample.length; i++)
				sample[i] = sample.length == count ? known[i] : known[random.nextInt(count)];
			samples.add(sample);
		}

		/** Keeps the middle of a plane and of its mask, if there is room. */
		void addPlane(final SourceImage image, final long plane, final boolean forNoise, final boolean hasMask) {
			final Region middle = middle(image);
			if (forNoise && noisePlanes.size() < NOISE_PLANES) {
				final boolean[] excluded = image.mask().read(plane, middle);
				final float[] values = image.reader().read(plane, middle);
				for (int i = 0; i < values.length; i++)
					excluded[i] |= !Float.isFinite(values[i]);
				noisePlanes.add(new NoiseEstimation.Plane(values, middle.width(), middle.height(), excluded));
			}
			if (hasMask && masks.size() < MASK_PLANES) masks.add(UserMask.of(image.mask().read(plane, middle), middle.width(),
				middle.height()));
		}

		/** Returns the samples, and with them the least and the largest value of all. */
		float[] values() {
			if (!samples.isEmpty()) samples.add(new float[] { least, most });
			final int length = samples.stream().mapToInt(s -> s.length).sum();
			final float[] all = new float[length];
			int to = 0;
			for (final float[] sample : samples) {
				System.arraycopy(sample, 0, all, to, sample.length);
				to += sample.length;
			}
			return Arrays.copyOf(all, to);
		}
	}
}
