package org.vaerestore.blocks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.job.InputException;
import org.vaerestore.predict.Estimate;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.store.Stores;

/** What isn't the job that was begun isn't gone on with. */
class RefusalsTest {

	@TempDir
	Path folder;

	private Path input, output;

	@BeforeEach
	void begin() {
		input = folder.resolve("in.ome.zarr");
		output = folder.resolve("out.ome.zarr");
		Volume.write(Volume.waves(48, 40, 9), Volume.SPACE, input, ZarrFormat.V2, Volume.chunks(48, 40, 1));
		Jobs.begin(Jobs.enhance(input, output, null, Jobs.ALONE));
	}

	private static void assertTells(final String part, final Executable call) {
		final String message = assertThrows(InputException.class, call).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void anotherJobIsToldByWhatDiffers() {
		assertTrue(Planning.isBegun(output.toString(), Stores.local(), Map.of("seed", "1")));
		assertTells("was begun with seed 1, and is asked for with seed 2", () -> Planning.isBegun(output.toString(), Stores.local(), Map.of("seed",
			"2")));
		assertTells("was begun with no fast, and is asked for with fast yes", () -> Planning.isBegun(output.toString(), Stores.local(), Map.of(
			"seed", "1", "fast", "yes")));
		assertFalse(Planning.isBegun(folder.resolve("new.ome.zarr").toString(), Stores.local(), Map.of()));
		assertTells("exists already", () -> Planning.isBegun(input.toString(), Stores.local(), Map.of()));
		assertTells("exists already", () -> Jobs.begin(Jobs.enhance(input, input, null, Jobs.ALONE)));
		assertTells("There is no job", () -> Jobs.open(folder.resolve("new.ome.zarr")));
	}

	@Test
	void whatAJobNeedsIsCheckedByItsHash() throws IOException {
		change("vae-restore/model.vae.zip", text -> text + " ");
		assertTells("is not the one that the job was planned with", () -> Jobs.open(output));
		Files.delete(output.resolve("vae-restore/model.vae.zip"));
		assertTells("is missing", () -> Jobs.open(output));
	}

	@Test
	void anInputOfAnotherSizeIsRefused() throws IOException {
		final Path metadata = input.resolve("0/.zarray");
		Files.writeString(metadata, Files.readString(metadata).replaceFirst("9", "8"));
		assertTells("is another one than the job was planned for", () -> Jobs.open(output));
	}

	@Test
	void plansThatAreDamagedOrOfAnotherVersionAreRefused() throws IOException {
		change("vae-restore/plan.json", text -> text.replace("\"version\" : 1", "\"version\" : 2"));
		assertTells("of another version", () -> Jobs.open(output));
		change("vae-restore/plan.json", text -> text.replace("\"version\" : 2", "\"version\" : 1").replace("\"grid\"", "\"gird\""));
		assertTells("is damaged", () -> Jobs.open(output));
		change("vae-restore/plan.json", text -> text.substring(20));
		assertTells("is damaged", () -> Jobs.open(output));
	}

	@Test
	void arraysOfAnotherJobAreRefused() throws IOException {
		Jobs.open(output).close();
		change("0/.zarray", text -> text.replace("uint16", "uint8").replace("<u2", "|u1"));
		assertTells("is another one than the job had begun", () -> Jobs.open(output));
	}

	private void change(final String file, final UnaryOperator<String> edit) throws IOException {
		final Path path = output.resolve(file);
		final Charset bytes = StandardCharsets.ISO_8859_1;
		Files.writeString(path, edit.apply(Files.readString(path, bytes)), bytes);
	}

	@Test
	void alternativesAreManyImages() {
		assertTells("have one result", () -> Jobs.begin(Jobs.enhance(input, folder.resolve("a.ome.zarr"), null, Jobs.ALONE.with(
			Estimate.ALTERNATIVES, 4))));
	}

	/** Shares of one division are apart; whoever was killed on this machine isn't waited for. */
	@Test
	void twoProgramsDontWorkOnTheSameBlocks() throws IOException {
		final String where = output.toString();
		try (Lease first = Lease.take(where, Stores.local(), new BlockShare(1, 3)); Lease second = Lease.take(where, Stores.local(),
			new BlockShare(2, 3)))
		{
			assertTells("Another program is writing", () -> Lease.take(where, Stores.local(), new BlockShare(1, 3)));
			assertTells("Another program is writing", () -> Lease.take(where, Stores.local(), BlockShare.ALL));
			assertTells("process " + ProcessHandle.current().pid(), () -> Jobs.run(output));
			assertTells("Another program is writing", () -> Lease.take(where, Stores.local(), new BlockShare(1, 4)));
		}
		Lease.take(where, Stores.local(), BlockShare.ALL).close();
		final Path held = output.resolve("vae-restore/running/all");
		final String machine = Files.readAllLines(held).get(0);
		Files.writeString(held, machine + "\n" + 99_999_999 + "\n" + Instant.now());
		Lease.take(where, Stores.local(), BlockShare.ALL).close();
		Files.writeString(held, "elsewhere\n5\n" + Instant.now());
		assertTells("process 5 on elsewhere", () -> Lease.take(where, Stores.local(), BlockShare.ALL));
		Files.writeString(held, "elsewhere\n5\n" + Instant.now().minusSeconds(150));
		Lease.take(where, Stores.local(), BlockShare.ALL).close();
		Files.writeString(held, "scribbled over");
		Lease.take(where, Stores.local(), BlockShare.ALL).close();
	}
}
