package org.vaerestore.spark;

import java.io.Serializable;

import org.apache.spark.SparkContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;

/** What tasks count, for whoever waits for them and for Spark's own pages. */
final class Counts implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Those that were done before count, too, and of one that is worked on what is done of it. */
	private final DoubleAccumulator done;
	private final LongAccumulator computed, pixels;

	Counts(final SparkContext spark) {
		done = spark.doubleAccumulator("blocks done");
		computed = spark.longAccumulator("blocks computed");
		pixels = spark.longAccumulator("pixels computed");
	}

	/** Counts blocks that are done, now or before, or a part of one. */
	void done(final double blocks) {
		done.add(blocks);
	}

	/** Counts a block that was worked on. */
	void computed(final long pixelsOfIt) {
		computed.add(1L);
		pixels.add(pixelsOfIt);
	}

	/** Returns the number of blocks that are done, of tasks that have ended. */
	double allDone() {
		return done.value();
	}

	/** Returns the number of blocks that were worked on, of tasks that have ended. */
	long allComputed() {
		return computed.value();
	}

	/** Returns the number by which Spark knows what is counted of blocks that are done. */
	long doneId() {
		return done.id();
	}
}
