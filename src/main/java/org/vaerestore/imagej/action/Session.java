package org.vaerestore.imagej.action;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.vaerestore.job.InputException;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.ModelSize;
import org.vaerestore.train.TrainingCost;

import ij.IJ;

/** What lasts between the commands of one ImageJ: the current model, and which command is at work. */
public final class Session {

	private static final String PROPERTY = "org.vaerestore.session";

	private final AtomicReference<NamedModel> model = new AtomicReference<>();
	private final AtomicReference<Running> running = new AtomicReference<>();

	private final Map<ModelSize, TrainingCost> costs = new ConcurrentHashMap<>();

	/** Creates a session without a model. */
	public Session() {}

	/** Returns the session of this ImageJ, which keeps it among its own properties. */
	public static Session ofImageJ() {
		synchronized (IJ.class) {
			// After ImageJ has reloaded its plugins an older class's session is of no use.
			if (IJ.getProperty(PROPERTY) instanceof Session session) return session;
			final Session session = new Session();
			IJ.setProperty(PROPERTY, session);
			return session;
		}
	}

	/** A model and what to call it. */
	public record NamedModel(VaeModel model, String name) {
	}

	/** Returns the current model: the one trained or opened last. */
	public Optional<NamedModel> model() {
		return Optional.ofNullable(model.get());
	}

	/** Makes a model the current one. */
	public void setModel(final VaeModel newModel, final String name) {
		model.set(new NamedModel(newModel, name));
	}

	/** Returns what training a model of a size takes, measured once. */
	TrainingCost cost(final ModelSize size, final Supplier<TrainingCost> measurement) {
		return costs.computeIfAbsent(size, absent -> measurement.get());
	}

	/**
	 * Begins a job; one at a time, as two would each take ten times as long.
	 *
	 * @param job the command's label
	 * @return to be closed at the job's end
	 * @throws InputException if another one is at work
	 */
	public Job begin(final String job) {
		final Running begun = new Running(job);
		final Running other = running.compareAndExchange(null, begun);
		if (other != null) throw new InputException("\"" + other.name + "\" is still at work. Wait until it is done, or press " +
			"Escape in ImageJ's main window to end it.");
		return begun;
	}

	/** A job at work. */
	public interface Job extends AutoCloseable {

		@Override
		void close();
	}

	private final class Running implements Job {

		private final String name;

		Running(final String name) {
			this.name = name;
		}

		// Closed twice, it must not end the job after it.
		@Override
		public void close() {
			running.compareAndSet(this, null);
		}
	}
}
