package org.vaerestore.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.PackagedModel;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Imagination;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.MemoryBudget;

/**
 * The weights that ship with the program: they restore and enhance at once, and are what a training starts from.
 * <p>
 * They were trained on procedural pictures alone, by the {@link Recipe}, in two sizes: a smaller, fast network, and one that is
 * better and takes about four times as long.
 * </p>
 */
public final class BuiltIn {

	/**
	 * On pictures like those of the pre-training, predicted standard deviations are right as they are; real images differ from
	 * these by more than these do from each other, and errors of enhancing are larger by so much (found on microscopy images
	 * whose signal is known from many frames).
	 */
	static final Map<String, String> SPREADS = Map.of(VaeModel.SPREAD, "1.6");

	private static final Map<Architecture, String> RESOURCES = Map.of(ModelSize.MEDIUM.architecture(), "fast.vae.zip",
		ModelSize.LARGE.architecture(), "best.vae.zip");

	private BuiltIn() {}

	/** Returns the smaller model. */
	public static VaeModel model() {
		return model(Architecture.DEFAULT).orElseThrow();
	}

	/**
	 * Returns the model of an architecture as it was trained, in units in which a picture's median is 0 and its standard
	 * deviation 1; nothing if none of this shape ships.
	 */
	public static Optional<VaeModel> model(final Architecture architecture) {
		if (architecture.equals(Imagination.ARCHITECTURE)) return Optional.of(Imagination.model());
		return Optional.ofNullable(RESOURCES.get(architecture)).map(resource -> PackagedModel.read(BuiltIn.class, resource));
	}

	/** Returns whether an id is that of weights as they are. */
	static boolean is(final String id) {
		return Ids.VALUES.contains(id);
	}

	/** Read at the first question alone: every model that is saved on the way of a training asks. */
	private static final class Ids {

		static final Set<String> VALUES = RESOURCES.keySet().stream().map(architecture -> model(architecture).orElseThrow().id())
			.collect(Collectors.toSet());
	}

	/**
	 * Returns the model for images: the weights as they are, with the images' own intensities and noise.
	 *
	 * @param images to restore or enhance; what is masked doesn't count
	 * @param settings whose network, signal, noise and seed count
	 * @param progress of the look at the images
	 * @throws InputException if the images have no pixel that is known
	 */
	public static VaeModel modelFor(final List<TrainingImage> images, final TrainingSettings settings,
		final Progress progress)
	{
		final List<TrainingImage> seen = images.stream().flatMap(image -> DamagedSample.of(image).stream()).toList();
		MemoryBudget.require(Survey.memory(seen), "looking at the image", "use a smaller one");
		final VaeModel start = model(settings.architecture()).orElseThrow(() -> new InputException("No weights ship for a network of " +
			settings.architecture().channels() + " channels; train a model of it."));
		final Survey survey = Survey.of(seen, 1, Seeds.of(settings.seed(), Seeds.SURVEY, 0), false, progress);
		tell(seen, images, progress);
		final ImageFit fit = ImageFit.of(settings, survey);
		fit.tell(progress);
		final Map<String, String> described = new TreeMap<>(start.settings());
		described.putAll(SPREADS);
		described.putAll(fit.settings());
		return new VaeModel(start.id(), start.architecture(), start.inputSize(), fit.normalisation(), fit.noise(), described,
			start.history(), start.provenance(), start.weights(), null, start.sample(), null);
	}

	/** Tells what is set aside; of parts of images, in which places say nothing, how much alone. */
	private static void tell(final List<TrainingImage> seen, final List<TrainingImage> images, final Progress progress) {
		if (seen.equals(images)) {
			for (final TrainingImage image : images)
				image.search().tell(images.size() == 1 ? null : image.title(), progress);
			return;
		}
		final long count = seen.stream().mapToLong(part -> part.search().find(progress).count()).sum();
		if (count > 0) progress.log(String.format(Locale.ROOT, "Set aside, as they can't be signal: %,d pixels of the parts that " +
			"were looked at.", count));
	}
}
