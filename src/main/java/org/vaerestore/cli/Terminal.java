package org.vaerestore.cli;

import java.io.PrintWriter;

import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

/**
 * Where a command writes, and who may interrupt it.
 *
 * @param out for results
 * @param err for errors
 * @param remarks for progress and what is told before it
 * @param interactive whether a person looks on while it runs
 * @param interrupt asks the job to end
 */
record Terminal(PrintWriter out, PrintWriter err, Remarks remarks, boolean interactive, Interrupt interrupt) {

	static Terminal of(final PrintWriter out, final PrintWriter err, final boolean interactive, final Interrupt interrupt) {
		return new Terminal(out, err, new Remarks(err), interactive, interrupt);
	}

	/** Starts to show the progress of a job. */
	TerminalProgress progress() {
		return new TerminalProgress(remarks::told, interactive, interrupt, System::nanoTime);
	}

	/** Takes a line that tells what is going to be done; written with the first progress, or with the result. */
	void remark(final String line) {
		remarks.add(line);
	}

	/** Writes a line that tells what is being done. */
	void announce(final String line) {
		remarks.add(line);
		remarks.told();
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
		remarks.told();
		out.println(line);
		out.flush();
	}
}
