package org.vaerestore.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.store.FolderStore;
import org.vaerestore.zarr.store.Store;

class HadoopStoresTest {

	@TempDir
	Path folder;

	/** Not by Hadoop's local files, which put a checksum beside each. */
	@ParameterizedTest
	@ValueSource(strings = { "a b#c%20", "plain" })
	void opensLocalFoldersAsTheCommandLineDoes(final String name) throws IOException {
		final Path inside = folder.resolve(name);
		for (final String location : List.of(inside.toString(), "file:" + inside, "file://" + inside))
			try (Store store = new HadoopStores(new Configuration()).open(location)) {
				assertInstanceOf(FolderStore.class, store);
				store.write("a", new byte[1]);
				assertEquals(inside.toString(), store.describe(""), location);
			}
		try (var files = Files.list(inside)) {
			assertEquals(List.of("a"), files.map(file -> file.getFileName().toString()).toList());
		}
	}

	/** On another machine, whose own configuration may know nothing. */
	@Test
	void carriesItsConfiguration() throws Exception {
		final Configuration configuration = new Configuration();
		configuration.set("fs.flaky.impl", Flaky.class.getName());
		configuration.set("fs.flaky.impl.disable.cache", "true");
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(new HadoopStores(configuration));
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			final Store store = ((HadoopStores) in.readObject()).open("flaky:" + folder + "/a");
			store.write("b", new byte[1]);
			assertEquals("flaky:" + folder + "/a/b", store.describe("b"));
		}
		assertTrue(Files.exists(folder.resolve("a/b")));
	}

	/** A path without a scheme is in it. */
	@Test
	void takesTheDefaultFileSystem() throws IOException {
		final Configuration configuration = new Configuration();
		configuration.set("fs.flaky.impl", Flaky.class.getName());
		configuration.set("fs.defaultFS", "flaky:///");
		assertInstanceOf(HadoopStore.class, new HadoopStores(configuration).open(folder.toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nowhere://a/b", "s3a://bucket/folder", "", ":", "a:b" })
	void saysWhatThereIsNoWayTo(final String location) {
		final HadoopStores stores = new HadoopStores(new Configuration());
		final String message = assertThrows(InputException.class, () -> stores.open(location)).getMessage();
		assertTrue(message.startsWith("There is no way to " + location + ": "), message);
		assertTrue(message.contains("hadoop-aws:3."), message);
	}

	/** Local files of a scheme that only a configuration knows. */
	public static final class Flaky extends org.apache.hadoop.fs.RawLocalFileSystem {

		@Override
		public java.net.URI getUri() {
			return java.net.URI.create("flaky:///");
		}
	}
}
