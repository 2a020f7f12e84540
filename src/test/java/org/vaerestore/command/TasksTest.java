package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.event.ModuleExecutingEvent;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;
import org.vaerestore.imagej.TinyModel;

/** Commands are among the application's tasks while they run, and end when their user wants them to. */
class TasksTest extends ScijavaTest {

	private final List<Task> tasks = new ArrayList<>();
	private final List<Long> steps = new ArrayList<>();
	private Consumer<Task> onTask = task -> {};
	private Consumer<Cancelable> onStart = module -> {};

	@Test
	void aTaskTellsHowFarItIs() throws Exception {
		assertFalse(enhance().isCanceled());
		final Task task = tasks.get(0);
		assertEquals("VAE Enhance", task.getName());
		assertTrue(task.isDone());
		assertTrue(steps.stream().allMatch(step -> step >= 0 && step <= task.getProgressMaximum()), steps.toString());
		assertEquals(steps.stream().sorted().toList(), steps);
	}

	@Test
	void cancellingTheTaskEndsTheCommand() throws Exception {
		onTask = task -> {
			if (!task.isCanceled()) task.cancel("not now");
		};
		assertTrue(enhance().isCanceled());
		assertTrue(tasks.get(0).isDone());
	}

	@Test
	void cancellingTheCommandEndsItAndKeepsTheReason() throws Exception {
		onStart = module -> module.cancel("not today");
		final CommandModule module = enhance();
		assertEquals("not today", module.getCancelReason());
		assertEquals(List.of(), module.getOutput("resultImages"));
	}

	private CommandModule enhance() throws Exception {
		context.service(EventService.class).subscribe(this);
		return run("EnhanceCommand", Map.of("imp", TinyModel.waves(8, 1, 2, 1)));
	}

	@EventHandler
	void hear(final TaskEvent event) {
		if (!tasks.contains(event.getTask())) tasks.add(event.getTask());
		steps.add(event.getTask().getProgressValue());
		onTask.accept(event.getTask());
	}

	@EventHandler
	void hear(final ModuleExecutingEvent event) {
		onStart.accept((Cancelable) event.getModule());
	}
}
