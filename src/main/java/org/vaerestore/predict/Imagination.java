package org.vaerestore.predict;

import org.vaerestore.model.PackagedModel;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.PriorUse;

/**
 * The weights that say in samples what may be behind holes, for models that tell no more than a mean: trained on
 * procedural pictures alone.
 */
public final class Imagination {

	/** Shape of its network. */
	public static final Architecture ARCHITECTURE = Architecture.DEFAULT.with(PriorUse.SAMPLED);

	/** Read at the first sample alone. */
	private static final class Packaged {

		static final VaeModel MODEL = PackagedModel.read(Imagination.class, "imagination.vae.zip");
	}

	private Imagination() {}

	/** Returns whether these weights draw the samples of a model, as it tells no more than a mean. */
	public static boolean draws(final VaeModel model) {
		return model.architecture().prior() == PriorUse.MEAN;
	}

	/** Returns its network, which is the caller's to close. */
	public static LadderVae network(final int threads) {
		return LadderVae.of(ARCHITECTURE, model().weights(), threads);
	}

	/** Returns the model as it was trained, in units in which a picture's median is 0 and its standard deviation 1. */
	public static VaeModel model() {
		return Packaged.MODEL;
	}
}
