package org.vaerestore.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.NoiseInputs;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.vae.noise.Stabilisation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** All of a model but its large arrays as JSON. */
final class ModelJson {

	/** What is written; whatever changes the meaning of a field makes it one more. */
	static final int VERSION = 2;

	/** In the history; each takes some 20 tokens of those that are read again. */
	static final int MOST_POINTS = 5000;
	private static final String FORMAT = "VAE Restore model";

	private ModelJson() {}

	static ObjectNode write(final VaeModel model) throws IOException {
		final ObjectNode json = Fields.object();
		json.put("format", FORMAT);
		json.put("version", VERSION);
		json.put("id", model.id());
		json.set("architecture", write(model.architecture()));
		json.put("parameters", model.parameters());
		json.put("inputSize", model.inputSize());
		json.set("normalisation", write(model.normalisation()));
		json.set("noise", NoiseJson.write(model.noise()));
		final ObjectNode settings = json.putObject("settings");
		model.settings().forEach(settings::put);
		json.set("provenance", write(model.provenance()));
		final ArrayNode history = json.putArray("history");
		final List<TrainingPoint> points = model.history();
		// Of weeks of training not every point, but the last.
		final int step = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
		for (int index = 0; index < points.size(); index++)
			if ((points.size() - 1 - index) % step == 0) history.add(write(points.get(index)));
		json.set("weights", TensorBlock.describe(model.weights()));
		if (model.checkpoint() != null) {
			final ObjectNode checkpoint = TensorBlock.describe(model.checkpoint().state());
			final ObjectNode counters = checkpoint.putObject("counters");
			model.checkpoint().counters().forEach((name, value) -> counters.set(name, Fields.json(value)));
			json.set("checkpoint", checkpoint);
		}
		return json;
	}

	/** Checks that this is a model that this version can read. */
	static void checkVersion(final Fields fields) throws IOException {
		if (!fields.has("format") || !fields.text("format").equals(FORMAT)) throw new DamagedModelException(
			"is not a model of VAE Restore. Choose a file that VAE Restore has saved, *.vae.zip");
		final int version = fields.integer("version");
		if (version < 1) throw DamagedModelException.damaged("it has the format version " + version);
		if (version < VERSION) throw new DamagedModelException("has format version " + version +
			", whose network this VAE Restore no longer has. Train the model anew");
		if (version > VERSION) throw new DamagedModelException("has format version " + version +
			", and this VAE Restore reads version " + VERSION + ". Update VAE Restore");
	}

	/**
	 * Makes a model of JSON and what is beside it.
	 *
	 * @param state of the checkpoint, or null if there is none
	 */
	static VaeModel read(final Fields fields, final List<Tensor> weights, final List<Tensor> state, final Fields latent,
		final byte[] sample) throws IOException
	{
		final List<TrainingPoint> history = new ArrayList<>();
		for (final Fields point : fields.objects("history"))
			history.add(point(point));
		final Map<String, String> settings = new TreeMap<>();
		final Fields texts = fields.object("settings");
		for (final String name : texts.names())
			settings.put(name, texts.text(name));
		final Checkpoint checkpoint = state == null ? null : new Checkpoint(state, counters(fields.object("checkpoint")
			.object("counters")));
		return new VaeModel(fields.text("id"), architecture(fields.object("architecture")), fields.integer("inputSize"),
			normalisation(fields.object("normalisation")), NoiseJson.read(fields.object("noise")), settings, history,
			provenance(fields.object("provenance")), weights, latent == null ? null : LatentJson.read(latent), sample,
			checkpoint);
	}

	private static ObjectNode write(final Architecture architecture) {
		final ObjectNode json = Fields.object();
		json.put("shuffle", architecture.shuffle());
		json.put("levels", architecture.levels());
		json.put("channels", architecture.channels());
		json.put("latentChannels", architecture.latentChannels());
		json.put("blocks", architecture.blocks());
		json.put("noiseInputs", architecture.noiseInputs().name());
		json.put("prior", architecture.prior().name());
		if (architecture.seesCompanions()) json.put("companionChannels", architecture.companionChannels());
		return json;
	}

