package org.vaerestore.benchmark;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Upsampling2dDerivative;

/**
 * The gradient of an upsampling with the channel last, instead of SameDiff's own one: that gives the native operation the
 * factor where it reads the layout, and so is silently wrong.
 */
final class UpsamplingGradient extends Upsampling2dDerivative {

	/** Its name in ND4J. */
	static final String NAME = "upsampling2d_bp";

	private static final int CHANNEL_LAST = 0;

	/** Creates what can stand in a graph for an operation. */
	UpsamplingGradient(final SameDiff graph, final SameDiffOp replaced) {
		setSameDiff(graph);
		setOwnName(replaced.getName());
		addIArgument(CHANNEL_LAST);
	}
}
