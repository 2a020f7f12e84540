package org.vaerestore.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.regex.Pattern;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

/**
 * Opens what Hadoop's file systems reach, such as {@code hdfs://host/folder} or {@code s3a://bucket/folder}, and local folders.
 * <p>
 * A location without a scheme is where Hadoop's own commands would look for it: in the default file system of the
 * configuration, which is the local one if none was configured. Local folders are written as the command line writes them.
 * What is sent to other machines carries the configuration, so that these need none.
 * </p>
 */
public final class HadoopStores implements Stores {

	private static final long serialVersionUID = 1L;

	/** Which looks like a scheme of one letter. */
	private static final Pattern DRIVE = Pattern.compile("[a-zA-Z]:[\\\\/]");

	private transient Configuration configuration;
	private final Stores local = Stores.local();

	/**
	 * Takes a configuration.
	 *
	 * @param configuration is copied
	 */
	public HadoopStores(final Configuration configuration) {
		this.configuration = new Configuration(configuration);
	}

	/**
	 * Opens a location.
	 *
	 * @throws InputException if there is no file system for it
	 */
	@Override
	public Store open(final String location) throws IOException {
		try {
			final Path folder = DRIVE.matcher(location).lookingAt() ? new Path("file:/" + location.replace('\\', '/')) : new Path(location);
			final FileSystem files = folder.getFileSystem(configuration);
			// A path may have what a URI gives a meaning.
			if (!isLocal(files)) return new HadoopStore(files, folder);
			return local.open(location.startsWith("file:") ? folder.toUri().getPath() : location);
		}
		// Whatever Hadoop throws for schemes that it doesn't know, whose jar it doesn't find, or whose settings are missing.
		catch (final IOException | RuntimeException e) {
			throw new InputException("There is no way to " + location + ": " + e.getMessage() + ". Locations are paths, or such as " +
				"hdfs://HOST/FOLDER and s3a://BUCKET/FOLDER; for what Spark doesn't bring, give it the jar, for s3a with " +
				"--packages org.apache.hadoop:hadoop-aws:" + VersionInfo.getVersion() + ".", e);
		}
	}

	private static boolean isLocal(final FileSystem files) {
		return files.getUri().getScheme().equals("file");
	}

	private void writeObject(final ObjectOutputStream out) throws IOException {
		out.defaultWriteObject();
		configuration.write(out);
	}

	private void readObject(final ObjectInputStream in) throws IOException, ClassNotFoundException {
		in.defaultReadObject();
		// What was sent has the defaults, too.
		configuration = new Configuration(false);
		configuration.readFields(in);
	}
}
