package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.List;

import org.vaerestore.imagej.OutputPath;
import org.vaerestore.job.InputException;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;

import ij.ImagePlus;

/** Saves the current model. */
final class ExportAction implements Action {

	private static final String SMALL = "small", RESUMABLE = "resumable";

	static final Option.PathName SAVE = new Option.PathName("save", "Save model as", "The file to write, as *.vae.zip.",
		false);
	static final Option.Choice KIND = new Option.Choice("kind", "Kind of file", "Small, with all that results need, or " +
		"resumable: three times as large, with what going on with its training needs, if the model has it.", List.of(SMALL,
			RESUMABLE), SMALL);

	@Override
	public String label() {
		return "VAE Export Model...";
	}

	@Override
	public String section() {
		return "Export Model";
	}

	@Override
	public List<Option> options() {
		return List.of(SAVE, KIND);
	}

	@Override
	public boolean needsImage() {
		return false;
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		return session.model().map(model -> "Current model: " + model.name() + ", " + model.model().id() + ".").orElse(
			"There is no current model to export.");
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		final VaeModel model = host.session().model().map(Session.NamedModel::model).orElseThrow(() -> new InputException(
			"There is no current model to export; train one with VAE Train on Stack..., or open one with VAE Model Info..."));
		final Path path = values.path(SAVE).orElseThrow(() -> new InputException(
			"No file is given to save the model in; add save=[path of a *.vae.zip]."));
		OutputPath.requireWritable(path);
		ModelFile.write(values.is(KIND, SMALL) ? model.withoutCheckpoint() : model, path);
		host.log("The model " + model.id() + " is in " + path + ".");
	}
}
