package org.vaerestore.setaside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;

/** Pixels that can't be signal are found; and what is signal, however odd, is left. */
class SetAsideTest {

	private static final int WIDTH = 140, HEIGHT = 120;

	@TestFactory
	Stream<DynamicTest> bordersAndPadding() {
		return Stream.of(test("a border at the left", camera().set(0, 0, 0, 12, HEIGHT, 0), NoSignal.PADDING, 12 * HEIGHT),
			test("a frame of zeros around", framed(0), NoSignal.PADDING, WIDTH * HEIGHT - (WIDTH - 16) * (HEIGHT - 16)),
			test("padding at the top of the range", framed(65535), NoSignal.PADDING, WIDTH * HEIGHT - (WIDTH - 16) * (HEIGHT -
				16)), test("padding far below", framed(-2000), NoSignal.PADDING, WIDTH * HEIGHT - (WIDTH - 16) * (HEIGHT - 16)),
			test("two kinds of padding", framed(-2000).set(0, 40, 40, 20, 20, 0), NoSignal.PADDING, WIDTH * HEIGHT - (WIDTH -
				16) * (HEIGHT - 16) + 400), test("most of the image", camera().set(0, 0, 0, WIDTH, 100, 0), NoSignal.PADDING,
					WIDTH * 100), test("an outlier below the padding", framed(0).set(0, 50, 50, 1, 1, -1e9), NoSignal.PADDING,
						WIDTH * HEIGHT - (WIDTH - 16) * (HEIGHT - 16) + 1));
	}

	@TestFactory
	Stream<DynamicTest> bordersThatWereInterpolated() {
		return Stream.of(0.5, 0.25, 0.9).map(share -> DynamicTest.dynamicTest("by " + share, () -> {
			final NoisyScene scene = camera().set(0, 0, 0, 10, HEIGHT, 0);
			for (int y = 0; y < HEIGHT; y++)
				scene.values[y * WIDTH + 10] *= share;
			assertEquals(11 * HEIGHT, find(scene).count(), find(scene).describe());
		}));
	}

