package org.vaerestore.host.child;

import java.awt.Frame;
import java.awt.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.swing.JFrame;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;

/** Works through the sample as a user does, and takes the pictures of the README. */
public final class PicturesProgram implements Program {

	/** Until the curves of a training have something to show. */
	private static final int SECONDS = 50;
	private static final int LEFT = 60, TOP = 160;

	/** Creates the program. */
	public PicturesProgram() {}

	@Override
	public void run(final Path folder, final Supplier<List<String>> messages) throws Exception {
		final Desk desk = new Desk(folder.resolve("screenshots"));
		IJ.run("VAE Open Sample", "sample=noisy");
		final ImagePlus noisy = IJ.getImage();
		train(desk);

		IJ.run("VAE Open Sample", "sample=mask");
		final ImagePlus mask = IJ.getImage();
		IJ.run("VAE Open Sample", "sample=damaged");
		final ImagePlus damaged = IJ.getImage();
		IJ.run("VAE Select ROI as Mask", "source=mask-image image=" + mask.getTitle());
		mask.close();
		place(damaged.getWindow(), 0);
		desk.picture(damaged.getWindow(), "mask");

		final GenericDialog restore = desk.openDialog("VAE Restore...");
		desk.fill(restore, Map.of("uncertainty", "yes"));
		desk.picture(restore, "restore-dialog");
		desk.press(restore, "OK");
		desk.awaitEnd("VAE Restore...");
		final ImagePlus restored = WindowManager.getImage("restored " + damaged.getTitle());
		final ImagePlus uncertainty = WindowManager.getImage("uncertainty " + damaged.getTitle());
		IJ.run(uncertainty, "Fire", "");
		IJ.run(uncertainty, "Enhance Contrast", "saturated=0.35");
		place(restored.getWindow(), 0);
		place(uncertainty.getWindow(), restored.getWindow().getWidth());
		desk.picture("restored", restored.getWindow(), uncertainty.getWindow());

		IJ.selectWindow(noisy.getID());
		final GenericDialog enhance = desk.openDialog("VAE Enhance...");
		desk.picture(enhance, "enhance-dialog");
		desk.press(enhance, "OK");
		desk.awaitEnd("VAE Enhance...");
		final ImagePlus enhanced = WindowManager.getImage("enhanced " + noisy.getTitle());
		// Noise makes large files.
		for (final ImagePlus image : List.of(noisy, enhanced)) {
			image.setSlice(noisy.getCurrentSlice());
			IJ.run(image, "Set... ", "zoom=75");
		}
		place(noisy.getWindow(), 0);
		place(enhanced.getWindow(), noisy.getWindow().getWidth());
		desk.picture("enhanced", noisy.getWindow(), enhanced.getWindow());

		IJ.run("VAE Open Sample", "sample=clean");
		final String clean = IJ.getImage().getTitle();
		IJ.selectWindow(enhanced.getID());
		IJ.run("VAE Evaluate...", "reference=" + clean);
		table(desk, "Evaluation", "evaluate");
		IJ.selectWindow(enhanced.getID());
		IJ.run("VAE Model Info...", "plots=none");
		table(desk, "Model ", "model-info");
	}

	private static void train(final Desk desk) throws Exception {
		final GenericDialog dialog = desk.openDialog("VAE Train on Stack...");
		desk.fill(dialog, Map.of("minutes", "1", "signal", "noisy"));
		desk.pictureLater(dialog, "train-dialog", 10);
		final JFrame window = desk.await(JFrame.class, frame -> frame.getTitle().startsWith("Training"), () -> desk.press(
			dialog, "OK"));
		desk.pictureLater(window, "train", SECONDS);
		desk.awaitEnd("VAE Train on Stack...");
	}

	private static void table(final Desk desk, final String title, final String name) throws Exception {
		for (final Frame frame : Frame.getFrames())
			if (frame.isShowing() && frame.getTitle().startsWith(title)) {
				frame.setSize(Math.min(frame.getWidth(), 760), Math.min(frame.getHeight(), 420));
				place(frame, 0);
				desk.picture(frame, name);
				return;
			}
		throw new IllegalStateException("No table " + title);
	}

	private static void place(final Window window, final int right) {
		window.setLocation(LEFT + right, TOP);
		window.toFront();
	}
}
