package org.vaerestore.benchmark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.vae.Architecture;

/**
 * The same layers in ND4J's SameDiff, by its own differentiation; its training step has neither an optimizer's step nor an
 * average of the weights.
 * <p>
 * Sessions are kept between steps: what SameDiff offers for training makes a new one each time, and is slower. It can't
 * divide a batch between threads, and so gets as many OpenMP threads as were granted.
 * </p>
 */
final class SameDiffContender implements Contender {

	private static final String GRADIENT_FUNCTION = "grad";

	private final int threads;
	private final InferenceSession stepSession;
	private final InferenceSession forwardSession;
	private final List<String> gradients;
	private final String loss;

	SameDiffContender(final Architecture architecture, final int threads) {
		this.threads = threads;
		final SameDiff training = SameDiff.create();
		training.setLossVariables(new SameDiffLadder(training, architecture, POSTERIOR_ROWS).loss().name());
		final SameDiff backward = differentiate(training);
		gradients = training.variables().stream().filter(v -> v.getVariableType() == VariableType.VARIABLE).map(v -> v
			.getGradient().name()).toList();
		stepSession = new InferenceSession(backward);
		final SameDiff predicting = SameDiff.create();
		loss = new SameDiffLadder(predicting, architecture, 0).loss().name();
		forwardSession = new InferenceSession(predicting);
	}

	@Override
	public void step() {
		run(stepSession, gradients, Operation.TRAINING);
	}

	@Override
	public void forward() {
		run(forwardSession, List.of(loss), Operation.INFERENCE);
	}

	@Override
	public void close() {
		stepSession.getMmgr().close();
		forwardSession.getMmgr().close();
	}

	private void run(final InferenceSession session, final List<String> outputs, final Operation operation) {
		divideBetween(threads);
		try {
			session.output(outputs, null, null, null, null, At.defaultAt(operation)).values().forEach(OffHeap::close);
		}
		finally {
			// All other contenders divide their work themselves.
			divideBetween(1);
		}
	}

	private static SameDiff differentiate(final SameDiff graph) {
		final PrintStream out = System.out;
		// It prints a line for each operation.
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		try {
			graph.createGradFunction();
		}
		finally {
			System.setOut(out);
		}
		final SameDiff gradient = graph.getFunction(GRADIENT_FUNCTION);
		gradient.getOps().values().stream().filter(op -> op.getOp().opName().equals(UpsamplingGradient.NAME)).forEach(op -> op
			.setOp(new UpsamplingGradient(gradient, op)));
		return gradient;
	}

	private static void divideBetween(final int threads) {
		NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
		Nd4j.getEnvironment().setMaxMasterThreads(threads);
	}
}
