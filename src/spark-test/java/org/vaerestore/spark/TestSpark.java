package org.vaerestore.spark;

import java.util.List;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Sparks on this machine, whose programs begin quickly. */
final class TestSpark {

	private TestSpark() {}

	/** Tasks as threads of this program, each tried four times as elsewhere. */
	static JavaSparkContext threads(final String... settings) {
		return start("local[2,4]", settings);
	}

	/** Tasks in two programs of their own, as on two machines. */
	static JavaSparkContext programs(final String... settings) {
		return start("local-cluster[2,1,1024]", settings);
	}

	private static JavaSparkContext start(final String master, final String... settings) {
		final SparkConf conf = new SparkConf(false).setMaster(master).setAppName("test").set("spark.ui.enabled", "false").set(
			"spark.driver.host", "localhost").set("spark.driver.bindAddress", "127.0.0.1").set("spark.executor.extraClassPath", SparkHome
				.laidOut()).set("spark.executor.extraJavaOptions",
					"-Djava.awt.headless=true -XX:TieredStopAtLevel=1 -XX:+UseSerialGC").set("spark.executorEnv.OMP_WAIT_POLICY",
					"PASSIVE").set("spark.executor.heartbeatInterval", "1s");
		for (final String setting : settings) {
			final int equals = setting.indexOf('=');
			conf.set(setting.substring(0, equals), setting.substring(equals + 1));
		}
		final JavaSparkContext spark = new JavaSparkContext(conf);
		spark.setLogLevel("ERROR");
		return spark;
	}

	/** Returns the programs that run tasks. */
	static List<ProcessHandle> executors() {
		return ProcessHandle.current().descendants().filter(process -> process.info().commandLine().orElse("").contains(
			"CoarseGrainedExecutorBackend")).toList();
	}
}
