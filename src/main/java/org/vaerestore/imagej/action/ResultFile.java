package org.vaerestore.imagej.action;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.vaerestore.imagej.ImageReader;
import org.vaerestore.job.InputException;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.plugin.FileInfoVirtualStack;

/** The file of a result that is too large for memory: that of a virtual stack. */
final class ResultFile {

	private ResultFile() {}

	/**
	 * Returns whether a result must go into a file.
	 *
	 * @param memory that it takes otherwise
	 */
	static boolean isWanted(final ImagePlus image, final Supplier<MemoryNeed> memory) {
		if (!image.getStack().isVirtual() || image.getType() == ImagePlus.COLOR_RGB) return false;
		final MemoryNeed need = memory.get();
		return !MemoryBudget.nowFor(need).covers(need);
	}

	/**
	 * Returns a file that isn't there yet, in the folder that the image is from.
	 *
	 * @param what the result is, such as "enhanced"
	 * @throws InputException if nothing can be written there
	 */
	static Path beside(final ImagePlus image, final String what) {
		final FileInfo info = image.getOriginalFileInfo();
		final Path folder = outside(Path.of(info == null || info.directory == null || info.directory.isEmpty() ? System.getProperty(
			"java.io.tmpdir") : info.directory));
		if (!Files.isWritable(folder)) throw new InputException("The result is too large for memory, and nothing can be written to " +
			folder + ", where its image is from; allow writing, or apply to a slice.");
		final String name = what + " " + image.getShortTitle().replaceAll("[\\\\/:*?\"<>|]", "_");
		for (int number = 1;; number++) {
			final Path file = folder.resolve(name + (number == 1 ? "" : " " + number) + ".tif");
			if (!Files.exists(file)) return file;
		}
	}

	/** Returns a folder, or that around the OME-Zarr which it is a part of; rows of a plate are folders that know nothing of it. */
	private static Path outside(final Path folder) {
		Path outside = folder;
		for (Path around = folder; around.getParent() != null; around = around.getParent())
			if (ImageReader.isZarr(around)) outside = around.getParent();
		return outside;
	}

	/** Opens a file as a virtual stack. */
	static ImagePlus open(final Path file) {
		return FileInfoVirtualStack.openVirtual(file.toString());
	}
}
