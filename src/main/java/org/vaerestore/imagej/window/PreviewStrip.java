package org.vaerestore.imagej.window;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.util.Arrays;

import javax.swing.JComponent;

import org.vaerestore.train.Preview;

import ij.process.FloatProcessor;

/** Four pictures of one validation patch: as it is, damaged, restored, enhanced. */
final class PreviewStrip extends JComponent {

	private static final long serialVersionUID = 1L;
	private static final String[] CAPTIONS = { "validation patch", "damaged", "restored", "signal" };
	private static final int SIDE = 148, GAP = 8, CAPTION = 18;
	private static final double TAIL = 0.005;

	private transient Image[] pictures = {};

	PreviewStrip() {
		setPreferredSize(new Dimension(CAPTIONS.length * (SIDE + GAP) + GAP, SIDE + CAPTION + 2 * GAP));
	}

	/** Makes the pictures of a preview, on any thread. */
	static Image[] pictures(final Preview preview) {
		final double[] range = range(preview.original());
		return new Image[] { picture(preview, preview.original(), range), picture(preview, preview.damaged(), range),
			picture(preview, preview.restored(), range), picture(preview, preview.enhanced(), range) };
	}

	/** Shows the pictures of a preview; on the event thread. */
	void show(final Image... newPictures) {
		pictures = newPictures;
		repaint();
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics;
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		for (int i = 0; i < CAPTIONS.length; i++) {
			final int x = GAP + i * (SIDE + GAP);
			g.setColor(getForeground());
			g.drawString(CAPTIONS[i], x, GAP + CAPTION - 5);
			if (i < pictures.length) g.drawImage(pictures[i], x, GAP + CAPTION, SIDE, SIDE, null);
			else g.drawRect(x, GAP + CAPTION, SIDE - 1, SIDE - 1);
		}
	}

	private static Image picture(final Preview preview, final float[] plane, final double[] range) {
		final FloatProcessor processor = new FloatProcessor(preview.side(), preview.side(), plane.clone());
		// What is hidden shows as black, not as whatever becomes of NaN.
		for (int i = 0; i < plane.length; i++)
			if (Float.isNaN(plane[i])) processor.setf(i, (float) range[0]);
		processor.setMinAndMax(range[0], range[1]);
		return processor.createImage();
	}

	private static double[] range(final float[] plane) {
		final float[] sorted = plane.clone();
		Arrays.sort(sorted);
		int count = sorted.length;
		while (count > 1 && Float.isNaN(sorted[count - 1]))
			count--;
		final int tail = (int) (TAIL * count);
		return new double[] { sorted[tail], sorted[count - 1 - tail] };
	}
}
