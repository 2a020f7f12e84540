package org.vaerestore.cli;

import java.io.PrintWriter;

import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

/**
 * Where a command writes, and who may interrupt it.
 *
 * @param out for results
 * @param err for progress, remarks and errors
 * @param interactive whether a person looks on while it runs
 * @param interrupt asks the job to end
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Interrupt interrupt) {

	/** Starts to show the progress of a job. */
	TerminalProgress progress() {
		return new TerminalProgress(err, interactive, interrupt, System::nanoTime);
	}

	/** Writes a line that tells what is being done. */
	void remark(final String line) {
		err.println(line);
		err.flush();
	}

	/**
	 * Tells what a job takes of memory.
	 *
	 * @param what the job is, for the user
	 * @throws org.vaerestore.job.InputException if there isn't as much
	 */
	void remarkMemory(final MemoryNeed need, final String what) {
		MemoryBudget.require(need, what, "use a smaller image or fewer --threads");
		remark(MemoryBudget.now().compare(need));
	}

	/** Writes a line of the result. */
	void print(final String line) {
		out.println(line);
		out.flush();
	}
}
