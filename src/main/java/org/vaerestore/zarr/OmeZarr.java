package org.vaerestore.zarr;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.vaerestore.file.FileFailure;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

/**
 * An OME-Zarr 0.4 or 0.5 for reading: a folder or a zip with an image, or with many.
 *
 * <pre>
 * try (OmeZarr zarr = OmeZarr.open(Path.of("cells.ome.zarr"))) {
 * 	OmeImage image = zarr.image(zarr.images().get(0));
 * 	LazyCellImg&lt;? extends RealType&lt;?&gt;, ?&gt; pixels = image.pixels(new CellCache(256 &lt;&lt; 20));
 * }
 * </pre>
 *
 * Pixels are read as long as it is open.
 */
public final class OmeZarr implements Closeable {

	private final Store store;
	private final List<String> images;

	private OmeZarr(final Store store, final List<String> images) {
		this.store = store;
		this.images = images;
	}

	/**
	 * Opens what a path leads to.
	 *
	 * @param path of a folder, of the metadata file in one, or of a zip
	 * @throws InputException if there is no OME-Zarr there, or it can't be read
	 */
	public static OmeZarr open(final Path path) {
		final Store store = store(path);
		try {
			return open(store);
		}
		catch (final RuntimeException | Error e) {
			close(store);
			throw e;
		}
	}

	/**
	 * Opens what is in a store; see {@link #open(Store)}.
	 *
	 * @param location of the store
	 * @param stores opens it
	 */
	public static OmeZarr open(final String location, final Stores stores) {
		try {
			return open(stores.open(location));
		}
		catch (final IOException e) {
			throw new InputException("The OME-Zarr " + location + " can't be opened (" + FileFailure.reason(e) + "); check where it is.", e);
		}
	}

	/**
	 * Opens what is in a store, which is closed with it.
	 *
	 * @throws InputException if there is no OME-Zarr in it, or it can't be read
	 */
	public static OmeZarr open(final Store store) {
		return new OmeZarr(store, ImageList.of(Node.root(store)));
	}

	private static Store store(final Path path) {
		if (!Files.exists(path)) throw new InputException("The OME-Zarr " + path + " doesn't exist; check its path.");
		try {
			return Stores.local().open(path.toString());
		}
		catch (final IOException e) {
			throw new InputException("The file " + path + " is no OME-Zarr, which is a folder or a zip (" + FileFailure.reason(e) +
				"); give the path of one.", e);
		}
	}

	/** Returns the paths in it of the images, one that is empty if it is itself an image; those of a plate well by well. */
	public List<String> images() {
		return images;
	}

	/**
	 * Returns one of its images.
	 *
	 * @param path one of {@link #images}
	 * @throws InputException if it can't be read
	 */
	public OmeImage image(final String path) {
		return ImageMetadata.read(Node.root(store).child(path));
	}

	@Override
	public void close() {
		close(store);
	}

	private static void close(final Store store) {
		try {
			store.close();
		}
		catch (final IOException e) {
			// It was only read.
		}
	}
}