	private static Architecture architecture(final Fields fields) throws IOException {
		return new Architecture(fields.integer("shuffle"), fields.integer("levels"), fields.integer("channels"), fields
			.integer("latentChannels"), fields.integer("blocks"), fields.has("noiseInputs") ? NoiseInputs.valueOf(fields.text(
				"noiseInputs")) : NoiseInputs.NEIGHBOURS, fields.has("prior") ? PriorUse.valueOf(fields.text("prior")) : PriorUse.MEAN, fields
					.has("companionChannels") ? fields.integer("companionChannels") : 0);
	}

	private static ObjectNode write(final Normalisation normalisation) {
		final ObjectNode json = Fields.object();
		if (normalisation.stabilisation() != null) json.set("stabilisation", NoiseJson.write(normalisation
			.stabilisation()));
		json.set("offset", Fields.json(normalisation.offset()));
		json.set("scale", Fields.json(normalisation.scale()));
		json.set("low", Fields.json(normalisation.low()));
		json.set("high", Fields.json(normalisation.high()));
		json.set("correlations", write(normalisation.correlations()));
		return json;
	}

	private static Normalisation normalisation(final Fields fields) throws IOException {
		final Stabilisation stabilisation = fields.has("stabilisation") ? NoiseJson.readStabilisation(fields.object(
			"stabilisation")) : null;
		return new Normalisation(stabilisation, fields.number("offset"), fields.number("scale"), fields.number("low"),
			fields.number("high"), fields.has("correlations") ? correlations(fields.object("correlations")) : NoiseCorrelations.ofLens(
				fields.number("correlation")));
	}

	private static ObjectNode write(final NoiseCorrelations correlations) {
		final ObjectNode json = Fields.object();
		final float[] lags = correlations.lags();
		final double[] numbers = new double[lags.length];
		for (int lag = 0; lag < lags.length; lag++)
			numbers[lag] = lags[lag];
		json.set("lags", Fields.json(numbers));
		json.set("rows", Fields.json(correlations.rows()));
		json.set("columns", Fields.json(correlations.columns()));
		return json;
	}

	private static NoiseCorrelations correlations(final Fields fields) throws IOException {
		final double[] numbers = fields.numbers("lags");
		final float[] lags = new float[numbers.length];
		for (int lag = 0; lag < lags.length; lag++)
			lags[lag] = (float) numbers[lag];
		return new NoiseCorrelations(lags, (float) fields.number("rows"), (float) fields.number("columns"));
	}

	/** Without the time: equal trainings give equal files, however long they took. */
	private static ObjectNode write(final TrainingPoint point) {
		final ObjectNode json = Fields.object();
		json.put("step", point.step());
		json.set("loss", Fields.json(point.loss()));
		json.set("reconstruction", Fields.json(point.reconstruction()));
		json.set("kl", Fields.json(point.kl()));
		json.set("validationPsnr", Fields.json(point.validationPsnr()));
		return json;
	}

	private static TrainingPoint point(final Fields fields) throws IOException {
		return new TrainingPoint(fields.wide("step"), Double.NaN, fields.number("loss"), fields.number(
			"reconstruction"), fields.numbers("kl"), fields.number("validationPsnr"));
	}

	private static ObjectNode write(final Provenance provenance) {
		final ObjectNode json = Fields.object();
		json.put("title", provenance.title());
		json.put("dimensions", provenance.dimensions());
		json.put("sha256", provenance.sha256());
		json.put("product", provenance.product());
		json.put("nd4j", provenance.nd4j());
		json.put("java", provenance.java());
		json.put("system", provenance.system());
		json.put("seed", provenance.seed());
		json.put("created", provenance.created());
		return json;
	}

	private static Provenance provenance(final Fields fields) throws IOException {
		return new Provenance(fields.text("title"), fields.text("dimensions"), fields.text("sha256"), fields.text(
			"product"), fields.text("nd4j"), fields.text("java"), fields.text("system"), fields.wide("seed"), fields
				.text("created"));
	}

	private static Map<String, Double> counters(final Fields fields) throws IOException {
		final Map<String, Double> counters = new TreeMap<>();
		for (final String name : fields.names())
			counters.put(name, fields.number(name));
		return counters;
	}
}
