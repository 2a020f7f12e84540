package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.InputException;
import org.vaerestore.model.Checkpoint;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;

class ExportActionTest {

	private final Action export = Actions.named("export");
	private final RecordingHost host = new RecordingHost();

	@TempDir
	Path folder;

	@Test
	void writesTheCurrentModelWithOrWithoutWhatTrainingNeeds() {
		final VaeModel model = TinyModel.clean().withCheckpoint(new Checkpoint(List.of(), Map.of("step", 2.0)));
		host.session.setModel(model, "tiny");
		host.run(export, null, "save=[" + folder.resolve("small one.vae.zip") + "]");
		assertEquals(List.of("The model " + model.id() + " is in " + folder.resolve("small one.vae.zip") + "."), host.lines);
		assertEquals(model.id(), ModelFile.read(folder.resolve("small one.vae.zip")).id());
		assertNull(ModelFile.read(folder.resolve("small one.vae.zip")).checkpoint());
		host.run(export, null, "kind=resumable save=[" + folder.resolve("all.vae.zip") + "]");
		assertNotNull(ModelFile.read(folder.resolve("all.vae.zip")).checkpoint());
	}

	@Test
	void saysWhatIsMissing() {
		assertFails("save=[" + folder.resolve("a.vae.zip") + "]", "no current model to export");
		host.session.setModel(TinyModel.clean(), "tiny");
		assertFails("", "add save=[path of a *.vae.zip]");
		assertFails("save=[" + folder + "]", "is a folder; give the path of a file");
		assertFails("save=[" + folder.resolve("none/a.vae.zip") + "]", "doesn't exist");
	}

	private void assertFails(final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(export, null, macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}
}
