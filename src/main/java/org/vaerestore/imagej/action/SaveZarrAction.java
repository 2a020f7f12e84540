package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.List;

import org.vaerestore.imagej.SavedZarr;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

/** Saves the active image as OME-Zarr. */
final class SaveZarrAction implements Action {

	static final Option.PathName PATH = new Option.PathName("path", "Path of the OME-Zarr", "The OME-Zarr to write, as *.ome.zarr; nothing is " +
		"written over.", false);

	@Override
	public String label() {
		return "VAE Save as OME-Zarr...";
	}

	@Override
	public String section() {
		return "Save as OME-Zarr";
	}

	@Override
	public List<Option> options() {
		return List.of(PATH);
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		final String left = SavedZarr.left(image);
		return (values.path(PATH).isEmpty() ? "Say where to write the OME-Zarr, as *.ome.zarr." : "") + (left.isEmpty() ? "" : "\n" + left);
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		final Path path = values.path(PATH).orElseThrow(() -> new InputException(
			"No place for the OME-Zarr is given; add path=[path that ends in .ome.zarr]."));
		try (Host.JobProgress progress = host.progress(image)) {
			SavedZarr.write(image, path, progress);
		}
		host.log("\"" + image.getTitle() + "\" is saved as " + path + ".");
		final String left = SavedZarr.left(image);
		if (!left.isEmpty()) host.log(left);
	}
}
