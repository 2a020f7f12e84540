package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.vaerestore.imagej.VirtualZarr;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

/** Opens an OME-Zarr as a virtual stack. */
final class OpenZarrAction implements Action {

	private static final String AUTO = "auto";

	static final Option.PathName PATH = new Option.PathName("path", "Path of the OME-Zarr", "The folder of an OME-Zarr image, or a zip of one.",
		true, "the path of an OME-Zarr");
	static final Option.Text LEVEL = new Option.Text("level", "Level of resolution", "Which resolution to open: 0 is the full one, those above " +
		"it are smaller; auto is the finest one of which a plane has no more than 67 megapixels and fits into an eighth of ImageJ's memory.",
		"auto, or the number of a level, such as 0", AUTO);

	@Override
	public String label() {
		return "VAE Open OME-Zarr...";
	}

	@Override
	public String section() {
		return "Open OME-Zarr";
	}

	@Override
	public List<Option> options() {
		return List.of(PATH, LEVEL);
	}

	@Override
	public boolean needsImage() {
		return false;
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		return values.path(PATH).isEmpty() ? "Choose the folder of an OME-Zarr, or drop it on the field." : VirtualZarr.describe(values.path(
			PATH).get(), level(values));
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		final Path path = values.path(PATH).orElseThrow(() -> new InputException("No OME-Zarr is given; add path=[folder of an OME-Zarr]."));
		host.show(VirtualZarr.open(path, level(values), host::log));
	}

	private static OptionalInt level(final Values values) {
		final String level = values.text(LEVEL).strip();
		if (level.equals(AUTO)) return OptionalInt.empty();
		// Nine digits are always a number of Java's.
		if (!level.matches("\\d{1,9}")) throw new InputException("The value " + LEVEL.key() + "=" + level + " is not valid; use " + LEVEL
			.valid() + ".");
		return OptionalInt.of(Integer.parseInt(level));
	}
}
