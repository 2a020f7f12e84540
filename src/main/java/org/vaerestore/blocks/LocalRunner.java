package org.vaerestore.blocks;

import java.util.Random;

import org.vaerestore.job.Progress;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.zarr.store.Stores;

/** Works on blocks one after the other, in this program. */
final class LocalRunner implements BlockRunner {

	/** Share of the work that are blocks, the rest being smaller levels. */
	private static final double BLOCKS = 0.98;

	@Override
	public void run(final String output, final Stores stores, final BlockShare share, final int threads, final Progress progress) {
		try (BlockJob job = BlockJob.open(output, stores, threads); Lease lease = Lease.take(output, stores, share)) {
			final long first = share.first(job.blocks()), end = share.end(job.blocks());
			progress.log(MemoryBudget.now().compare(job.memory()));
			long worked = 0;
			for (long block = first; block < end; block++) {
				progress.checkCancelled();
				if (job.isDone(block)) continue;
				worked++;
				job.run(block, progress.part(BLOCKS * (block - first) / (end - first), BLOCKS * (block + 1 - first) / (end - first)));
			}
			if (worked < end - first) progress.log((end - first - worked) + " of " + (end - first) + " blocks were done already.");
			if (!share.isAll() && isAnyMissing(job, share)) {
				progress.log("Blocks of other shares are missing; whoever writes the last one makes an image of the result.");
				return;
			}
			for (int level = 1; level < job.levels(); level++)
				job.makeLevel(level, 0, job.parts(level), progress.part(BLOCKS + (1 - BLOCKS) * (level - 1) / job.levels(), BLOCKS + (1 - BLOCKS) *
					level / job.levels()));
			job.finish();
		}
		progress.update(1, "written");
	}

	/** Where many are missing, one is soon found if places are looked at at random. */
	private static boolean isAnyMissing(final BlockJob job, final BlockShare share) {
		final Random random = new Random(share.part());
		final long blocks = job.blocks();
		for (int look = 0; look < Math.min(blocks, 100); look++)
			if (!job.isDone((long) (random.nextDouble() * blocks))) return true;
		for (long block = 0; block < blocks; block++)
			if (!job.isDone(block)) return true;
		return false;
	}
}
