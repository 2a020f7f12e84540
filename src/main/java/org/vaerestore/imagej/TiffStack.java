package org.vaerestore.imagej;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

import org.vaerestore.job.InputException;
import org.vaerestore.tiff.TiffImage;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.process.ImageProcessor;

/** The pages of a TIFF file, read each time they are asked for; what is written to them is lost. */
final class TiffStack extends VirtualStack {

	private final TiffImage tiff;
	private final FileInfo info;

	private TiffStack(final TiffImage tiff, final FileInfo info) {
		this.tiff = tiff;
		this.info = info;
	}

	/**
	 * Makes an image of a stack.
	 *
	 * @param tiff may be closed later
	 * @param info of one plane
	 */
	static ImagePlus open(final TiffImage tiff, final FileInfo info) throws IOException {
		final String[] labels = info.sliceLabels;
		info.nImages = 1;
		info.inputStream = new ByteArrayInputStream(tiff.read(0)[0]);
		final FileInfo template = (FileInfo) info.clone();
		final ImagePlus first = TiffFile.opened(info);
		template.inputStream = null;
		template.sliceLabels = labels;
		final TiffStack stack = new TiffStack(tiff, template);
		stack.setBitDepth(first.getBitDepth());
		final ImagePlus image = new ImagePlus(first.getTitle(), stack);
		image.setFileInfo(info);
		image.setCalibration(first.getCalibration());
		image.setOverlay(first.getOverlay());
		image.setProperties(first.getPropertiesAsArray());
		if (info.info != null) image.setProperty("Info", info.info);
		if (first.getProcessor().getLut() != null) image.setLut(first.getProcessor().getLut());
		image.setDisplayRange(first.getDisplayRangeMin(), first.getDisplayRangeMax());
		setAxes(image, new FileOpener(info).decodeDescriptionString(info));
		return TiffFile.composite(image, info);
	}

	private static void setAxes(final ImagePlus image, final Properties properties) {
		if (properties == null) return;
		final int channels = length(properties, "channels"), slices = length(properties, "slices"), frames = length(properties,
			"frames");
		if ((long) channels * slices * frames != image.getStackSize()) return;
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack("true".equals(properties.getProperty("hyperstack")));
	}

	private static int length(final Properties properties, final String key) {
		final String length = properties.getProperty(key, "1");
		return length.matches("\\d{1,9}") ? Integer.parseInt(length) : 1;
	}

	@Override
	public ImageProcessor getProcessor(final int plane) {
		final int page = translate(plane) - 1;
		if (page < 0 || page >= tiff.pages()) throw new IllegalArgumentException("Argument out of range: " + plane);
		try {
			final FileInfo one = (FileInfo) info.clone();
			one.inputStream = new ByteArrayInputStream(tiff.readAgain(page)[0]);
			final ImageProcessor processor = new FileOpener(one).openProcessor();
			processor.setSliceNumber(plane);
			return processor;
		}
		catch (final IOException e) {
			throw new InputException("The file " + info.directory + info.fileName + " can't be read any more (" + OutputPath.reason(e) +
				"); give a whole copy of it.", e);
		}
	}

	@Override
	public Object getPixels(final int plane) {
		return getProcessor(plane).getPixels();
	}

	@Override
	public int size() {
		return tiff.pages();
	}

	@Override
	public int getSize() {
		return tiff.pages();
	}

	@Override
	public int getWidth() {
		return tiff.width();
	}

	@Override
	public int getHeight() {
		return tiff.height();
	}

	@Override
	public String getSliceLabel(final int plane) {
		return info.sliceLabels == null || info.sliceLabels.length != tiff.pages() ? null : info.sliceLabels[plane - 1];
	}

	@Override
	public String getDirectory() {
		return info.directory;
	}

	@Override
	public String getFileName(final int plane) {
		return info.fileName;
	}
}
