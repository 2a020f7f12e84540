package org.vaerestore.imagej;

import java.util.Locale;

/** How much of an image a mask marks, in words; above half of it, a mask is probably the wrong way round. */
public final class MaskShare {

	private MaskShare() {}

	/**
	 * Returns a sentence with the share, and a warning if it is more than half.
	 *
	 * @param name what to call the mask
	 * @param remedy how to invert it, such as "--invert-mask"
	 */
	public static String describe(final Mask mask, final String name, final String remedy) {
		final long marked = mask.count(), all = (long) mask.axes().width() * mask.axes().height() * mask.axes().planes();
		final String share = String.format(Locale.ROOT, "he mask %s marks %,d of %,d pixels (%.2f %%)", name, marked, all, 100.0 *
			marked / all);
		return marked <= all / 2 ? "T" + share + "." : "Warning: t" + share + ", more than half of the image; if it is the wrong " +
			"way round, use " + remedy + ".";
	}
}
