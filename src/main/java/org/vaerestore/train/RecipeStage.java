package org.vaerestore.train;

import java.util.Objects;

import org.vaerestore.job.InputException;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.PriorUse;

/**
 * One training of a {@link Recipe}.
 *
 * @param name of the stage and of what it makes: letters, digits and hyphens
 * @param from name of the earlier stage whose weights it starts from; {@value #BUILT_IN} for those that ship for a network of the
 *          same size and tell means, {@value #BUILT_IN_SAMPLES} for those that ship and are sampled; or null for random ones
 * @param architecture of the network
 * @param lesson what is taught
 * @param loss how errors count
 * @param patch side of a patch in pixels
 * @param batch patches per step
 * @param seed of everything random; stages of the same lesson and seed see the same pictures again
 * @param learningRate highest learning rate
 * @param steps to train
 * @param rateSteps steps in which the learning rate falls to its end; more than there are steps leave it higher
 * @param meanWith name of the earlier stage with whose weights those of this one are averaged in the end, as weights on the way from a start to
 *          what it was tuned to are often better than either (Wortsman et al., Model soups, ICML 2022); or null for none
 */
public record RecipeStage(String name, String from, Architecture architecture, PretrainingLesson lesson,
	PretrainingLoss loss, int patch, int batch, long seed, double learningRate, long steps, long rateSteps,
	String meanWith)
{

	private static final String BUILT_IN = "built-in", BUILT_IN_SAMPLES = "built-in-samples";

	/**
	 * Checks the values.
	 *
	 * @throws InputException if one is not as said
	 */
	public RecipeStage {
		Objects.requireNonNull(architecture, "architecture");
		Objects.requireNonNull(lesson, "lesson");
		Objects.requireNonNull(loss, "loss");
		if (name == null || !name.matches("[A-Za-z0-9-]+")) throw new InputException("A stage has the name " + name +
			"; it must be of letters, digits and hyphens.");
		if (rateSteps < steps) throw new InputException("In the stage " + name + " the learning rate falls in " + rateSteps +
			" steps; it must be at least as many as the stage has, " + steps + ".");
		final boolean clean = !lesson.isNoisy(), sampled = lesson instanceof PretrainingLesson.SampledHoles;
		if (loss == PretrainingLoss.SQUARED_ERROR != clean) throw new InputException("The stage " + name + " teaches " + lesson
			.describe() + " by " + loss.describe() + "; squared errors are for holes alone, and holes alone for squared errors.");
		if (lesson instanceof PretrainingLesson.Beside && (!architecture.seesCompanions() || from == null)) throw new InputException(
			"The stage " + name + " teaches " + lesson.describe() + "; it must have companionChannels, and start from weights that know pictures.");
		if (architecture.prior() == PriorUse.SAMPLED != sampled) throw new InputException("The stage " + name + " teaches " + lesson
			.describe() + " to a network whose prior is " + (sampled ? "not sampled; that lesson asks for samples."
				: "sampled; only what may be behind holes is taught in samples."));
	}

	/** Creates a stage whose weights are what they were trained to be. */
	public RecipeStage(final String name, final String from, final Architecture architecture, final PretrainingLesson lesson,
		final PretrainingLoss loss, final int patch, final int batch, final long seed, final double learningRate, final long steps,
		final long rateSteps)
	{
		this(name, from, architecture, lesson, loss, patch, batch, seed, learningRate, steps, rateSteps, null);
	}

	/** Returns whether it starts from weights that ship. */
	boolean startsFromBuiltIn() {
		return BUILT_IN.equalsIgnoreCase(from) || BUILT_IN_SAMPLES.equalsIgnoreCase(from);
	}

	/** Returns the network whose weights ship that it starts from. */
	Architecture builtInStart() {
		return architecture.withCompanions(0).with(BUILT_IN.equalsIgnoreCase(from) ? PriorUse.MEAN : PriorUse.SAMPLED);
	}

	/** Returns this stage with at most so many steps, in which the learning rate falls to its end. */
	RecipeStage shortened(final long most) {
		return most >= steps ? this : new RecipeStage(name, from, architecture, lesson, loss, patch, batch, seed, learningRate, most, most, meanWith);
	}

	/** Returns this stage with other pictures and another beginning. */
	RecipeStage withSeed(final long newSeed) {
		return new RecipeStage(name, from, architecture, lesson, loss, patch, batch, newSeed, learningRate, steps, rateSteps, meanWith);
	}

	/**
	 * Says in one line what the stage does, all of it.
	 *
	 * @param parent id of the model that it starts from, or null for random weights
	 */
	String describe(final String parent) {
		return name + ": from " + (parent == null ? "random weights" : "model " + parent) + ", " + lesson.describe() + ", by " +
			loss.describe() + ", patches of " + patch + " pixels, " + batch + " per step, seed " + seed + ", learning rate " +
			learningRate + ", " + steps + " steps" + (rateSteps == steps ? "" : " of the " + rateSteps +
				" in which the rate falls") + (meanWith == null ? "" : ", then the mean of its weights and those of the stage " + meanWith);
	}
}
