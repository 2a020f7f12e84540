package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.InputException;
import org.vaerestore.model.VaeModel;

import ij.ImagePlus;
import ij.measure.ResultsTable;

class InfoActionTest {

	private static VaeModel model;

	private final Action info = Actions.named("info");
	private final RecordingHost host = new RecordingHost();

	@BeforeAll
	static void train() {
		model = TinyModel.noisy();
	}

	@Test
	void tellsFactsAndPlotsTheNoise() {
		host.session.setModel(model, "tiny");
		host.run(info, null, "");
		assertEquals(model.id(), fact("model"));
		assertTrue(fact("trained on").startsWith("waves"), fact("trained on"));
		assertTrue(host.shown.stream().anyMatch(plot -> plot.getTitle().equals("Noise model of " + model.id())));
		host.shown.clear();
		host.run(info, null, "plots=none");
		assertEquals(0, host.shown.size());
	}

	@Test
	void knowsCtByItsStoredValuesAsModelsDo() {
		host.session.setModel(model, "tiny");
		final ImagePlus image = TinyModel.waves(16, 1, 1, 1);
		host.run(info, image, "plots=none");
		final String before = fact("like \"waves\"");
		assertTrue(before.contains("median typicality"), before);
		image.getCalibration().setSigned16BitCalibration();
		host.run(info, image, "plots=none");
		assertEquals(before, fact("like \"waves\""));
	}

	@Test
	void saysThatAnImageIsTooSmallToTell() {
		host.session.setModel(model, "tiny");
		host.run(info, new ImagePlus("small", TinyModel.waves(8, 1, 1, 1).getProcessor().resize(20, 20)), "plots=none");
		assertTrue(fact("like \"small\"").contains("needs at least 32 x 32"), fact("like \"small\""));
	}

	@Test
	void aModelFromAFileBecomesTheCurrentOne(@TempDir final Path folder) {
		final Path file = folder.resolve("my model.vae.zip");
		host.session.setModel(model, "tiny");
		host.run(Actions.named("export"), null, "save=[" + file + "]");
		final RecordingHost other = new RecordingHost();
		other.run(info, null, "model=file file=[" + file + "] plots=none");
		assertEquals(model.id(), other.session.model().orElseThrow().model().id());
		assertEquals("my model.vae.zip", other.session.model().orElseThrow().name());
	}

	@Test
	void saysThatThereIsNoModel() {
		final InputException e = assertThrows(InputException.class, () -> host.run(info, null, "model=current"));
		assertTrue(e.getMessage().contains("no current model"), e.getMessage());
	}

	private String fact(final String name) {
		final ResultsTable table = host.table();
		for (int row = 0; row < table.size(); row++)
			if (table.getStringValue("fact", row).equals(name)) return table.getStringValue("value", row);
		throw new AssertionError("No fact " + name);
	}
}
