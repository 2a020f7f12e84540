package org.vaerestore.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.blocks.BlockShare;
import org.vaerestore.job.Progress;

/** A job on what only Hadoop reaches, in programs that know of it by what they are sent; -Dspark.test.files=hdfs://HOST/FOLDER for another. */
class HadoopJobTest {

	@TempDir
	Path folder;

	@Test
	void worksWhereOnlyHadoopReaches() throws IOException {
		final TestJob job = new TestJob(folder);
		final String expected = job.doneHere("expected");
		final String root = System.getProperty("spark.test.files", "other:" + folder.resolve("elsewhere")) + "/" + UUID.randomUUID();
		try (JavaSparkContext spark = TestSpark.programs("spark.hadoop.fs.other.impl=" + Other.class.getName())) {
			final FileSystem files = FileSystem.get(URI.create(root), spark.hadoopConfiguration());
			final org.apache.hadoop.fs.Path input = new org.apache.hadoop.fs.Path(root, "input");
			files.copyFromLocalFile(new org.apache.hadoop.fs.Path(job.input().toUri()), input);
			final HadoopStores stores = new HadoopStores(spark.hadoopConfiguration());
			final String output = job.planned(input.toString(), root + "/output", stores);
			new SparkRunner(spark).run(output, stores, BlockShare.ALL, 1, Progress.silent());
			final Path fetched = folder.resolve("fetched");
			files.copyToLocalFile(false, new org.apache.hadoop.fs.Path(output), new org.apache.hadoop.fs.Path(fetched.toUri()), true);
			TestJob.assertSamePixels(expected, fetched.toString());
		}
	}

	/** Local files of a scheme that only the configuration knows. */
	public static final class Other extends RawLocalFileSystem {

		@Override
		public URI getUri() {
			return URI.create("other:///");
		}
	}
}
