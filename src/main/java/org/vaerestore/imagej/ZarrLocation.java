package org.vaerestore.imagej;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an OME-Zarr is: a path, or the URI of a store that isn't of this machine, as far as a path can hold it. */
final class ZarrLocation {

	/** Of {@code s3a://bucket/cells.ome.zarr} a path keeps one slash; a single letter is a drive. */
	private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+.-]+):/+(.*)");

	private ZarrLocation() {}

	/** Returns whether it is a URI. */
	static boolean isRemote(final Path path) {
		return URI.matcher(path.toString()).matches();
	}

	/** Returns it as stores are opened by. */
	static String of(final Path path) {
		final Matcher uri = URI.matcher(path.toString());
		return uri.matches() ? uri.group(1) + "://" + uri.group(2) : path.toAbsolutePath().normalize().toString();
	}
}
