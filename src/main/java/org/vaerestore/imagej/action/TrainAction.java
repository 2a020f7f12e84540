package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.MaskShare;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.job.Bytes;
import org.vaerestore.job.InputException;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.ModelSize;
import org.vaerestore.train.NoiseKind;
import org.vaerestore.train.Schedule;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Start;
import org.vaerestore.train.TrainingCost;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.noise.KnownNoise;

import ij.ImagePlus;
import ij.WindowManager;

/** Trains a model on the open stack. */
final class TrainAction implements Action {

	private static final String NONE = "none", OPEN = "open", CURRENT = "current", FROM_FILE = "file";
	private static final String RANGE = "all, current, or numbers such as 1-10,15";

	static final Option.Text CHANNELS = new Option.Text("channels", "Channels", "The channels to train on; each is a " +
		"picture of its own.", RANGE, Ranges.ALL);
	static final Option.Text SLICES = new Option.Text("slices", "Slices", "The slices to train on.", RANGE, Ranges.ALL);
	static final Option.Text FRAMES = new Option.Text("frames", "Frames", "The frames to train on.", RANGE, Ranges.ALL);
	static final Option.Choice OTHERS = new Option.Choice("others", "Others", "What else to train on: nothing, all other " +
		"open images, in whole.", List.of(NONE, OPEN), NONE);
	static final Option.PathName FOLDER = new Option.PathName("folder", "Folder of more images", "A folder whose images, " +
		"all of one size and type, are trained on too.", true);
	static final Option.Number MINUTES = new Option.Number("minutes", "Minutes", "How long to train.", "min", 0.01, 100_000,
		false, 5);
	static final Option.Number STEPS = new Option.Number("steps", "Steps (0: by time)", "How many steps to train instead; " +
		"unlike minutes, the same number gives the same model again.", "", 0, 1e9, true, 0);
	static final Option.Choice SIGNAL = Option.Choice.of("signal", "Signal", "What the images are held to be: noisy (learn to " +
		"tell signal from noise), clean (learn the image as it is), or found from the data.", Signal.AUTO);
	static final Option.Choice NOISE = Option.Choice.of("noise", "Noise model", "The noise model to fit.", NoiseKind.AUTO);
	static final Option.Choice SIZE = Option.Choice.of("size", "Size of model", "How much the model can learn; larger is " +
		"slower.", ModelSize.MEDIUM);
	static final Option.Choice START = Option.Choice.of("start", "Start from", "What to start from, unless resuming: the " +
		"built-in weights, which know procedural images (but for size=small), or random ones.", Start.BUILT_IN);
	static final Option.Choice SCHEDULE = Option.Choice.of("schedule", "Schedule", "Encoder and decoder together, or first " +
		"the one, then the other, then both.", Schedule.JOINT);
	static final Option.Choice RESUME = new Option.Choice("resume", "Resume from", "Start anew, or go on from the current " +
		"model or from a file's; time and steps count from its beginning.", List.of(NONE, CURRENT, FROM_FILE), NONE);
	static final Option.PathName FILE = new Option.PathName("file", "File to resume", "Model file (*.vae.zip) for " +
		"resume=file.", false);
	static final Option.PathName SAVE = new Option.PathName("save", "Save model as", "Where to save the model, as *.vae.zip; " +
		"updated every few minutes of training.", false);

	@Override
	public String label() {
		return "VAE Train on Stack...";
	}

	@Override
	public String section() {
		return "Train on Stack";
	}

