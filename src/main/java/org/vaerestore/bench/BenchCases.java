package org.vaerestore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.Mask;
import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneMask;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/**
 * Finds the cases of a protocol in a folder: {@code fmd/raw/TYPE_N.png} and {@code fmd/clean/TYPE.png},
 * {@code inpainting/clean/IMAGE.tif} and {@code inpainting/masks/IMAGE__KIND.png}, stacks in {@code microscopy}, and
 * {@code texture/clean/IMAGE.tif} and {@code texture/noisy/IMAGE.tif}, for some also {@code texture/train/IMAGE.tif}.
 */
final class BenchCases {

	private static final int FRAMES = 4;

	private final Path data;

	BenchCases(final Path data) {
		this.data = data;
	}

	/**
	 * Returns the cases, in the order of their names.
	 *
	 * @throws InputException if there are none
	 */
	List<BenchCase> of(final Protocol protocol) {
		final List<BenchCase> cases = switch (protocol) {
			case D1 -> noisy(1);
			case D4 -> noisy(FRAMES);
			case I1, L1 -> damaged(false);
			case IS, LS -> damaged(true);
			case T1 -> textured();
		};
		if (cases.isEmpty()) throw new InputException("There are no images for protocol " + protocol + " in " + data +
			"; its layout is fmd/raw, fmd/clean, inpainting/clean, inpainting/masks, microscopy, texture/clean, texture/noisy " +
			"and texture/train.");
		return cases;
	}

	private List<BenchCase> noisy(final int frames) {
		final List<BenchCase> cases = new ArrayList<>();
		for (final Path clean : list(data.resolve("fmd/clean"))) {
			final String type = name(clean);
			final ImageStack stack = new ImageStack();
			for (int frame = 1; frame <= frames; frame++)
				stack.addSlice(ImageReader.read(data.resolve("fmd/raw").resolve(type + "_" + frame + ".png")).getProcessor()
					.convertToByte(false));
			cases.add(new BenchCase(type, null, new ImagePlus(type, stack), null, 0, new ImagePlus(type, ImageReader.read(clean)
				.getProcessor().convertToByte(false))));
		}
		return cases;
	}

	private List<BenchCase> textured() {
		final List<BenchCase> cases = new ArrayList<>();
		for (final Path clean : list(data.resolve("texture/clean"))) {
			final Path file = clean.getFileName(), others = data.resolve("texture/train").resolve(file);
			final ImagePlus input = ImageReader.read(data.resolve("texture/noisy").resolve(file));
			cases.add(new BenchCase(name(clean), null, input, null, 0, ImageReader.read(clean), Files.exists(others)
				? ImageReader.read(others) : input));
		}
		return cases;
	}

	private List<BenchCase> damaged(final boolean inStacks) {
		final List<BenchCase> cases = new ArrayList<>();
		final List<Path> masks = list(data.resolve("inpainting/masks"));
		for (final Path clean : list(data.resolve("inpainting/clean"))) {
			final ImagePlus truth = ImageReader.read(clean);
			final Optional<StackPlace> place = inStacks ? place(truth) : Optional.empty();
			if (inStacks && place.isEmpty()) continue;
			for (final Path mask : masks) {
				if (!name(mask).startsWith(name(clean) + "__")) continue;
				final String kind = name(mask).substring(name(clean).length() + 2);
				cases.add(inStacks ? inStack(name(clean), kind, place.get(), mask, truth) : alone(name(clean), kind, mask, truth));
			}
		}
		return cases;
	}

	private static BenchCase alone(final String name, final String kind, final Path mask, final ImagePlus truth) {
		final ImagePlus input = truth.duplicate();
		final Mask damaged = Mask.read(mask, input, false);
		destroy(input.getProcessor(), damaged.plane(0));
		return new BenchCase(name, kind, input, damaged, 0, truth);
	}

	private static BenchCase inStack(final String name, final String kind, final StackPlace place, final Path mask,
		final ImagePlus truth)
	{
		final ImagePlus stack = place.stack().duplicate();
		final PlaneMask damaged = Mask.read(mask, truth, false).plane(0);
		destroy(stack.getStack().getProcessor(place.plane() + 1), damaged);
		final List<PlaneMask> planes = new ArrayList<>();
		for (int plane = 0; plane < stack.getStackSize(); plane++)
			planes.add(plane == place.plane() ? damaged : PlaneMask.none(truth.getWidth(), truth.getHeight()));
		return new BenchCase(name, kind, stack, new Mask(ImageAxes.of(stack), planes), place.plane(), truth);
	}

	private static void destroy(final ImageProcessor plane, final PlaneMask damaged) {
		for (int pixel = 0; pixel < plane.getPixelCount(); pixel++)
			if (damaged.get(pixel)) plane.setf(pixel, 0);
	}

	/** Returns where an image is a slice of a stack of the microscopy folder. */
	private Optional<StackPlace> place(final ImagePlus truth) {
		for (final Path path : list(data.resolve("microscopy"))) {
			final ImagePlus stack = ImageReader.read(path);
			if (stack.getStackSize() < 3 || stack.getWidth() != truth.getWidth() || stack.getHeight() != truth.getHeight())
				continue;
			for (int plane = 0; plane < stack.getStackSize(); plane++)
				if (isSame(stack.getStack().getProcessor(plane + 1), truth.getProcessor())) return Optional.of(new StackPlace(stack,
					plane));
		}
		return Optional.empty();
	}

	private static boolean isSame(final ImageProcessor a, final ImageProcessor b) {
		for (int pixel = 0; pixel < a.getPixelCount(); pixel++)
			if (a.getf(pixel) != b.getf(pixel)) return false;
		return true;
	}

	private record StackPlace(ImagePlus stack, int plane) {}

	private static List<Path> list(final Path folder) {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> paths = Files.list(folder)) {
			return paths.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
		}
		catch (final IOException e) {
			throw new InputException("The folder " + folder + " can't be read (" + e.getMessage() + ").", e);
		}
	}

	private static String name(final Path path) {
		return path.getFileName().toString().replaceFirst("\\.[^.]*$", "");
	}
}
