package org.vaerestore.predict;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.TileGrid;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

/**
 * How planes are cut into tiles and divided between threads: as is quickest, or, where memory is short, the quickest that fits.
 * <p>
 * Other tiles give results that differ by less than can be seen, and not the same bits.
 * </p>
 *
 * @param tiling into which tiles
 * @param threads that compute side by side
 * @param memory that it takes
 */
public record TilePlan(Tiling tiling, int threads, MemoryNeed memory) {

	private static final int LARGEST = 512, SMALLEST = 64;

	/**
	 * Returns the quickest plan that fits.
	 *
	 * @param job what is to be done
	 * @param besides what the job takes besides tiles and network
	 * @param threads most threads, at least 1
	 * @param budget what is free
	 * @return if none fits, the one that takes least
	 */
	public static TilePlan of(final PlaneJob job, final MemoryNeed besides, final int threads, final MemoryBudget budget) {
		final Stream<TilePlan> quickestFirst = Stream.concat(Stream.of(new TilePlan(job, besides, LARGEST, threads)), all(job,
			besides, threads).sorted(Comparator.comparingDouble(plan -> plan.cost(job))));
		return quickestFirst.filter(plan -> budget.covers(plan.memory)).findFirst().orElseGet(() -> all(job, besides, threads)
			.min(Comparator.comparingLong(plan -> plan.memory.all())).orElseThrow());
	}

	/**
	 * Returns the quickest plan that fits into what is free now, and logs a line if it isn't the usual one.
	 *
	 * @param what the memory is for, in a few words
	 * @throws org.vaerestore.job.InputException if none fits
	 */
	public static TilePlan require(final PlaneJob job, final MemoryNeed besides, final int threads, final String what,
		final Progress progress)
	{
		final TilePlan usual = new TilePlan(job, besides, LARGEST, threads);
		final TilePlan plan = of(job, besides, threads, MemoryBudget.nowFor(usual.memory));
		MemoryBudget.require(plan.memory, what, "use a smaller image or model");
		if (plan.tiling.core() != LARGEST || plan.threads != threads) progress.log("Memory is short: working with tiles of " +
			plan.tiling.core() + " pixels and " + plan.threads + (plan.threads == 1 ? " thread" : " threads") + ", which takes longer.");
		return plan;
	}

	/**
	 * Returns the plan for a part of an image: the quickest one that fits, or, where bits must be the same on every machine, that whose
	 * tiles are.
	 *
	 * @throws org.vaerestore.job.InputException if none fits
	 */
	public static TilePlan require(final PlaneJob job, final MemoryNeed besides, final int threads, final Cutout cutout, final String what,
		final Progress progress)
	{
		return cutout.alike() ? requireAlike(job, besides, threads, what) : require(job, besides, threads, what, progress);
	}

	/**
	 * Returns the plan with as many threads as fit into what is free now, whose tiles, and so bits, are the same on every machine.
	 *
	 * @throws org.vaerestore.job.InputException if there isn't memory for one thread
	 */
	private static TilePlan requireAlike(final PlaneJob job, final MemoryNeed besides, final int threads, final String what) {
		TilePlan plan = alike(job, besides, threads);
		while (plan.threads > 1 && !MemoryBudget.nowFor(plan.memory).covers(plan.memory))
			plan = alike(job, besides, plan.threads / 2);
		MemoryBudget.require(plan.memory, what, "give Java more memory, or use a smaller model");
		return plan;
	}

	/** Returns how many pixels networks see of a line of so many, by the plan whose tiles are the same on every machine. */
	public static long seen(final int length) {
		final TileGrid grid = TileGrid.of(length, 1, LARGEST, PlanePredictor.HALO, 1);
		return (long) grid.columns() * grid.inputWidth();
	}

	/** Returns the plan whose tiles are the same on every machine. */
	private static TilePlan alike(final PlaneJob job, final MemoryNeed besides, final int threads) {
		return new TilePlan(job, besides, new Tiling(LARGEST, 1), threads);
	}

	private TilePlan(final PlaneJob job, final MemoryNeed besides, final int core, final int threads) {
		this(job, besides, new Tiling(core, threads), threads);
	}

	private TilePlan(final PlaneJob job, final MemoryNeed besides, final Tiling tiling, final int threads) {
		this(tiling, threads, job.memory(tiling, PlanePredictor.HALO, threads).and(besides));
	}

	private static Stream<TilePlan> all(final PlaneJob job, final MemoryNeed besides, final int threads) {
		return IntStream.iterate(LARGEST, core -> core >= SMALLEST, core -> core / 2).boxed().flatMap(core -> IntStream
			.iterate(threads, some -> some >= 1, some -> some / 2).mapToObj(some -> new TilePlan(job, besides, core, some)));
	}

	/** Pixels that a thread computes in all, halos included. */
	private double cost(final PlaneJob job) {
		final var grid = job.grid(tiling, PlanePredictor.HALO);
		return (double) grid.tiles().size() * grid.inputWidth() * grid.inputHeight() / threads;
	}
}
