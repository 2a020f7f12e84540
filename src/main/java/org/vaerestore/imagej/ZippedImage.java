package org.vaerestore.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.vaerestore.file.TemporaryFile;
import org.vaerestore.job.Bytes;
import org.vaerestore.job.InputException;

import ij.io.FileInfo;

/** Reads the TIFF or DICOM file that is zipped, as ImageJ zips them: the first entry. */
final class ZippedImage {

	private static final int PIECE = 1 << 16;

	private ZippedImage() {}

	static Layer read(final Path path) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
			final ZipEntry entry = zip.getNextEntry();
			if (entry == null) throw new IOException("there is no file in it");
			final String name = entry.getName();
			final String extension = name.endsWith(".tif") ? ".tif" : name.endsWith(".dcm") ? ".dcm" : null;
			if (extension == null) throw new IOException("it holds " + name + " and not a TIFF or DICOM file");
			try (TemporaryFile copy = TemporaryFile.named("unpacked" + extension)) {
				unpack(zip, copy.path(), path);
				return named(readCopy(copy.path(), path), path);
			}
		}
	}

	private static void unpack(final InputStream zip, final Path copy, final Path path) throws IOException {
		final long most = Runtime.getRuntime().maxMemory();
		try (OutputStream out = Files.newOutputStream(copy)) {
			final byte[] piece = new byte[PIECE];
			long bytes = 0;
			for (int count = zip.read(piece); count >= 0; count = zip.read(piece)) {
				bytes += count;
				if (bytes > most) throw new InputException("The file " + path + " unpacks to more than the memory of Java (" + Bytes.describe(
					most) + "); give Java more, or unpack it.");
				out.write(piece, 0, count);
			}
		}
	}

	private static Layer readCopy(final Path copy, final Path path) {
		try {
			final Layer layer = ImageReader.readFile(copy);
			// The copy will be gone, so all of it must be here.
			return layer.image().getStack().isVirtual() ? new Layer(ResultImage.copyOf(layer.image(), ""), layer.opacity()) : layer;
		}
		catch (final InputException e) {
			throw new InputException(e.getMessage().replace(copy.toString(), path.toString()), e);
		}
	}

	private static Layer named(final Layer layer, final Path path) {
		final FileInfo info = layer.image().getOriginalFileInfo();
		if (info != null) {
			info.fileFormat = FileInfo.ZIP_ARCHIVE;
			info.fileName = path.getFileName().toString();
			info.directory = path.toAbsolutePath().getParent() + java.io.File.separator;
		}
		layer.image().setTitle(path.getFileName().toString());
		return layer;
	}
}
