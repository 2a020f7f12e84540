package org.vaerestore.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** A folder with all files that the documentation's examples begin with: small ones, made here. */
final class Workshop {

	private static final VaeModel MODEL = TinyModel.noisy();

	/** One stage of a network that is as small as can be. */
	private static final String RECIPE = """
		{ "about": [], "stages": [ { "name": "only", "from": null,
		    "architecture": { "shuffle": 2, "levels": 2, "channels": 4, "latentChannels": 2, "blocks": 1, "noiseInputs": "COVARIANCE", "prior": "MEAN", "companionChannels": 0 },
		    "lesson": { "kind": "large-holes", "smallest": 4 }, "loss": "squared-error",
		    "patch": 32, "batch": 1, "seed": 1, "learningRate": 0.001, "steps": 2, "rateSteps": 2, "meanWith": null } ] }
		""";

	private final Path folder;

	Workshop(final Path folder) throws IOException {
		this.folder = folder;
		ImageWriter.write(TinyModel.waves(8, 1, 4, 1), folder.resolve("stack.tif"));
		for (final String name : List.of("noisy", "enhanced", "restored", "truth", "image"))
			ImageWriter.write(TinyModel.waves(8, 1, name.matches("enhanced|restored|truth") ? 4 : 1, 1), folder.resolve(name + ".tif"));
		final ImagePlus damaged = TinyModel.waves(8, 1, 1, 1), mask = TinyModel.waves(8, 1, 1, 1);
		mask.getProcessor().set(0);
		mark(mask.getProcessor());
		mark(damaged.getProcessor());
		ImageWriter.write(damaged, folder.resolve("damaged.tif"));
		for (final String name : List.of("mask.png", "mask.tif", "scratches.png"))
			ImageWriter.write(mask, folder.resolve(name));
		if (!Files.exists(folder.resolve("volume.ome.zarr"))) makeVolume(mask);
		for (final String name : List.of("slices", "sample", "data/fmd/raw", "data/fmd/clean", "in", "models"))
			Files.createDirectories(folder.resolve(name));
		for (int slice = 1; slice <= 3; slice++)
			ImageWriter.write(TinyModel.waves(8, 1, 1, 1), folder.resolve("slices/" + slice + ".tif"));
		ImageWriter.write(damaged, folder.resolve("sample/damaged.tif"));
		ImageWriter.write(mask, folder.resolve("sample/mask.png"));
		ImageWriter.write(TinyModel.waves(8, 1, 1, 1), folder.resolve("in/cells.tif"));
		ImageWriter.write(TinyModel.waves(8, 1, 1, 1), folder.resolve("data/fmd/clean/cells.png"));
		for (int frame = 1; frame <= 4; frame++)
			ImageWriter.write(noisy(frame), folder.resolve("data/fmd/raw/cells_" + frame + ".png"));
		Files.writeString(folder.resolve("recipe.json"), RECIPE);
		for (final String name : List.of("stack.vae.zip", "em.vae.zip", "start.vae.zip", "models/stack.vae.zip"))
			ModelFile.write(MODEL, folder.resolve(name));
	}

	/** Makes an OME-Zarr with a mask of one plane for all slices among its labels. */
	private void makeVolume(final ImagePlus mask) throws IOException {
		final Path volume = folder.resolve("volume.ome.zarr"), labels = volume.resolve("labels");
		ImageWriter.write(TinyModel.waves(8, 1, 2, 1), volume);
		ImageWriter.write(mask, folder.resolve("damage.ome.zarr"));
		Files.createDirectories(labels);
		Files.move(folder.resolve("damage.ome.zarr"), labels.resolve("damage"));
	}

	/** Returns a path of an example within the folder; what is absolute there is relative here. */
	Path path(final String name) {
		return folder.resolve(name.replaceFirst("^(/data)?/", ""));
	}

	private static ImagePlus noisy(final int seed) {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final Random random = new Random(seed);
		for (int pixel = 0; pixel < image.getProcessor().getPixelCount(); pixel++)
			image.getProcessor().set(pixel, image.getProcessor().get(pixel) + (int) Math.round(9 * random.nextGaussian()));
		return image;
	}

	private static void mark(final ImageProcessor plane) {
		plane.setValue(255);
		plane.setRoi(20, 0, 3, 64);
		plane.fill();
	}
}
