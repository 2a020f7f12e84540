package org.vaerestore.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Lines;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings.Mode;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.tiles.Region;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.train.TrainingSettings;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

class RestorationTest {

	private static VaeModel model;

	@BeforeAll
	static void train() {
		model = Trainer.train(List.of(new TrainingImage(Pictures.image(Pictures.waves(96, 80, 1), 96, 80), null, "waves")),
			Pictures.quick(Signal.CLEAN, 200), null, new TrainingListener() {}, Progress.silent());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void knownPixelsStayBitForBit(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final long[] size = { 8 + random.nextInt(90), 8 + random.nextInt(70), 1 + random.nextInt(3) };
		switch ((int) (seed % 3)) {
			case 0 -> checkKnownPixels(new UnsignedByteType(), size, random);
			case 1 -> checkKnownPixels(new UnsignedShortType(), size, random);
			default -> checkKnownPixels(new FloatType(), size, random);
		}
	}

	private static <T extends NativeType<T> & RealType<T>> void checkKnownPixels(final T type, final long[] size,
		final SplittableRandom random)
	{
		final Img<T> image = new ArrayImgFactory<>(type).create(size);
		final Img<NativeBoolType> mask = ArrayImgs.booleans(size);
		final boolean isFloat = type instanceof FloatType;
		image.forEach(pixel -> pixel.setReal(isFloat && random.nextInt(50) == 0 ? Double.NaN : random.nextInt(256)));
		mask.forEach(pixel -> pixel.set(random.nextInt(6) == 0));
		final Img<T> output = new ArrayImgFactory<>(type).create(size);
		final Img<FloatType> uncertainty = ArrayImgs.floats(size);
		Restoration.restore(image, mask, model, new RestoreSettings(random.nextBoolean() ? Mode.TILES : Mode.RESIZE,
			Estimate.MEAN, random.nextInt(3), 1, 1), output, uncertainty, Progress.silent());
		final Cursor<T> from = image.localizingCursor();
		final RandomAccess<T> to = output.randomAccess();
		final RandomAccess<NativeBoolType> masked = mask.randomAccess();
		final RandomAccess<FloatType> deviation = uncertainty.randomAccess();
		while (from.hasNext()) {
			final T pixel = from.next();
			final boolean known = !masked.setPositionAndGet(from).get() && !Double.isNaN(pixel.getRealDouble());
			final double restored = to.setPositionAndGet(from).getRealDouble();
			if (known) assertEquals(Double.doubleToLongBits(pixel.getRealDouble()), Double.doubleToLongBits(restored));
			else assertTrue(Double.isFinite(restored));
			final float sd = deviation.setPositionAndGet(from).get();
			assertTrue(known ? sd == 0 : sd >= 0 && Float.isFinite(sd), "uncertainty " + sd);
		}
	}

	@Test
	void restoresWhatItHasLearned() {
		final float[] truth = Pictures.waves(96, 80, 1);
		final var mask = Pictures.rectangle(96, 80, 40, 30, 9, 9);
		final float[] damaged = truth.clone();
		for (int i = 0; i < damaged.length; i++)
			if (inside(i)) damaged[i] = 0;
		final float[] restored = new float[truth.length];
		Restoration.restore(Pictures.image(damaged, 96, 80), mask, model, RestoreSettings.defaults(), Pictures.image(restored,
			96, 80), null, Progress.silent());
		double error = 0;
		for (int i = 0; i < truth.length; i++)
			error = Math.max(error, Math.abs(restored[i] - truth[i]));
		assertTrue(error < 40, "largest error " + error + " of a range of 200");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void sameSeedSamePixels(final Mode mode) {
		final RestoreSettings settings = new RestoreSettings(mode, Estimate.MEAN, 3, 4, 1);
		assertArrayEquals(restored(settings), restored(settings));
		final boolean other = java.util.Arrays.equals(restored(settings), restored(new RestoreSettings(mode, Estimate.MEAN, 3,
			5, 1)));
		assertTrue(!other, "another seed gives other samples");
	}

	@Test
	void alternativesDifferInTheHolesAlone() {
		final float[] truth = Pictures.waves(96, 80, 1);
		final float[] output = new float[3 * truth.length];
		Restoration.restore(Pictures.image(truth, 96, 80), Pictures.rectangle(96, 80, 40, 30, 9, 9), model,
			new RestoreSettings(Mode.TILES, Estimate.ALTERNATIVES, 3, 1, 1), Pictures.image(output, 96, 80, 3), null, Progress
				.silent());
		int different = 0;
		for (int i = 0; i < truth.length; i++) {
			if (!inside(i)) assertEquals(truth[i], output[2 * truth.length + i]);
			else if (output[i] != output[truth.length + i]) different++;
		}
		assertTrue(different > 40, different + " of 81 pixels differ between two samples");
	}

	/** What is restored together looks at no more than what is around it, so that the others might as well not be there. */
	@ParameterizedTest
	@EnumSource(Estimate.class)
	void groupsOfHolesAreRestoredAsEachAlone(final Estimate estimate) {
		final int width = 1100, height = 500, copies = estimate == Estimate.ALTERNATIVES ? 2 : 1;
		final float[] image = Pictures.waves(width, height, 1);
		final int[][] specks = { { 40, 40, 3, 3 }, { 70, 52, 1, 9 }, { 600, 430, 5, 2 }, { 1080, 60, 12, 12 } };
		final boolean[][] groups = { hidden(width, height, specks[0], specks[1]), hidden(width, height, specks[2]), hidden(width,
			height, specks[3]) };
		final RestoreSettings settings = new RestoreSettings(Mode.TILES, estimate, 2, 1, 1);
		final float[] together = new float[copies * image.length], deviations = new float[image.length];
		restore(image, width, hidden(width, height, specks), settings, together, deviations);
		final float[] wanted = new float[together.length], wantedDeviations = new float[image.length];
		for (int copy = 0; copy < copies; copy++)
			System.arraycopy(image, 0, wanted, copy * image.length, image.length);
		for (final boolean[] group : groups) {
			final float[] alone = new float[together.length], itsDeviations = new float[image.length];
			restore(image, width, group, settings, alone, itsDeviations);
			for (int i = 0; i < image.length; i++) {
				if (!group[i]) continue;
				wantedDeviations[i] = itsDeviations[i];
				for (int copy = 0; copy < copies; copy++)
					wanted[copy * image.length + i] = alone[copy * image.length + i];
			}
		}
		assertArrayEquals(wanted, together);
		assertArrayEquals(wantedDeviations, deviations);
	}

	private static boolean[] hidden(final int width, final int height, final int[]... boxes) {
		final boolean[] hidden = new boolean[width * height];
		for (final int[] box : boxes)
			for (int y = box[1]; y < box[1] + box[3]; y++)
				java.util.Arrays.fill(hidden, y * width + box[0], y * width + box[0] + box[2], true);
		return hidden;
	}

	private static void restore(final float[] image, final int width, final boolean[] hidden, final RestoreSettings settings,
		final float[] result, final float[] deviations)
	{
		final int height = image.length / width;
		final long[] size = settings.estimate() == Estimate.ALTERNATIVES ? new long[] { width, height, settings.samples() } : new long[] {
			width, height };
		Restoration.restore(Pictures.image(image, width, height), ArrayImgs.booleans(hidden, width, height), model, settings,
			ArrayImgs.floats(result, size), Pictures.image(deviations, width, height), Progress.silent());
	}

	/** Both sides of a cut see the same of what is around it. */
	@Test
	void aScratchThatIsCutIsRestoredAsInOnePiece() {
		final int side = 640;
		final float[] image = Pictures.waves(side, side, 1);
		final boolean[] scratch = new boolean[image.length];
		for (int x = 0; x < side; x++)
			for (int y = x * 9 / 10; y < x * 9 / 10 + 6; y++)
				scratch[y * side + x] = true;
		final float[] whole = inPieces(image, side, scratch, 2048, 1), cut = inPieces(image, side, scratch, 360, 3);
		double difference = 0, error = 0;
		for (int i = 0; i < image.length; i++) {
			if (!scratch[i]) continue;
			difference += Math.pow(cut[i] - whole[i], 2);
			error += Math.pow(whole[i] - image[i], 2);
		}
		assertTrue(difference < 0.05 * error, "differences " + difference + ", errors " + error);
	}

	private static float[] inPieces(final float[] image, final int side, final boolean[] hidden, final int pieces,
		final int atLeast)
	{
		final var interval = Pictures.image(image, side, side);
		final RestoreJob job = new RestoreJob(org.vaerestore.tiles.PlaneReader.of(interval), Holes.find(interval, ArrayImgs.booleans(
			hidden, side, side), Progress.silent()), model.architecture(), RestoreSettings.defaults(), pieces);
		final float[] result = image.clone();
		final int[] calls = { 0 };
		job.run(model, new RestoredPixels() {

			@Override
			public void restored(final long plane, final int copy, final Region region, final boolean[] where,
				final SignalEstimate estimate)
			{
				calls[0]++;
				org.vaerestore.tiles.PlaneWriter.of(Pictures.image(result, side, side)).write(plane, region, estimate.mean(), region,
					where);
			}

			@Override
			public boolean asksForDeviation() {
				return false;
			}
		}, Progress.silent());
		assertTrue(calls[0] >= atLeast, calls[0] + " pieces");
		return result;
	}

	/** A frame that is masked whole lies between the frames beside it; the nearer one counts more. */
	@Test
	void aWholeFrameIsRestoredFromTheSlicesBesideIt() {
		final int width = 96, height = 80, slices = 7, area = width * height;
		final float[] truth = new float[area * slices], damaged = new float[truth.length];
		final boolean[] mask = new boolean[truth.length];
		for (int i = 0; i < truth.length; i++) {
			final int z = i / area;
			truth[i] = (float) (100 + 20 * Math.sin(i % width * 0.3) + z * (3 + i % area / width * 0.05));
			mask[i] = z == 2 || z == 4 || z == 5;
			damaged[i] = mask[i] ? 0 : truth[i];
		}
		final float[] restored = new float[truth.length], deviations = new float[truth.length];
		Restoration.restore(Pictures.image(damaged, width, height, slices), ArrayImgs.booleans(mask, width, height, slices), model,
			RestoreSettings.defaults().withSliceAxis(2), Pictures.image(restored, width, height, slices), Pictures.image(deviations,
				width, height, slices), Progress.silent());
		for (int i = 0; i < truth.length; i++) {
			assertEquals(truth[i], restored[i], mask[i] ? 1e-3 : 0);
			assertTrue(mask[i] ? deviations[i] > 1 && deviations[i] < 20 : deviations[i] == 0, "deviation " + deviations[i]);
		}
	}

	@Test
	void aWholeFrameWithoutAnythingBesideIsLeftAndToldAndTheOthersAreDone() {
		final int area = 96 * 80;
		final float[] stack = new float[3 * area];
		final boolean[] mask = new boolean[stack.length];
		for (int i = 0; i < stack.length; i++)
			stack[i] = Pictures.waves(96, 80, 1)[i % 96];
		java.util.Arrays.fill(mask, area, 2 * area, true);
		mask[17 * 96 + 40] = mask[2 * area + 5000] = true;
		final float[] restored = new float[stack.length];
		final Lines lines = new Lines(new java.util.ArrayList<>());
		Restoration.restore(Pictures.image(stack, 96, 80, 3), ArrayImgs.booleans(mask, 96, 80, 3), model, RestoreSettings
			.defaults(), Pictures.image(restored, 96, 80, 3), null, lines);
		int changed = 0;
		for (int i = 0; i < stack.length; i++) {
			if (restored[i] == stack[i]) continue;
			changed++;
			assertTrue(i == 17 * 96 + 40 || i == 2 * area + 5000, "pixel " + i);
		}
		assertEquals(2, changed);
		assertTrue(lines.toString().contains("Plane 2 is masked whole"), lines.toString());
	}

	/** A hole far larger than any in training is filled with values like those of the image around it. */
	@Test
	void fillsHolesThatAreLargerThanAnyInTraining() {
		final int side = 256;
		final float[] image = Pictures.waves(side, side, 1);
		final float[] restored = new float[image.length];
		final VaeModel builtIn = BuiltIn.modelFor(List.of(new TrainingImage(Pictures.image(image, side, side), null, "waves")),
			TrainingSettings.defaults().withSignal(Signal.CLEAN), Progress.silent());
		Restoration.restore(Pictures.image(image, side, side), Pictures.rectangle(side, side, 60, 60, 130, 130), builtIn,
			new RestoreSettings(Mode.TILES, Estimate.MEAN, 0, 1, 1), Pictures.image(restored, side, side), null, Progress
				.silent());
		for (final float value : restored)
			assertTrue(value > -30 && value < 270, "restored " + value + " where the image has 20 to 220");
	}

	/** Slices beside a damaged one help where they are intact, and where they are damaged alike it is as if they were not there. */
	@Test
	void neighbouringSlicesHelpWhereTheyAreIntact() {
		final int width = 96, height = 80, slices = 4, area = width * height;
		final float[] truth = new float[area * slices];
		for (int i = 0; i < truth.length; i++)
			truth[i] = (float) (100 + 60 * Math.sin(i % width * 0.5 + 0.1 * (i / area)) * Math.cos(i % area / width * 0.6));
		final float[] damaged = truth.clone();
		final boolean[] one = new boolean[truth.length], all = new boolean[truth.length];
		for (int i = 0; i < area; i++)
			if (i % width > 30 && i % width < 52 && i / width > 20 && i / width < 44) {
				damaged[area + i] = 0;
				one[area + i] = true;
				for (int z = 0; z < slices; z++)
					all[z * area + i] = true;
			}
		final double alone = error(restoredStack(damaged, one, -1), truth, one);
		final float[] helped = restoredStack(damaged, one, 2);
		assertTrue(error(helped, truth, one) < 0.1 * alone, error(helped, truth, one) + " of " + alone);
		for (int i = 0; i < truth.length; i++)
			if (!one[i]) assertEquals(truth[i], helped[i]);
		assertArrayEquals(restoredStack(damaged, all, -1), restoredStack(damaged, all, 2));
	}

	private static float[] restoredStack(final float[] stack, final boolean[] mask, final int sliceAxis) {
		final float[] restored = new float[stack.length];
		Restoration.restore(Pictures.image(stack, 96, 80, 4), net.imglib2.img.array.ArrayImgs.booleans(mask, 96, 80, 4), model,
			new RestoreSettings(Mode.TILES, Estimate.MEAN, 0, 1, 2, sliceAxis), Pictures.image(restored, 96, 80, 4), null, Progress
				.silent());
		return restored;
	}

	private static double error(final float[] result, final float[] truth, final boolean[] where) {
		double sum = 0;
		for (int i = 0; i < truth.length; i++)
			if (where[i]) sum += Math.pow(result[i] - truth[i], 2);
		return sum;
	}

	@Test
	void tellsWhatIsWrong() {
		assertTrue(message(Pictures.rectangle(96, 80, 0, 0, 0, 0)).contains("empty"));
		assertTrue(message(Pictures.rectangle(96, 80, 0, 0, 96, 80)).contains("covers all"));
		final String size = message(Pictures.rectangle(9, 8, 0, 0, 2, 2));
		assertTrue(size.contains("9 x 8") && size.contains("96 x 80"), size);
	}

	private static String message(final net.imglib2.RandomAccessibleInterval<NativeBoolType> mask) {
		final float[] truth = Pictures.waves(96, 80, 1);
		return assertThrows(InputException.class, () -> Restoration.restore(Pictures.image(truth, 96, 80), mask, model,
			RestoreSettings.defaults(), Pictures.image(truth.clone(), 96, 80), null, Progress.silent())).getMessage();
	}

	private static float[] restored(final RestoreSettings settings) {
		final float[] output = new float[96 * 80];
		Restoration.restore(Pictures.image(Pictures.waves(96, 80, 1), 96, 80), Pictures.rectangle(96, 80, 40, 30, 20, 9),
			model, settings, Pictures.image(output, 96, 80), null, Progress.silent());
		return output;
	}

	private static boolean inside(final int i) {
		return i % 96 >= 40 && i % 96 < 49 && i / 96 >= 30 && i / 96 < 39;
	}
}
