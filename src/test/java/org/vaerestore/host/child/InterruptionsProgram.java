package org.vaerestore.host.child;

import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;

/** Undoes, escapes, starts a second command and closes the image at work; what came of it is in {@code facts.properties}. */
public final class InterruptionsProgram implements Program {

	/** What would take hours. */
	private static final String ENDLESS = "samples=10000 seed=5 ";
	private static final int MINUTES = 2;

	/** Creates the program. */
	public InterruptionsProgram() {}

	@Override
	public void run(final Path folder, final Supplier<List<String>> messages) throws Exception {
		final Properties facts = new Properties();
		IJ.runMacro("open(getArgument() + \"/byte.tif\"); makeRectangle(24, 20, 9, 7);" +
			" run(\"VAE Select ROI as Mask\", \"source=selection\"); run(\"Select None\");" +
			" run(\"VAE Train on Stack...\", \"steps=1 size=small signal=clean\");", folder.toString());
		final ImagePlus image = IJ.getImage();
		final Set<ImagePlus> images = Set.of(image);

		facts.put("before", Images.state(images));
		IJ.run("VAE Restore...", "output=in-place samples=1 seed=5");
		facts.put("restored", Images.state(images));
		IJ.run("Undo");
		facts.put("undone", Images.state(images));

		final Thread restoring = start("output=in-place " + ENDLESS);
		facts.put("messages before the second command", messages.get().toString());
		facts.put("second command went through", IJ.runMacro("run(\"VAE Generate...\", \"count=1 width=32 height=32\");" +
			" return \"yes\";") + "");
		facts.put("second command", messages.get().toString());
		escape();
		facts.put("escaped in time", Boolean.toString(hasEnded(restoring)));
		facts.put("escaped", Images.state(images));
		facts.put("locked", Boolean.toString(image.isLocked()));

		final Thread another = start("output=new " + ENDLESS);
		EventQueue.invokeAndWait(() -> {
			image.changes = false;
			image.close();
		});
		facts.put("closed in time", Boolean.toString(hasEnded(another)));
		facts.put("images after closing", Images.state(Images.open()));

		IJ.run("VAE Generate...", "count=1 width=32 height=32");
		facts.put("afterwards", Images.state(Images.open()));
		facts.put("messages", messages.get().toString());
		try (var file = Files.newBufferedWriter(folder.resolve("facts.properties"))) {
			facts.store(file, null);
		}
	}

	/** Restores in a thread of its own, and returns when it computes. */
	private static Thread start(final String options) throws InterruptedException {
		final Thread thread = new Thread(() -> IJ.run("VAE Restore...", options), "restoring");
		thread.start();
		while (thread.isAlive() && Arrays.stream(thread.getStackTrace()).noneMatch(frame -> frame.getClassName().endsWith(
			".PlanePredictor")))
			thread.join(20);
		return thread;
	}

	private static boolean hasEnded(final Thread thread) throws InterruptedException {
		thread.join(TimeUnit.MINUTES.toMillis(MINUTES));
		return !thread.isAlive();
	}

	private static void escape() throws Exception {
		final ImageJ main = IJ.getInstance();
		EventQueue.invokeAndWait(() -> main.keyPressed(new KeyEvent(main, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0,
			KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED)));
	}
}
