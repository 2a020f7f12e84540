package org.vaerestore.file;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The lock by which a file says that its writer is alive: it goes with the writer, however that ends, and other machines
 * that share the folder see it too.
 */
final class WriterLock {

	private WriterLock() {}

	/**
	 * Locks a file that was just made, until its channel is closed.
	 *
	 * @return whether it is this writer's now; otherwise another program has taken it for abandoned in the meantime
	 */
	static boolean take(final FileChannel channel, final Path file) throws IOException {
		try {
			if (channel.tryLock() == null) return false;
		}
		catch (final ClosedChannelException e) {
			throw e;
		}
		catch (final IOException e) {
			// This file system has no locks, so nobody else gets one either, and nothing is taken for abandoned.
		}
		return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
	}

	/** Does something with a file whose writer is dead; nothing if it is alive, or if that can't be told. */
	static void ifAbandoned(final Path file, final Act act) {
		try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
			if (channel.tryLock() != null) act.run();
		}
		catch (final IOException | OverlappingFileLockException e) {
			// Gone already, somebody else's, or on a file system without locks.
		}
	}

	/** What is done while the lock is held. */
	interface Act {

		void run() throws IOException;
	}
}