	@Override
	public List<Option> options() {
		return List.of(CHANNELS, SLICES, FRAMES, OTHERS, FOLDER, MINUTES, STEPS, SIGNAL, NOISE, NoiseOptions.KNOWN,
			NoiseOptions.DEVIATION, NoiseOptions.GAIN, NoiseOptions.BLACK, NoiseOptions.DARK, NoiseOptions.FLAT, SIZE, START,
			SCHEDULE, ResultOptions.SEED, RESUME, FILE, SAVE);
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		final ModelSize size = values.constant(SIZE, ModelSize.class);
		final TrainingCost cost = session.cost(size, () -> TrainingCost.measure(TrainingSettings.defaults().withNetwork(size
			.architecture(), TrainingSettings.defaults().patch(), TrainingSettings.defaults().batch())));
		final double steps = values.number(STEPS);
		final String length = steps > 0 ? String.format(Locale.ROOT, "%,.0f steps take %s", steps, duration(steps * cost
			.stepSeconds())) : String.format(Locale.ROOT, "%s min are about %,.0f steps", values.text(MINUTES), 60 * values
				.number(MINUTES) / cost.stepSeconds());
		return String.format(Locale.ROOT, "On this machine a %s model takes %s of memory beside the images (%s are free), and %.2f s " +
			"per step: %s.", values.text(SIZE), Bytes.describe(cost.bytes()), Bytes.describe(MemoryBudget.now().all()), cost
				.stepSeconds(), length);
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		final VaeModel resumed = resumed(values, host.session());
		final Path saved = values.path(SAVE).orElse(null);
		if (saved != null) OutputPath.requireWritable(saved);
		final TrainingSettings settings = settings(values, resumed).withKnownNoise(known(values, image, resumed));
		final List<TrainingImage> images = images(image, values, host);
		final VaeModel model = new Training(image, host).train(images, settings, resumed, image.getShortTitle(), saved);
		host.log(MethodsText.of(model));
	}

	private static KnownNoise known(final Values values, final ImagePlus image, final VaeModel resumed) {
		final KnownNoise known = NoiseOptions.known(values, image);
		if (known != null && resumed != null) throw new InputException("A training that goes on keeps the noise that it began " +
			"with; use resume=none, or known=no.");
		return known;
	}

	private static List<TrainingImage> images(final ImagePlus image, final Values values, final Host host) {
		final ImageAxes axes = ImageAxes.of(image);
		final PlaneCut cut = new PlaneCut(image, Ranges.parse(values.text(CHANNELS), "channels", image.getC(), axes
			.channels()), Ranges.parse(values.text(SLICES), "slices", image.getZ(), axes.slices()), Ranges.parse(values.text(
				FRAMES), "frames", image.getT(), axes.frames()));
		final List<TrainingImage> images = new ArrayList<>();
		images.add(training(cut.input(), cut.cut(MaskOf.image(image)), host));
		if (values.is(OTHERS, OPEN)) for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager
			.getIDList())
			if (id != image.getID()) images.add(training(WindowManager.getImage(id), MaskOf.image(WindowManager.getImage(
				id)), host));
		values.path(FOLDER).ifPresent(folder -> images.add(ImageJobs.trainingImage(ImageReader.read(folder), null)));
		return images;
	}

	private static TrainingImage training(final ImagePlus image, final Mask mask, final Host host) {
		if (mask.count() > 0) host.log(MaskShare.describe(mask, MaskAction.name(image), MaskAction.REMEDY));
		return ImageJobs.trainingImage(image, mask.count() == 0 ? null : mask);
	}

	private static TrainingSettings settings(final Values values, final VaeModel resumed) {
		final TrainingSettings defaults = TrainingSettings.defaults();
		final TrainingSettings settings = defaults.withSignal(values.constant(SIGNAL, Signal.class)).withNoise(values
			.constant(NOISE, NoiseKind.class)).withSchedule(values.constant(SCHEDULE, Schedule.class)).withStart(values.constant(START, Start.class)).withNetwork(
				resumed == null ? values.constant(SIZE, ModelSize.class).architecture() : resumed.architecture(), resumed == null
					? defaults.patch() : resumed.inputSize(), defaults.batch()).withSeedAndThreads(values.seed(
						ResultOptions.SEED), defaults.threads());
		final long steps = (long) values.number(STEPS);
		return steps > 0 ? settings.withSteps(steps) : settings.withMinutes(values.number(MINUTES));
	}

	private static VaeModel resumed(final Values values, final Session session) {
		switch (values.text(RESUME)) {
			case CURRENT:
				return session.model().map(Session.NamedModel::model).orElseThrow(() -> new InputException("There is no " +
					"current model to resume; use resume=none or resume=file."));
			case FROM_FILE:
				return ModelFile.read(values.path(FILE).orElseThrow(() -> new InputException("No model file is given to " +
					"resume; add file=[path of a *.vae.zip].")));
			default:
				return null;
		}
	}

	private static String duration(final double seconds) {
		return seconds < 90 ? Math.round(seconds) + " s" : String.format(Locale.ROOT, "%.1f min", seconds / 60);
	}
}
