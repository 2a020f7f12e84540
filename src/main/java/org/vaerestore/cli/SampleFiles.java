package org.vaerestore.cli;

import java.nio.file.Path;

import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.ResultImage;
import org.vaerestore.sample.Sample;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** The files of a sample. */
final class SampleFiles {

	private SampleFiles() {}

	/** Writes truth.tif, noisy.tif, clean.tif, damaged.tif and mask.png into a folder that exists. */
	static void write(final Sample sample, final Path folder) {
		write(sample.truth(), folder.resolve("truth.tif"));
		write(sample.noisy(), folder.resolve("noisy.tif"));
		write(sample.clean(), folder.resolve("clean.tif"));
		write(sample.damaged(), folder.resolve("damaged.tif"));
		write(sample.mask(), folder.resolve("mask.png"));
	}

	private static void write(final RandomAccessibleInterval<? extends RealType<?>> pixels, final Path path) {
		ImageWriter.write(ResultImage.of(pixels, path.getFileName().toString()), path);
	}
}
