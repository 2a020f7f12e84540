package org.vaerestore.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.vaerestore.cli.Execution;
import org.vaerestore.cli.Main;

/**
 * The command line of VAE Restore for spark-submit: its jobs of blocks run on Spark, and its images can be wherever Spark reaches.
 * <p>
 * What isn't a job of blocks runs where this program does.
 * </p>
 */
public final class VaeRestoreSpark {

	private VaeRestoreSpark() {}

	/** Runs one command and ends Java with its exit code, unless the command succeeded. */
	public static void main(final String[] arguments) {
		// Images are outlined as ImageJ has them, and there may be no display.
		System.setProperty("java.awt.headless", "true");
		final int code = run(arguments);
		if (code != 0) System.exit(code);
	}

	static int run(final String... arguments) {
		try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "VAE Restore"))) {
			return Main.run(arguments, new Execution(new SparkRunner(spark), new HadoopStores(spark.hadoopConfiguration())));
		}
	}
}
