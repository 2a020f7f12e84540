package org.vaerestore.blocks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.file.FileFailure;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.vae.Engine;
import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.UnfinishedImage;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrArray;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

/** Decides all that is to be decided of a job before its first block, and stores it beside the result. */
public final class Planning {

	/** Stands for the axis of slices in plans: blocks are of x, y and one more. */
	private static final int SLICES = 2;

	private static final Duration PATIENCE = Duration.ofMinutes(30), PAUSE = Duration.ofMillis(500);

	private Planning() {}

	/**
	 * Returns whether a job was begun already, which then only has to be gone on with.
	 *
	 * @param asked see {@link JobRequest}
	 * @throws InputException if another one was begun there, or there is something else
	 */
	public static boolean isBegun(final String output, final Stores stores, final Map<String, String> asked) {
		try (Store store = stores.open(output)) {
			final Optional<JobPlan> begun = PlanFile.read(store);
			if (begun.isPresent()) {
				PlanFile.requireSame(begun.get(), asked, store);
				return true;
			}
			requireEmpty(store);
			return false;
		}
		catch (final IOException e) {
			throw unreadable(output, e);
		}
	}

	/** Returns whether there is the plan of a job, whatever it is. */
	public static boolean isThere(final String output, final Stores stores) {
		try (Store store = stores.open(output)) {
			return store.size(PlanFile.PLAN).isPresent();
		}
		catch (final IOException e) {
			return false;
		}
	}

	/** Returns the model of a job that is begun. */
	public static VaeModel model(final String output, final Stores stores) {
		try (Store store = stores.open(output)) {
			return PlanFile.model(PlanFile.read(store).orElseThrow(() -> new InputException("There is no job at " + output + ".")), store);
		}
		catch (final IOException e) {
			throw unreadable(output, e);
		}
	}

	/** Returns whether the job is done, and its result an image. */
	public static boolean isFinished(final String output, final Stores stores) {
		try (Store store = stores.open(output)) {
			return PlanFile.read(store).map(plan -> Node.root(store).isGroup(plan.result().format())).orElse(false);
		}
		catch (final IOException e) {
			throw unreadable(output, e);
		}
	}

	/**
	 * Fails if a job is finished, as results are not written over.
	 *
	 * @throws InputException if it is
	 */
	public static void requireUnfinished(final String output, final Stores stores) {
		if (isFinished(output, stores)) throw exists(output);
	}

	private static InputException exists(final String output) {
		return new InputException("The output " + output + " exists already, and OME-Zarrs are not written over; choose another path, or delete it.");
	}

	/**
	 * Waits until another program has begun a job.
	 *
	 * @param asked see {@link #isBegun}
	 * @throws InputException if nobody begins it for half an hour, or another job was begun
	 * @throws org.vaerestore.job.CancelledException if the job is to end
	 */
	public static void await(final String output, final Stores stores, final Map<String, String> asked, final Progress progress) {
		final Instant end = Instant.now().plus(PATIENCE);
		while (!isBegun(output, stores, asked)) {
			progress.checkCancelled();
			progress.update(0, "waiting for the first share to plan the job");
			if (Instant.now().isAfter(end)) throw new InputException("The job " + output + " isn't planned since " + PATIENCE.toMinutes() +
				" minutes, which the first share does; begin that, or work on all blocks.");
			try {
				Thread.sleep(PAUSE.toMillis());
			}
			catch (final InterruptedException e) {
				throw Causes.unwrapped(e);
			}
		}
	}

	/** What was begun and is no job yet doesn't count. */
	private static void requireEmpty(final Store store) throws IOException {
		if (!store.size("").isPresent() && store.list("").stream().allMatch(PlanFile.FOLDER::equals)) return;
		throw exists(store.describe(""));
	}

	private static InputException unreadable(final String location, final IOException e) {
		return new InputException(location + " can't be read or written (" + FileFailure.reason(e) + "); allow it, or choose another path.", e);
	}

	/**
	 * Stores the plan of a job beside its result, so that anybody can work on it.
	 *
	 * @param model to work with, which is stored, too
	 * @throws InputException if something doesn't fit, or can't be written
	 */
	public static void begin(final JobRequest request, final VaeModel model, final Stores stores) {
		begin(request, model, stores, BlockGrid.LARGEST);
	}

