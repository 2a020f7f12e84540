package org.vaerestore.nn;

import org.bytedeco.openblas.presets.openblas_nolapack;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J, loaded at its first use, so that starting the program does not wait for it; and its numbers of threads, of which it
 * and OpenBLAS have one for all of Java: they are 1 while a worker computes, and else as others want them.
 */
final class Backend {

	private static final Backend SHARED = load();

	private int working;
	private int others;
	private int othersOfBlas;

	private Backend() {}

	private static Backend load() {
		// Without it ND4J looks for its backend in the context class loader, which in ImageJ does not see plugins.
		ND4JClassLoading.setNd4jClassloaderFromClass(Backend.class);
		Nd4j.create(1).close();
		return new Backend();
	}

	/** Has the calling thread compute on itself alone until {@link #leave}. */
	static void enter() {
		// OpenMP's number is for each calling thread.
		NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
		SHARED.begin();
	}

	/** Ends what {@link #enter} began. */
	static void leave() {
		SHARED.end();
	}

	private synchronized void begin() {
		if (working++ > 0) return;
		final Environment nd4j = Nd4j.getEnvironment();
		others = nd4j.maxMasterThreads();
		othersOfBlas = openblas_nolapack.blas_get_num_threads();
		nd4j.setMaxMasterThreads(1);
		openblas_nolapack.blas_set_num_threads(1);
	}

	private synchronized void end() {
		if (--working > 0) return;
		final Environment nd4j = Nd4j.getEnvironment();
		// Unless others have set it meanwhile.
		if (nd4j.maxMasterThreads() == 1) nd4j.setMaxMasterThreads(others);
		if (openblas_nolapack.blas_get_num_threads() == 1) openblas_nolapack.blas_set_num_threads(othersOfBlas);
	}
}
