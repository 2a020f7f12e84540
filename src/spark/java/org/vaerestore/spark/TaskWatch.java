package org.vaerestore.spark;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

import scala.jdk.javaapi.CollectionConverters;

/**
 * Watches the tasks of a run: which are running, and what these have counted, as machines tell every some seconds.
 * <p>
 * Spark itself counts what a task does when it ends; that takes minutes, and a user wants to see it go on. One watches as long as
 * its Spark lives: to be taken from it, it might wait for ever.
 * </p>
 */
final class TaskWatch extends SparkListener {

	private final Set<Integer> stages = ConcurrentHashMap.newKeySet();
	private final Map<Long, Double> running = new ConcurrentHashMap<>();
	private volatile String group = "";
	private volatile long counted;

	/**
	 * Watches other tasks from now on.
	 *
	 * @param ofGroup of jobs
	 * @param whatCounts number of what they count
	 */
	void begin(final String ofGroup, final long whatCounts) {
		running.clear();
		stages.clear();
		group = ofGroup;
		counted = whatCounts;
	}

	/** Returns what tasks have counted that haven't ended. */
	double countedByRunning() {
		return running.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	boolean isAnyRunning() {
		return !running.isEmpty();
	}

	@Override
	public void onStageSubmitted(final SparkListenerStageSubmitted event) {
		if (event.properties() != null && group.equals(event.properties().getProperty("spark.jobGroup.id"))) stages.add(event.stageInfo()
			.stageId());
	}

	@Override
	public void onTaskStart(final SparkListenerTaskStart event) {
		if (stages.contains(event.stageId())) running.put(event.taskInfo().taskId(), 0.0);
	}

	@Override
	public void onTaskEnd(final SparkListenerTaskEnd event) {
		running.remove(event.taskInfo().taskId());
	}

	@Override
	public void onExecutorMetricsUpdate(final SparkListenerExecutorMetricsUpdate event) {
		CollectionConverters.asJava(event.accumUpdates()).forEach(task -> CollectionConverters.asJava(task._4()).forEach(info -> update(
			(Long) task._1(), info)));
	}

	private void update(final long task, final AccumulableInfo info) {
		if (info.id() == counted && info.update().isDefined() && info.update().get() instanceof Double count) running.computeIfPresent(task, (
			id, before) -> count);
	}
}
