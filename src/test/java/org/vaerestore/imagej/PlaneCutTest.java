package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.tiles.PlaneMask;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;

class PlaneCutTest {

	private static final int RUNS = 25;

	@ParameterizedTest
	@EnumSource
	void theCurrentSliceHasAllThatDescribesIt(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < RUNS; seed++) {
			final ImagePlus image = RandomScenes.image(kind, new Random(seed));
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image);
			final PlaneCut cut = PlaneCut.current(image);
			final ImagePlus input = cut.input();
			assertEquals(image.getNChannels(), input.getStackSize(), message);
			assertEquals(image.getBitDepth(), input.getBitDepth(), message);
			Kept.assertTexts(image, input, message);
			Kept.assertSpace(image.getCalibration(), input.getCalibration(), message);
			assertEquals(image.getCalibration().getValueUnit(), input.getCalibration().getValueUnit(), message);
			assertEquals(image.getCalibration().getCValue(100.0), input.getCalibration().getCValue(100.0), message);
			Kept.assertDisplay(image, input, message);
			for (int channel = 1; channel <= image.getNChannels(); channel++) {
				final int plane = image.getStackIndex(channel, image.getZ(), image.getT());
				assertTrue(image.getStack().getPixels(plane) == input.getStack().getPixels(channel), message);
				assertEquals(image.getStackSize() == 1 ? image.getProp("Slice_Label") : image.getStack().getSliceLabel(plane),
					input.getStackSize() == 1 ? input.getProp("Slice_Label") : input.getStack().getSliceLabel(channel), message);
			}
			assertElements(image, input, message);
		}
	}

	// As RandomScenes draws them: the first is everywhere, the second at the current plane, the third in one z at most.
	private static void assertElements(final ImagePlus image, final ImagePlus input, final String message) {
		final List<String> names = new ArrayList<>();
		for (final Roi element : input.getOverlay().toArray()) {
			names.add(element.getName());
			final Roi before = image.getOverlay().get(1);
			if (element.getName().equals("element 1") && input.getStackSize() > 1) assertEquals(before.hasHyperStackPosition()
				? before.getCPosition() : before.getPosition(), element.getPosition(), message);
			else assertEquals(0, element.getPosition(), message);
		}
		final int z = image.getOverlay().get(2).getZPosition();
		assertEquals(z == 0 || z == image.getZ() ? List.of("element 0", "element 1", "element 2") : List.of("element 0",
			"element 1"), names, message);
	}

	@Test
	void allOfAnImageIsTheImage() {
		final ImagePlus image = RandomImages.draw(new Random(1), 8, 2, 3, 2);
		assertTrue(PlaneCut.whole(image).isWhole());
		assertSame(image, PlaneCut.whole(image).input());
		assertFalse(PlaneCut.current(image).isWhole());
	}

	@Test
	void choosesChannelsSlicesAndFrames() {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(seed);
			final ImagePlus image = RandomImages.draw(random, 16, 3, 4, 3);
			final PlaneCut cut = new PlaneCut(image, some(3, random), some(4, random), some(3, random));
			final ImagePlus input = cut.input();
			assertEquals(new ImageAxes(image.getWidth(), image.getHeight(), cut.channels().size(), cut.slices().size(), cut
				.frames().size(), false), ImageAxes.of(input), "seed " + seed);
			for (int t = 0; t < cut.frames().size(); t++)
				for (int z = 0; z < cut.slices().size(); z++)
					for (int c = 0; c < cut.channels().size(); c++)
						assertTrue(image.getStack().getPixels(image.getStackIndex(cut.channels().get(c) + 1, cut.slices().get(z) + 1,
							cut.frames().get(t) + 1)) == input.getStack().getPixels(input.getStackIndex(c + 1, z + 1, t + 1)), "seed " +
								seed);
			if (cut.channels().size() > 1) for (int c = 0; c < cut.channels().size(); c++)
				assertArrayEquals(image.getLuts()[cut.channels().get(c)].getBytes(), ((CompositeImage) input).getChannelLut(c + 1)
					.getBytes(), "seed " + seed);
		}
	}

	@Test
	void writesBackIntoItsOwnPlanes() {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(seed);
			final ImagePlus image = RandomImages.draw(random, List.of(8, 16, 32).get(random.nextInt(3)), 2, 3, 2);
			final PlaneCut cut = new PlaneCut(image, some(2, random), some(3, random), some(2, random));
			final int[][] before = Kept.bits(image);
			final ImagePlus result = ResultImage.copyOf(cut.input(), "result");
			for (int plane = 1; plane <= result.getStackSize(); plane++)
				result.getStack().getProcessor(plane).set(0, 77);
			cut.putBack(result);
			for (int plane = 0; plane < before.length; plane++) {
				if (cut.planes().contains(plane)) before[plane][0] = Kept.bits(result)[0][0];
				assertArrayEquals(before[plane], Kept.bits(image)[plane], "seed " + seed + ", plane " + plane);
			}
		}
	}

	@Test
	void cutsMasksAndSpreadsThemAgain() {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(seed);
			final ImagePlus image = RandomImages.draw(random, 8);
			final Mask mask = RandomScenes.mask(image, random);
			final PlaneCut cut = new PlaneCut(image, some(image.getNChannels(), random), some(image.getNSlices(), random), some(
				image.getNFrames(), random));
			final Mask part = cut.cut(mask);
			assertEquals(ImageAxes.of(cut.input()), part.axes(), "seed " + seed);
			final Mask spread = cut.spread(part);
			assertEquals(part.count(), spread.count(), "seed " + seed);
			for (int plane = 0; plane < image.getStackSize(); plane++)
				assertEquals(cut.planes().contains(plane) ? mask.plane(plane) : PlaneMask.none(image.getWidth(), image.getHeight()),
					spread.plane(plane), "seed " + seed + ", plane " + plane);
		}
	}

	private static List<Integer> some(final int count, final Random random) {
		final List<Integer> chosen = new ArrayList<>();
		for (int i = 0; i < count; i++)
			if (random.nextBoolean()) chosen.add(i);
		return chosen.isEmpty() ? List.of(random.nextInt(count)) : chosen;
	}
}
