package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vaerestore.job.InputException;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;
import ij.ImageStack;

/** Opens a folder of slices as one stack. */
final class SliceFolder {

	private static final Set<String> EXTENSIONS = Set.of("tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "dcm", "dicom",
		"ima", "fits", "fit", "fts", "pgm", "ppm", "pbm");

	private SliceFolder() {}

	static ImagePlus read(final Path folder) {
		final List<Path> files = slices(folder);
		final ImagePlus first = readSlice(files.get(0));
		MemoryBudget.require(MemoryNeed.onHeap((long) files.size() * first.getWidth() * first.getHeight() * first
			.getBytesPerPixel()), "the stack of " + files.size() + " slices in " + folder, "take fewer slices");
		final ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
		for (final Path file : files) {
			final ImagePlus slice = stack.getSize() == 0 ? first : readSlice(file);
			requireAlike(first, files.get(0), slice, file);
			stack.addSlice(label(slice, file), slice.getProcessor());
		}
		final Path name = folder.toAbsolutePath().normalize().getFileName();
		final ImagePlus image = new ImagePlus(name == null ? "stack" : name.toString(), stack);
		image.setCalibration(first.getCalibration().copy());
		image.setDisplayRange(first.getDisplayRangeMin(), first.getDisplayRangeMax());
		return image;
	}

	private static List<Path> slices(final Path folder) {
		try (Stream<Path> entries = Files.list(folder)) {
			final List<Path> files = entries.filter(Files::isRegularFile).filter(file -> !name(file).startsWith("."))
				.sorted(Comparator.comparing(SliceFolder::name, new NaturalOrder())).collect(Collectors.toList());
			final List<Path> images = files.stream().filter(file -> EXTENSIONS.contains(OutputPath.extension(file))).collect(
				Collectors.toList());
			// DICOM slices often have no extension at all.
			final List<Path> slices = images.isEmpty() ? files : images;
			if (slices.isEmpty()) throw new InputException("The folder " + folder +
				" has no image in it; give a folder of slices or the path of an image.");
			return slices;
		}
		catch (final IOException e) {
			throw new InputException("The folder " + folder + " can't be read (" + OutputPath.reason(e) + ").", e);
		}
	}

	private static ImagePlus readSlice(final Path file) {
		final ImagePlus slice = ImageReader.readFile(file).requireOpaque(file);
		if (slice.getStackSize() != 1) throw new InputException("The file " + file + " has " + slice.getStackSize() +
			" planes; each file of a folder must be one slice. Give the path of the file itself to use it as a stack.");
		return slice;
	}

	private static void requireAlike(final ImagePlus first, final Path firstFile, final ImagePlus slice,
		final Path file)
	{
		if (!kind(first).equals(kind(slice))) throw new InputException("The slices of a folder must be alike: " + name(
			firstFile) + " is " + kind(first) + ", but " + name(file) + " is " + kind(slice) +
			"; move the one that doesn't belong elsewhere.");
	}

	private static String kind(final ImagePlus image) {
		final String depth = image.getBitDepth() == 24 ? "RGB" : image.getBitDepth() + " bit";
		final String sign = image.getCalibration().isSigned16Bit() ? " signed" : "";
		return String.format(Locale.ROOT, "%d x %d pixels, %s%s", image.getWidth(), image.getHeight(), depth, sign);
	}

	// As ImageJ's own folder import does: the name, and behind it what the file's header says.
	private static String label(final ImagePlus slice, final Path file) {
		final String info = slice.getInfoProperty();
		return info == null ? name(file) : name(file) + "\n" + info;
	}

	private static String name(final Path file) {
		return file.getFileName().toString();
	}
}
