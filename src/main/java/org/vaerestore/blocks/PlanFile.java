package org.vaerestore.blocks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.vaerestore.file.FileFailure;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.Sha256;
import org.vaerestore.model.VaeModel;
import org.vaerestore.zarr.array.ZarrArray;
import org.vaerestore.zarr.store.Store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The plan of a job as JSON, beside its result. */
final class PlanFile {

	/** What is of the job, not of the image, lies in a folder of the result. */
	static final String FOLDER = "vae-restore", MODEL = FOLDER + "/model.vae.zip", MASK = FOLDER + "/mask";

	static final String PLAN = FOLDER + "/plan.json";
	private static final long LONGEST = 16 << 20, LARGEST_MODEL = 1 << 30;
	private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT,
		SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

	private PlanFile() {}

	static void write(final JobPlan plan, final Store store) {
		write(PLAN, json(plan), store);
	}

	static byte[] json(final JobPlan plan) {
		try {
			return MAPPER.writeValueAsBytes(plan);
		}
		catch (final JsonProcessingException e) {
			throw new IllegalStateException(e);
		}
	}

	static void write(final String key, final byte[] content, final Store store) {
		try {
			store.writeAfter(key, content, List.of());
		}
		catch (final IOException e) {
			if (Causes.isInterrupt(e)) throw Causes.unwrapped(e);
			throw new InputException(store.describe(key) + " can't be written (" + FileFailure.reason(e) +
				"); make room, allow it or choose another output.", e);
		}
	}

	static Optional<byte[]> read(final String key, final long most, final Store store) {
		try {
			return store.read(key, most);
		}
		catch (final IOException e) {
			if (Causes.isInterrupt(e)) throw Causes.unwrapped(e);
			throw new InputException(store.describe(key) + " can't be read (" + FileFailure.reason(e) +
				"); allow reading it, or delete the output and begin again.", e);
		}
	}

	/**
	 * Reads the plan of a result.
	 *
	 * @return empty if there is none
	 * @throws InputException if it can't be read, or is none of this version
	 */
	static Optional<JobPlan> read(final Store store) {
		final Optional<byte[]> text = read(PLAN, LONGEST, store);
		if (text.isEmpty()) return Optional.empty();
		try {
			if (MAPPER.readTree(text.get()).path("version").asInt() != JobPlan.VERSION) throw new InputException("The plan " + store.describe(
				PLAN) + " is of another version of VAE Restore; finish the job with that, or delete the output and begin again.");
			return Optional.of(MAPPER.readValue(text.get(), JobPlan.class));
		}
		catch (final IOException | RuntimeException e) {
			if (e instanceof InputException told) throw told;
			throw new InputException("The plan " + store.describe(PLAN) + " is damaged; delete the output and begin again.", e);
		}
	}

	/**
	 * Reads the model of a plan.
	 *
	 * @throws InputException if it is missing or another one
	 */
	static VaeModel model(final JobPlan plan, final Store store) throws IOException {
		final byte[] bytes = read(MODEL, LARGEST_MODEL, store).orElseThrow(() -> new InputException("The model " + store.describe(MODEL) +
			" is missing; delete the output and begin again."));
		if (!hash(bytes).equals(plan.model())) throw new InputException("The model " + store.describe(MODEL) +
			" is not the one that the job was planned with; delete the output and begin again.");
		return ModelFile.read(new ByteArrayInputStream(bytes), "model.vae.zip");
	}

	/**
	 * Checks that a job that was begun is the one that is asked for.
	 *
	 * @throws InputException if not, naming what differs
	 */
	static void requireSame(final JobPlan plan, final Map<String, String> asked, final Store store) {
		final TreeSet<String> names = new TreeSet<>(plan.asked().keySet());
		names.addAll(asked.keySet());
		names.removeIf(name -> Objects.equals(plan.asked().get(name), asked.get(name)));
		if (names.isEmpty()) return;
		final String name = names.first();
		throw new InputException(store.describe("") + " was begun with " + told(name, plan.asked()) + ", and is asked for with " + told(name,
			asked) + "; go on with the same options, or choose another output.");
	}

	/** Returns a hash of bytes. */
	static String hash(final byte[] bytes) {
		return Sha256.text(bytes);
	}

	/** Returns a hash of what an array says that it is; its pixels are too many. */
	static String hash(final ZarrArray array) {
		return hash((Arrays.toString(array.dimensions()) + array.type().id() + Arrays.toString(array.chunk()) + Arrays.toString(array.shard()))
			.getBytes(StandardCharsets.UTF_8));
	}

	private static String told(final String name, final Map<String, String> asked) {
		return asked.containsKey(name) ? name + " " + asked.get(name) : "no " + name;
	}
}
