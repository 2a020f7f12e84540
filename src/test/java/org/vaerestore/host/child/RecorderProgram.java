package org.vaerestore.host.child;

import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import javax.swing.JButton;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * Runs every command by its dialog with the Recorder open, then what the Recorder wrote; images are saved as
 * {@code dialog-TITLE} and {@code replay-TITLE}.
 */
public final class RecorderProgram implements Program {

	private static final String OPEN = "open(\"%s\");\nmakeRectangle(24, 20, 9, 7);\n";

	/** Creates the program. */
	public RecorderProgram() {}

	@Override
	public void run(final Path folder, final Supplier<List<String>> messages) throws Exception {
		final Path saved = folder.resolve("recorded.vae.zip");
		final String image = folder.resolve("byte.tif").toString().replace("\\", "/");
		final Desk desk = new Desk(folder.resolve("screenshots"));
		IJ.runMacro(OPEN.formatted(image));
		IJ.run("Record...");
		final Recorder recorder = Recorder.getInstance();
		command(desk, "VAE Select ROI as Mask", Map.of("grow", "1"));
		command(desk, "VAE Train on Stack...", Map.of("steps", "1", "size", "small", "signal", "clean", "seed", "3"));
		final Window trained = desk.find("Training on");
		desk.picture(trained, "Trained");
		if (Components.all(trained).stream().noneMatch(component -> component instanceof JButton button && button.isShowing() &&
			button.getText().equals("Save model..."))) throw new IllegalStateException("The model is not offered to be saved.");
		trained.dispose();
		command(desk, "VAE Export Model...", Map.of("save", saved.toString()));
		command(desk, "VAE Restore...", Map.of("samples", "2", "uncertainty", "yes", "seed", "5"));
		command(desk, "VAE Enhance...", Map.of("model", "file", "file", saved.toString(), "strength", "62.5", "samples", "1"));
		command(desk, "VAE Evaluate...", Map.of("reference", "byte.tif", "errors", "yes"));
		command(desk, "VAE Generate...", Map.of("count", "2", "width", "48", "height", "40"));
		command(desk, "VAE Model Info...", Map.of("plots", "none"));
		command(desk, "VAE Open Sample", Map.of("sample", "damaged"));
		final Path zarr = folder.resolve("my sample.ome.zarr");
		command(desk, "VAE Save as OME-Zarr...", Map.of("path", zarr.toString()));
		command(desk, "VAE Open OME-Zarr...", Map.of("path", zarr.toString(), "level", "0"));
		final String recorded = recorder.getText();
		Files.writeString(folder.resolve("recorded.ijm"), recorded);
		recorder.close();
		save(folder, "dialog-");
		IJ.runMacro("close(\"*\");");
		Files.delete(saved);
		Files.move(zarr, folder.resolve("saved.ome.zarr"));
		IJ.runMacro(OPEN.formatted(image) + recorded);
		save(folder, "replay-");
		Files.writeString(folder.resolve("messages.txt"), String.join("\n", messages.get()));
	}

	private static void command(final Desk desk, final String command, final Map<String, String> values) throws Exception {
		final GenericDialog dialog = desk.openDialog(command);
		desk.fill(dialog, values);
		desk.picture(dialog, command.replace("...", ""));
		desk.press(dialog, "OK");
		desk.awaitEnd(command);
	}

	private static void save(final Path folder, final String prefix) {
		final Set<ImagePlus> images = Images.open();
		for (final ImagePlus image : images)
			IJ.saveAsTiff(image.duplicate(), folder.resolve(prefix + image.getTitle().replace(".tif", "") + ".tif").toString());
	}
}
