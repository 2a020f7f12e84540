package org.vaerestore.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.blocks.BlockShare;
import org.vaerestore.job.Lines;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

/** Jobs as large as they get; -Dspark.test.blocksPerTask=8 gives as many tasks as they would have. */
class ManyBlocksTest {

	private static final int BLOCKS = 1_000_000;

	@TempDir
	Path folder;

	@Test
	void passesOverAMillionBlocksThatAreDone() {
		final String output = new TestJob(folder, 64, BLOCKS).planned("output");
		final List<String> lines = new ArrayList<>();
		try (JavaSparkContext spark = TestSpark.threads(SparkJobs.BLOCKS_PER_TASK + "=" + Integer.getInteger("spark.test.blocksPerTask",
			1000)))
		{
			new SparkRunner(spark).run(output, new AllDone(), BlockShare.ALL, 1, new Lines(lines));
		}
		assertEquals(List.of(BLOCKS + " of " + BLOCKS + " blocks were done already."), lines);
	}

	/** Local folders that say of each chunk that it is there. */
	record AllDone() implements Stores {

		@Override
		public Store open(final String location) throws IOException {
			final Store store = Stores.local().open(location);
			final InvocationHandler handler = (proxy, method, arguments) -> method.getName().equals("size") && arguments[0].toString().contains(
				"/c/") ? OptionalLong.of(1) : method.invoke(store, arguments);
			return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] { Store.class }, handler);
		}
	}
}
