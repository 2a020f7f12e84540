package org.vaerestore.imagej;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import org.vaerestore.tiff.TiffImage;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.TiffDecoder;

/**
 * Opens TIFF files: whole, or plane by plane if they'd take too much of the heap.
 * <p>
 * The pixels are read by {@link TiffImage}, which is strict; ImageJ makes the image of them and of what the file tells besides.
 * </p>
 */
final class TiffFile {

	private static final int HEAP_SHARE = 4;

	private TiffFile() {}

	static Layer open(final Path path) throws IOException {
		try (TiffImage tiff = TiffImage.open(path)) {
			final TiffPlanes planes = new TiffPlanes(tiff);
			final FileInfo info = info(tiff, planes, path);
			ImageExtent.require(tiff.width(), tiff.height(), path);
			final long bytes = planes.planeBytes() * planes.count();
			if (isLarge(bytes) && planes.count() > 1 && planes.areSingle()) return Layer.opaque(TiffStack.open(tiff, info));
			MemoryBudget.require(MemoryNeed.onHeap(bytes + bytes / planes.count()), "reading " + path, "use a part of the image");
			final ImagePlus image = open(info, planes);
			if (planes.channels() > 1) return new Layer(channels(image, planes.channels()), planes.opacity());
			return new Layer(composite(image, info), planes.opacity());
		}
	}

	/** Makes an image of the planes of one pixel, 0, with all that describes the image in a file. */
	static ImagePlus outline(final TiffImage tiff, final Path path) throws IOException {
		final TiffPlanes planes = new TiffPlanes(tiff);
		final FileInfo info = info(tiff, planes, path);
		info.width = 1;
		info.height = 1;
		info.inputStream = new ByteArrayInputStream(new byte[planes.count() * info.getBytesPerPixel()]);
		return composite(opened(info), info);
	}

	/** Returns whether pixels would take so much of the heap that they are better read when they are needed. */
	static boolean isLarge(final long bytes) {
		return bytes > Runtime.getRuntime().maxMemory() / HEAP_SHARE;
	}

	/** Returns what ImageJ is to know of the file: that it has the planes as they are read, one behind the other. */
	static FileInfo info(final TiffImage tiff, final TiffPlanes planes, final Path path) throws IOException {
		final String name = path.getFileName().toString();
		final FileInfo info = new TiffDecoder(new ByteArrayInputStream(tiff.metadata()), name).getTiffInfo()[0];
		info.inputStream = null;
		info.url = null;
		info.stripOffsets = null;
		info.stripLengths = null;
		info.offset = 0;
		info.fileType = planes.fileType();
		if (!planes.hasLookupTable()) info.lutSize = 0;
		info.whiteIsZero = tiff.isWhiteZero();
		info.intelByteOrder = false;
		info.width = tiff.width();
		info.height = tiff.height();
		info.nImages = planes.count();
		info.directory = path.toAbsolutePath().getParent() + File.separator;
		return info;
	}

	private static ImagePlus open(final FileInfo info, final TiffPlanes planes) throws IOException {
		info.inputStream = planes;
		try {
			return opened(info);
		}
		finally {
			// What couldn't be read matters more than what ImageJ made of that.
			planes.requireRead();
		}
	}

	/** Opens the image of what a stream gives. */
	static ImagePlus opened(final FileInfo info) throws IOException {
		final String name = info.fileName;
		try {
			final ImagePlus image = new FileOpener(info).openImage();
			if (image == null) throw new IOException("ImageJ makes no image of it");
			image.setTitle(name);
			return image;
		}
		finally {
			info.inputStream = null;
			info.fileName = name;
		}
	}

	// As ImageJ's opener does.
	static ImagePlus composite(final ImagePlus image, final FileInfo info) {
		final String description = info.description == null ? "" : info.description;
		final boolean several = image.getNChannels() > 1 && image.getType() != ImagePlus.COLOR_RGB && !image.isComposite();
		if (!several || !image.getOpenAsHyperStack() && !description.contains("mode=")) return image;
		return new CompositeImage(image, description.contains("mode=composite") ? IJ.COMPOSITE : description.contains("mode=gray")
			? IJ.GRAYSCALE : IJ.COLOR);
	}

	private static ImagePlus channels(final ImagePlus image, final int channels) {
		image.setDimensions(channels, image.getStackSize() / channels, 1);
		image.setOpenAsHyperStack(true);
		return new CompositeImage(image, IJ.COMPOSITE);
	}
}
