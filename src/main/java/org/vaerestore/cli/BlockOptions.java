package org.vaerestore.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vaerestore.blocks.BlockShare;
import org.vaerestore.blocks.JobRequest;
import org.vaerestore.blocks.Planning;
import org.vaerestore.blocks.Trial;
import org.vaerestore.imagej.ZarrJobs;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.MemoryBudget;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How a job from OME-Zarr to OME-Zarr is divided, and that it is only to be tried. */
final class BlockOptions {

	/** What doesn't change the result. */
	private static final Set<String> BESIDE = Set.of("--threads", "--blocks", "--dry-run", "--output", "--report", "--stacktrace", "--help", "--version");

	/** A job, and the model that is to do it. */
	record Planned(JobRequest request, VaeModel model) {}

	@Option(names = "--blocks", paramLabel = "K/N", converter = OfShare.class, description =
		"Work on a share of the blocks alone, such as 3/16, for 16 programs on any machines; from and to OME-Zarr. The first share " +
			"plans the job, the last one that ends makes an image of the result.")
	private BlockShare share;

	@Option(names = "--dry-run", description =
		"Tell blocks, memory and time of a job from and to OME-Zarr, found from three blocks, and write nothing.")
	private boolean dry;

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command;

	/** Fails if something is asked for that is for jobs of blocks alone. */
	void requireNone() {
		if (share == null && !dry) return;
		throw new InputException((dry ? "--dry-run" : "--blocks " + share) +
			" is for jobs from OME-Zarr to OME-Zarr, with --result mean or natural; give such an --input and --output, or leave it out.");
	}

	/**
	 * Begins a job or goes on with it.
	 *
	 * @param planner asks for the job if it isn't begun, by the options that change its result
	 * @return whether the result is an image now
	 */
	boolean run(final Path output, final Function<Map<String, String>, Planned> planner, final int threads, final Execution execution,
		final Terminal terminal)
	{
		final String location = ZarrJobs.location(output);
		final BlockShare own = share == null ? BlockShare.ALL : share;
		final Map<String, String> asked = asked();
		if (!isBegun(location, own, asked, execution, terminal)) {
			final Planned job = planner.apply(asked);
			if (dry) {
				tell(job, threads, execution, terminal);
				return false;
			}
			Planning.begin(job.request(), job.model(), execution.stores());
		}
		else if (dry) throw new InputException("The job " + output + " is begun already, and --dry-run is for what isn't; leave it out.");
		else if (own.isAll()) Planning.requireUnfinished(location, execution.stores());
		else if (Planning.isFinished(location, execution.stores())) return true;
		try (TerminalProgress progress = terminal.progress()) {
			execution.runner().run(location, execution.stores(), own, threads, progress);
		}
		catch (final CancelledException e) {
			throw new CancelledException("Cancelled; the blocks that are done are kept, and the same command goes on with the others.");
		}
		return Planning.isFinished(location, execution.stores());
	}

	/** The first share plans; others wait for it. */
	private static boolean isBegun(final String location, final BlockShare own, final Map<String, String> asked,
		final Execution execution, final Terminal terminal)
	{
		if (Planning.isBegun(location, execution.stores(), asked)) {
			if (own.isAll()) terminal.remark("Going on with the job that was begun.");
			return true;
		}
		if (own.part() == 1) return false;
		try (TerminalProgress progress = terminal.progress()) {
			Planning.await(location, execution.stores(), asked, progress);
		}
		return true;
	}

	private static void tell(final Planned job, final int threads, final Execution execution,
		final Terminal terminal)
	{
		final Trial trial;
		try (TerminalProgress progress = terminal.progress()) {
			trial = Trial.of(job.request(), job.model(), execution.stores(), threads, progress);
		}
		terminal.print(trial.blocks() + (trial.blocks() == 1 ? " block" : " blocks") + " of up to " + trial.block().stream().map(String::valueOf)
			.collect(Collectors.joining(" x ")) + " pixels (x first).");
		terminal.print(MemoryBudget.now().compare(trial.memory()));
		terminal.print("About " + time(trial.seconds()) + " with " + threads + (threads == 1 ? " thread" : " threads") +
			", divided by the number of such programs that work on shares.");
	}

	/** Returns the model that a job was done with. */
	static VaeModel model(final Path output, final Execution execution) {
		return Planning.model(ZarrJobs.location(output), execution.stores());
	}

	private static String time(final double seconds) {
		return seconds < 90 ? Math.round(seconds) + " s" : seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
	}

	/** Returns all options that change the result, also those that weren't given. */
	private Map<String, String> asked() {
		final Map<String, String> asked = new TreeMap<>();
		asked.put("command", command.name());
		for (final OptionSpec option : command.options()) {
			final Object value = option.getValue();
			if (value == null || BESIDE.contains(option.longestName())) continue;
			asked.put(option.longestName(), value instanceof Path path && Files.exists(path) ? ZarrJobs.location(path) : value.getClass().isArray() ? Arrays.asList(
				(Object[]) value).toString() : value.toString());
		}
		return asked;
	}

	/** Reads a share. */
	static final class OfShare implements ITypeConverter<BlockShare> {

		@Override
		public BlockShare convert(final String text) {
			try {
				return BlockShare.of(text);
			}
			catch (final InputException e) {
				throw new TypeConversionException(e.getMessage());
			}
		}
	}
}