	/** See the other method. */
	static void begin(final JobRequest request, final VaeModel model, final Stores stores, final int largest) {
		try (Store store = stores.open(request.output())) {
			requireEmpty(store);
			if (request.uncertainty() != null) try (Store beside = stores.open(request.uncertainty())) {
				requireEmpty(beside);
			}
			final byte[] bytes = ModelFile.bytes(model);
			final JobPlan plan = plan(request, bytes, largest);
			PlanFile.write(PlanFile.MODEL, bytes, store);
			if (request.work() instanceof JobRequest.Restore restore && restore.mask() instanceof JobRequest.DrawnMask drawn) DrawnMaskFile.write(
				drawn.pixels(), Node.root(store).child(PlanFile.MASK));
			// Whoever finds the plan finds all else.
			PlanFile.write(plan, store);
		}
		catch (final IOException e) {
			throw unreadable(request.output(), e);
		}
	}

	/** Returns the plan of a job that isn't begun. */
	static JobPlan plan(final JobRequest request, final byte[] model, final int largest) {
		final OmeImage image = request.image();
		final ZarrArray array = image.levels().get(0).array();
		final HyperstackAxes axes = HyperstackAxes.of(image);
		final ResultSpec result = new ResultSpec(image);
		final JobPlan.Work work = work(request, result.dimensions(), axes);
		final BlockWork.Reach reach = work.reach();
		final BlockGrid grid = BlockGrid.of(new BlockGrid.Demand(result.dimensions(), Arrays.stream(array.chunk()).boxed().toList(), array.type()
			.bytes(), result.chunk(), request.type().bytes() + (request.uncertainty() == null ? 0 : Float.BYTES), reach.pixels(), reach.planes(),
			largest), axes);
		return new JobPlan(JobPlan.VERSION, Engine.productVersion(), request.asked(), new StoredArray(request.location(), array.path(), axes),
			PlanFile.hash(array), grid, PlanFile.hash(model), work, UnfinishedImage.describe(result.spec(request.type(), grid, request, request
				.channels())), request.uncertainty() == null ? null : new JobPlan.Elsewhere(request.uncertainty(), UnfinishedImage.describe(result.spec(
					DataType.FLOAT32, grid, request, List.of()))));
	}

	/** Returns the axis of slices of blocks: none if none was asked for, or if there are no planes beside each other. */
	private static int sliceAxis(final int asked, final List<Long> dimensions, final HyperstackAxes axes) {
		return asked < 0 || BlockGrid.depth(dimensions, axes) < 0 ? -1 : SLICES;
	}

	private static JobPlan.Work work(final JobRequest request, final List<Long> dimensions, final HyperstackAxes axes) {
		if (request.work() instanceof JobRequest.Enhance enhance) {
			final EnhanceSettings settings = enhance.settings();
			if (settings.alternatives() != 1) throw new InputException("Alternatives are " + settings.alternatives() +
				" images, and blocks have one result; use --result natural or mean.");
			return new JobPlan.Work(settings.withThreads(1).withSliceAxis(sliceAxis(settings.sliceAxis(), dimensions, axes)), null);
		}
		final JobRequest.Restore restore = (JobRequest.Restore) request.work();
		final RestoreSettings settings = restore.settings();
		return new JobPlan.Work(null, restore(request, settings.withThreads(1).withSliceAxis(sliceAxis(settings.sliceAxis(), dimensions, axes)), restore
			.mask(), axes));
	}

	/** Returns whether each axis of a mask is as long as the image's, or of one pixel beyond x and y. */
	private static boolean fits(final OmeImage mask, final HyperstackAxes own, final OmeImage image, final HyperstackAxes axes) {
		final long[] size = mask.levels().get(0).array().dimensions(), wanted = image.levels().get(0).array().dimensions();
		return size[0] == wanted[0] && size[1] == wanted[1] && IntStream.range(2, size.length).allMatch(axis -> size[axis] == 1 || own.in(axes,
			axis) >= 0 && size[axis] == wanted[own.in(axes, axis)]);
	}

	private static JobPlan.Restore restore(final JobRequest request, final RestoreSettings settings, final JobRequest.Mask mask,
		final HyperstackAxes axes)
	{
		if (mask instanceof JobRequest.DrawnMask drawn) return new JobPlan.Restore(settings, new StoredArray("", PlanFile.MASK, DrawnMaskFile
			.axes(drawn.pixels(), request.image())), false);
		final JobRequest.StoredMask stored = (JobRequest.StoredMask) mask;
		final HyperstackAxes own = HyperstackAxes.of(stored.image());
		if (!fits(stored.image(), own, request.image(), axes)) throw MaskSize.misfit(stored.image(), request
			.image());
		return new JobPlan.Restore(settings, new StoredArray(stored.location(), stored.image().levels().get(0).array().path(), own), stored
			.inverted());
	}
}
