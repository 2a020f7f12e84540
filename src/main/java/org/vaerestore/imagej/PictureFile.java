package org.vaerestore.imagej;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

import org.vaerestore.job.InputException;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Reads PNG, BMP and still GIF files band by band: grey and colours of 8 and 16 bit as they are, palettes as what they show, and how opaque
 * pixels are; ImageJ's own readers mix all that is transparent with white, in 8 bit, or forget it.
 */
final class PictureFile {

	private static final int BYTE = 0xff, OPAQUE = 0xff000000;
	private static final int PALETTE_BITS = 8;
	private static final int RGB_BYTES = 4, MOST_BYTES = 20;

	private PictureFile() {}

	/**
	 * Reads a file.
	 *
	 * @param format png, bmp or gif
	 * @return the picture; null if it is one of several
	 * @throws IOException if it is damaged
	 * @throws InputException if it takes more memory than there is
	 */
	static Layer read(final Path path, final String format) throws IOException {
		final BufferedImage picture = decode(path, format);
		if (picture == null) return null;
		final Layer layer = picture.getColorModel() instanceof IndexColorModel palette ? ofPalette(picture, palette) : ofBands(
			picture);
		final ImagePlus image = layer.image();
		final FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.IMAGEIO;
		info.fileName = path.getFileName().toString();
		info.directory = path.toAbsolutePath().getParent() + File.separator;
		image.setFileInfo(info);
		image.setTitle(info.fileName);
		return layer;
	}

	private static BufferedImage decode(final Path path, final String format) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
			try {
				// Not the texts in it, which can be packed without limit.
				reader.setInput(in, false, true);
				if (reader.getNumImages(true) > 1) return null;
				ImageExtent.require(reader.getWidth(0), reader.getHeight(0), path);
				MemoryBudget.require(MemoryNeed.onHeap((long) reader.getWidth(0) * reader.getHeight(0) * bytes(reader
					.getRawImageType(0))), "reading " + path, "use a part of the image");
				return reader.read(0);
			}
			finally {
				reader.dispose();
			}
		}
	}

	/** Returns the bytes of a pixel, decoded and as ImageJ keeps it. */
	private static int bytes(final ImageTypeSpecifier type) {
		return type == null ? MOST_BYTES : 2 * type.getNumBands() * ((type.getBitsPerBand(0) + 7) / 8) + RGB_BYTES;
	}

	private static Layer ofPalette(final BufferedImage picture, final IndexColorModel model) {
		final int width = picture.getWidth(), height = picture.getHeight();
		final byte[] indices = bytes(picture.getRaster(), 0);
		final int[] palette = new int[model.getMapSize()];
		model.getRGBs(palette);
		final byte[] opacity = new byte[1 << PALETTE_BITS];
		for (int entry = 0; entry < palette.length; entry++) {
			opacity[entry] = (byte) (palette[entry] >>> 24);
			palette[entry] &= 0xffffff;
		}
		final ImagePlus image = new ImagePlus("", PaletteImage.shown(indices, palette, width, height));
		if (!model.hasAlpha()) return Layer.opaque(image);
		for (int pixel = 0; pixel < indices.length; pixel++)
			indices[pixel] = opacity[indices[pixel] & BYTE];
		return new Layer(image, List.of(indices));
	}

	private static Layer ofBands(final BufferedImage picture) {
		final Raster raster = picture.getRaster();
		final int bands = raster.getNumBands();
		final boolean wide = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT;
		final boolean colours = bands > 2;
		final ImagePlus image = colours && wide ? wideColours(raster) : new ImagePlus("", colours ? colours(raster) : plane(raster, 0));
		if (bands % 2 == 1) return Layer.opaque(image);
		return new Layer(image, List.of(wide ? highBytes(raster, bands - 1) : bytes(raster, bands - 1)));
	}

	private static ImageProcessor plane(final Raster raster, final int band) {
		final int width = raster.getWidth(), height = raster.getHeight();
		if (raster.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE) return new ByteProcessor(width, height, bytes(raster,
			band));
		final short[] values = new short[width * height];
		final int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			raster.getSamples(0, y, width, 1, band, row);
			for (int x = 0; x < width; x++)
				values[y * width + x] = (short) row[x];
		}
		return new ShortProcessor(width, height, values, null);
	}

	private static ImageProcessor colours(final Raster raster) {
		final int width = raster.getWidth(), height = raster.getHeight();
		final int[] colours = new int[width * height], row = new int[width];
		Arrays.fill(colours, OPAQUE);
		for (int band = 0; band < 3; band++)
			for (int y = 0; y < height; y++) {
				raster.getSamples(0, y, width, 1, band, row);
				for (int x = 0; x < width; x++)
					colours[y * width + x] |= row[x] << 16 - 8 * band;
			}
		return new ColorProcessor(width, height, colours);
	}

	private static ImagePlus wideColours(final Raster raster) {
		final ImageStack stack = new ImageStack(raster.getWidth(), raster.getHeight());
		for (final String colour : List.of("Red", "Green", "Blue"))
			stack.addSlice(colour, plane(raster, stack.getSize()));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(3, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	private static byte[] bytes(final Raster raster, final int band) {
		final int width = raster.getWidth(), height = raster.getHeight();
		final byte[] values = new byte[width * height];
		final int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			raster.getSamples(0, y, width, 1, band, row);
			for (int x = 0; x < width; x++)
				values[y * width + x] = (byte) row[x];
		}
		return values;
	}

	// What is drawn faintly is drawn.
	private static byte[] highBytes(final Raster raster, final int band) {
		final short[] wide = (short[]) plane(raster, band).getPixels();
		final byte[] values = new byte[wide.length];
		for (int pixel = 0; pixel < values.length; pixel++)
			values[pixel] = (byte) Math.min(BYTE, (wide[pixel] & 0xffff) + BYTE >> 8);
		return values;
	}
}