	@TestFactory
	Stream<DynamicTest> theRimOfRotatedImages() {
		return Stream.of(3, 10, 30).map(degrees -> DynamicTest.dynamicTest(degrees + " degrees", () -> {
			final NoisyScene scene = camera();
			final double cos = Math.cos(Math.toRadians(degrees)), sin = Math.sin(Math.toRadians(degrees));
			int empty = 0, dark = 0;
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					final double u = (x - WIDTH / 2) * cos + (y - HEIGHT / 2) * sin + WIDTH / 2, v = (y - HEIGHT / 2) * cos - (x - WIDTH /
						2) * sin + HEIGHT / 2;
					final double share = Math.max(0, Math.min(1, 1 + Math.min(Math.min(u, WIDTH - 1 - u), Math.min(v, HEIGHT - 1 - v))));
					final int i = y * WIDTH + x;
					scene.values[i] = (float) Math.rint(share * scene.values[i]);
					if (scene.values[i] == 0) empty++;
					else if (scene.values[i] < 1000 - 10 * 4) dark++;
				}
			final SetAside aside = find(scene);
			assertTrue(dark > 50 && aside.count() >= empty + dark && aside.count() < 1.1 * (empty + dark), empty + " + " + dark +
				": " + aside.describe());
		}));
	}

	@Test
	void manyAbsurdValues() {
		final NoisyScene scene = camera();
		final Random random = new Random(6);
		for (int k = 0; k < 60; k++)
			scene.set(0, (k * 37) % WIDTH, (k * 53) % HEIGHT, 1, 1, (k % 2 == 0 ? 1e9 : -1e9) * (0.1 + random.nextDouble()));
		assertEquals(60, find(scene).count(), find(scene).describe());
	}

	@TestFactory
	Stream<DynamicTest> linesAndFrames() {
		return Stream.of(test("a dead column", camera().set(0, 33, 0, 1, HEIGHT, 0), null, HEIGHT), test("a hot column",
			camera().set(0, 33, 0, 1, HEIGHT, 65535), null, HEIGHT), test("most of a dead row", camera().set(0, 10, 50, 100, 1,
				0), null, 100), test("two dead rows", camera().set(0, 0, 50, WIDTH, 2, 0), null, 2 * WIDTH), test(
					"a column stuck amid the range", camera().set(0, 77, 0, 1, HEIGHT, 1100), NoSignal.COLUMN, HEIGHT), test(
						"a dead column without a black level", photons().set(0, 70, 0, 1, HEIGHT, 0), NoSignal.COLUMN, HEIGHT), test(
							"a column that is too bright", brightColumn(), NoSignal.COLUMN, HEIGHT), test("a dropped frame", series().set(
								2, 0, 0, WIDTH, HEIGHT, 0), null, WIDTH * HEIGHT), test("a dropped frame of some value", series().set(2, 0,
									0, WIDTH, HEIGHT, 1100), NoSignal.FRAME, WIDTH * HEIGHT));
	}

	@TestFactory
	Stream<DynamicTest> singlePixels() {
		return Stream.of(test("a dead pixel", camera().set(0, 60, 60, 1, 1, 0), null, 1), test("a dead pixel not far below", scene().slope(20,
			100).spots(14, 7, 1200).recorded(1, 4, 100, 65535).set(0, 60, 60, 1, 1, 0), null, 1), test("a hot pixel", camera().set(0,
			60, 60, 1, 1, 65535), null, 1), test("a hot pixel within the range of the spots", camera().set(0, 20, 100, 1, 1,
				2500), NoSignal.SINGLE, 1), test("pairs and a block", camera().set(0, 60, 60, 2, 1, 9000).set(0, 20, 20, 1, 2,
					9000).set(0, 100, 100, 2, 2, 9000).set(0, 30, 90, 1, 1, 9000).set(0, 31, 91, 1, 1, 8000), null, 10), test(
						"at the corners and borders", camera().set(0, 0, 0, 1, 1, 60000).set(0, WIDTH - 2, 0, 2, 1, 60000).set(0, 0, 50,
							2, 1, 60000).set(0, 30, HEIGHT - 1, 1, 1, 0), null, 6), test("floating point", camera().set(0, 60, 60, 1, 1,
								1e9).set(0, 80, 60, 1, 1, -1e9).set(0, 30, 20, 3, 3, 3e8), null, 11), test("in series", series().set(1, 5, 5,
									1, 1, 65535).set(3, 5, 5, 1, 1, 65535), null, 2));
	}

	@TestFactory
	Stream<DynamicTest> signalIsLeft() {
		return Stream.of(test("nothing but a picture", camera(), null, 0), test("spots of two pixels, however bright",
			scene().slope(20, 60).spots(12, 2, 5000).recorded(1, 3, 1000, 65535), null, 0), test("undersampled spots", scene()
				.slope(20, 30).spots(40, 1.05, 3000).recorded(1, 3, 100, 65535), null, 0), test("few photons", scene().slope(0,
					0.2).spots(5, 6, 3).recorded(1, 0, 0, 255), null, 0), test("hardly any photon", scene().slope(0, 0.01).recorded(
						1, 0, 0, 255), null, 0), test("photons of a high gain", scene().slope(0.001, 0.03).recorded(120, 8, 500, 65535),
							null, 0), test("a clipped background", scene().slope(0, 20).spots(10, 5, 60).recorded(1, 4, -5, 255), null, 0),
			test("saturated spots", scene().slope(5, 20).spots(12, 9, 400).recorded(1, 2, 10, 255), null, 0), test(
				"an even saturated patch", patch(290, 255), null, 0), test("text", text(), null, 0), test("labels", labels(), null,
					0), test("a picture of one value", scene().slope(7, 7), null, 0), test("noise in empty frames", scene(3).slope(0,
						0).recorded(1, 3, 100, 65535), null, 0), test("lines two pixels wide", lines(), null, 0), test("waves without noise", waves(), null,
					0), test("a ramp without noise", scene().slope(0, 1000), null, 0), test("stripes",
							stripes(), null, 0), test("empty frames of a series without a black level", emptyAndFull(), NoSignal.FRAME,
								WIDTH * HEIGHT));
	}

	@Test
	void whatIsFoundDoesNotDependOnScaleAndOffset() {
		final NoisyScene scene = framed(0).set(0, 60, 60, 1, 1, 65535).set(0, 80, 0, 1, HEIGHT, 1100);
		final SetAside aside = find(scene);
		for (final double scale : new double[] { 1e-30, 1e-3, 1, 1e30 }) {
			final NoisyScene other = scene(1);
			final double offset = scale * new Random(1).nextInt(3000) - 1500 * scale;
			for (int i = 0; i < scene.values.length; i++)
				other.values[i] = (float) (scale * scene.values[i] + offset);
			assertEquals(aside.describe(), find(other).describe());
		}
		final NoisyScene negative = scene(1);
		for (int i = 0; i < scene.values.length; i++)
			negative.values[i] = 70000 - scene.values[i];
		assertEquals(aside.describe(), find(negative).describe());
	}

	@Test
	void theSamePixelsHoweverTheImageIsRead() {
		final NoisyScene scene = framed(0).set(0, 60, 60, 2, 1, 65535).set(0, 80, 0, 1, HEIGHT, 1100);
		final SetAside aside = find(scene);
		final PlaneReader reader = scene.reader();
		final boolean[] whole = aside.map(0, reader.planes().whole(), scene.values);
		assertEquals(aside.count(), IntStream.range(0, whole.length).filter(i -> whole[i]).count());
		final Random random = new Random(4);
		for (int k = 0; k < 50; k++) {
			final int x = random.nextInt(WIDTH - 1), y = random.nextInt(HEIGHT - 1);
			final Region region = new Region(x, y, 1 + random.nextInt(WIDTH - x), 1 + random.nextInt(HEIGHT - y));
			final boolean[] part = aside.map(0, region, reader.read(0, region));
			final float[] left = reader.without(aside).read(0, region);
			for (int i = 0; i < part.length; i++) {
				assertEquals(whole[(y + i / region.width()) * WIDTH + x + i % region.width()], part[i]);
				assertEquals(part[i], Float.isNaN(left[i]));
			}
		}
	}

	@Test
	void pixelsThatAreNoNumbersAreCountedApart() {
		final SetAside aside = find(camera().set(0, 3, 3, 4, 5, Double.NaN).set(0, 60, 60, 1, 1, Double.POSITIVE_INFINITY));
		assertEquals(0, aside.count());
		assertEquals(21, aside.notNumbers());
	}

	@Test
	void tellsHowManyAndWhere() {
		final String text = find(series().set(2, 0, 0, WIDTH, HEIGHT, 1100).set(0, 20, 100, 1, 1, 2500)).describe();
		assertTrue(text.contains("16,800 pixels of dropped frames (plane 3)"), text);
		assertTrue(text.contains("1 pixel of single dead or hot pixels (plane 1, x 20, y 100)"), text);
		assertArrayEquals(new boolean[] { false, false, true, false }, frames(find(series().set(2, 0, 0, WIDTH, HEIGHT, 5))));
		assertFalse(find(camera()).isFrame(0));
	}

	private static boolean[] frames(final SetAside aside) {
		return new boolean[] { aside.isFrame(0), aside.isFrame(1), aside.isFrame(2), aside.isFrame(3) };
	}

	private static DynamicTest test(final String name, final NoisyScene scene, final NoSignal kind, final long count) {
		return DynamicTest.dynamicTest(name, () -> {
			final SetAside aside = find(scene);
			assertEquals(count, kind == null ? aside.count() : aside.count(kind), aside.describe());
			if (count > 0) assertEquals(count, aside.count(), aside.describe());
		});
	}

	private static SetAside find(final NoisyScene scene) {
		return SetAside.find(scene.reader(), Progress.silent());
	}

	private static NoisyScene scene() {
		return scene(1);
	}

	private static NoisyScene scene(final int planes) {
		return new NoisyScene(WIDTH, HEIGHT, planes, 5);
	}

	private static NoisyScene camera() {
		return scene().slope(20, 100).spots(14, 7, 1200).recorded(1, 4, 1000, 65535);
	}

	private static NoisyScene photons() {
		return scene().slope(0.2, 2).spots(30, 25, 90).recorded(1, 0, 0, 65535);
	}

	private static NoisyScene series() {
		return scene(4).slope(20, 100).spots(40, 7, 1200).recorded(1, 4, 1000, 65535);
	}

	private static NoisyScene framed(final double value) {
		return camera().set(0, 0, 0, WIDTH, 8, value).set(0, 0, HEIGHT - 8, WIDTH, 8, value).set(0, 0, 0, 8, HEIGHT, value)
			.set(0, WIDTH - 8, 0, 8, HEIGHT, value);
	}

	private static NoisyScene brightColumn() {
		final NoisyScene scene = camera();
		for (int y = 0; y < HEIGHT; y++)
			scene.values[y * WIDTH + 66] += 700;
		return scene;
	}

	private static NoisyScene emptyAndFull() {
		final NoisyScene scene = scene(3).slope(0.5, 3).recorded(1, 0, 0, 255);
		return scene.set(1, 0, 0, WIDTH, HEIGHT, 0);
	}

	private static NoisyScene patch(final double value, final double most) {
		return scene().slope(30, 60).set(0, 40, 40, 40, 40, value).recorded(1, 3, 0, most);
	}

	private static NoisyScene text() {
		final NoisyScene scene = scene().slope(255, 255);
		final Random random = new Random(8);
		for (int k = 0; k < 60; k++)
			scene.set(0, random.nextInt(WIDTH - 10), random.nextInt(HEIGHT - 10), 1 + random.nextInt(8), 1 + random.nextInt(8), 0);
		for (int k = 0; k < 30; k++)
			scene.set(0, random.nextInt(WIDTH), random.nextInt(HEIGHT), 1, 1, 0);
		return scene;
	}

	private static NoisyScene labels() {
		final NoisyScene scene = scene();
		final Random random = new Random(9);
		for (int k = 0; k < 60; k++)
			scene.set(0, random.nextInt(WIDTH - 20), random.nextInt(HEIGHT - 20), 10, 10, 1000 + k);
		return scene;
	}

	private static NoisyScene lines() {
		final NoisyScene scene = scene().slope(20, 40);
		for (int i = 0; i < scene.values.length; i++) {
			final double x = i % WIDTH - 60.3, y = i / WIDTH - 40.1;
			scene.values[i] += (float) (900 * (Math.pow(2, -x * x) + Math.pow(2, -y * y)));
		}
		return scene.recorded(1, 3, 100, 65535);
	}

	private static NoisyScene waves() {
		final NoisyScene scene = scene();
		for (int i = 0; i < scene.values.length; i++)
			scene.values[i] = (float) (120 + 60 * Math.sin(0.21 * (i % WIDTH)) + 40 * Math.cos(0.17 * (i / WIDTH) + 0.11 * (i %
				WIDTH)));
		return scene;
	}

	private static NoisyScene stripes() {
		final NoisyScene scene = scene().slope(100, 120);
		for (int i = 0; i < scene.values.length; i++)
			if (i % WIDTH % 4 == 1) scene.values[i] += 300;
		return scene.recorded(1, 3, 100, 65535);
	}
}
