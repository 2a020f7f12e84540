package org.vaerestore.model;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

import org.vaerestore.file.FileFailure;
import org.vaerestore.file.ReplacedFile;
import org.vaerestore.file.TemporaryFile;
import org.vaerestore.job.Bytes;
import org.vaerestore.job.InputException;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.vae.Tensor;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads and writes models as {@code *.vae.zip} files.
 * <p>
 * Such a file is a zip of {@code model.json} (all facts, for people to read), {@code weights.bin} (little-endian 32-bit
 * floating point numbers; names, shapes, offsets and a hash are in the JSON), and where there is one,
 * {@code latent.json} (density of the top level's latents), {@code sample.png} (before and after) and
 * {@code checkpoint.bin} (what is needed to go on training). Equal models make equal files.
 * </p>
 *
 * <pre>
 * ModelFile.write(model, Path.of("cells.vae.zip"));
 * VaeModel again = ModelFile.read(Path.of("cells.vae.zip"));
 * </pre>
 */
public final class ModelFile {

	private static final String MODEL = "model.json";
	private static final String WEIGHTS = "weights.bin";
	private static final String LATENT = "latent.json";
	private static final String SAMPLE = "sample.png";
	private static final String CHECKPOINT = "checkpoint.bin";

	private static final int LARGEST_JSON = 32 << 20;
	private static final int LARGEST_SAMPLE = 16 << 20;
	private static final long LARGEST_BLOCK = 2L << 30;

	private ModelFile() {}

	/**
	 * Reads a model.
	 *
	 * @throws InputException if the file is missing, no model, damaged, made by a newer version, or too large for the
	 *           memory that Java may use
	 */
	public static VaeModel read(final Path path) {
		if (!Files.exists(path)) throw new InputException("The model file " + path +
			" does not exist. Check the name, or train a model first.");
		if (!Files.isRegularFile(path)) throw new InputException("The model file " + path +
			" is not a file. Choose a file that VAE Restore has saved, *.vae.zip.");
		try (ArchiveReader archive = new ArchiveReader(path)) {
			return read(archive);
		}
		catch (final DamagedModelException e) {
			throw new InputException("The model file " + path + " " + e.getMessage() + ".", e);
		}
		catch (final ZipException e) {
			throw new InputException("The model file " + path +
				" is no complete zip file, so it is damaged or not a model. Copy or download it again, or choose another one.",
				e);
		}
		catch (final IOException e) {
			throw new InputException("The model file " + path + " can't be read: " + FileFailure.reason(e) +
				". Check the disk and the permissions.", e);
		}
		catch (final RuntimeException e) {
			// Thrown by the values' own constructors, and by the zip reader's.
			throw new InputException("The model file " + path + " is damaged: it has a value that no model has (" + e
				.getMessage() + "). Copy or download it again.", e);
		}
	}

	/**
	 * Writes a model: first beside its place, under a temporary name, so that whatever happens there is either what was
	 * there before or the whole model.
	 *
	 * @throws InputException if it can't be written
	 */
	public static void write(final VaeModel model, final Path path) {
		ReplacedFile.write(path, TensorBlock.size(model.weights()), out -> write(model, out));
	}

	/** Returns the bytes of a model's file; equal models have equal ones. */
	public static byte[] bytes(final VaeModel model) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			write(model, bytes);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	/**
	 * Reads a model from the bytes of its file; see {@link #read(Path)}.
	 *
	 * @param name of the file
	 */
	public static VaeModel read(final InputStream bytes, final String name) throws IOException {
		try (TemporaryFile copy = TemporaryFile.named(name)) {
			Files.copy(bytes, copy.path());
			return read(copy.path());
		}
	}

	private static void write(final VaeModel model, final OutputStream out) throws IOException {
		final BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
		final ArchiveWriter archive = new ArchiveWriter(buffered);
		final ObjectNode json = ModelJson.write(model);
		archive.add(MODEL, JsonText.write(json));
		addBlock(archive, WEIGHTS, model.weights());
		if (model.density() != null) archive.add(LATENT, JsonText.write(LatentJson.write(model.density())));
		if (model.sample() != null) archive.add(SAMPLE, model.sample());
		if (model.checkpoint() != null) addBlock(archive, CHECKPOINT, model.checkpoint().state());
		archive.finish();
		buffered.flush();
	}

	private static void addBlock(final ArchiveWriter archive, final String name, final List<Tensor> tensors)
		throws IOException
	{
		archive.add(name, TensorBlock.size(tensors), out -> TensorBlock.write(tensors, out));
	}

	private static VaeModel read(final ArchiveReader archive) throws IOException {
		if (!archive.has(MODEL)) throw new DamagedModelException("is a zip file, but not a model: it has no " + MODEL +
			". Choose a file that VAE Restore has saved, *.vae.zip");
		final Fields fields = Fields.of(JsonText.read(archive.bytes(MODEL, LARGEST_JSON), MODEL), MODEL);
		ModelJson.checkVersion(fields);
		final boolean checkpoint = fields.has("checkpoint");
		checkMemory(archive.size(WEIGHTS, LARGEST_BLOCK) + (checkpoint ? archive.size(CHECKPOINT, LARGEST_BLOCK) : 0) + (archive
			.has(SAMPLE) ? archive.size(SAMPLE, LARGEST_SAMPLE) : 0));
		final List<Tensor> weights = block(archive, WEIGHTS, fields.object("weights"));
		final List<Tensor> state = checkpoint ? block(archive, CHECKPOINT, fields.object("checkpoint")) : null;
		final Fields latent = archive.has(LATENT) ? Fields.of(JsonText.read(archive.bytes(LATENT, LARGEST_JSON), LATENT),
			LATENT) : null;
		final byte[] sample = archive.has(SAMPLE) ? archive.bytes(SAMPLE, LARGEST_SAMPLE) : null;
		return ModelJson.read(fields, weights, state, latent, sample);
	}

	private static List<Tensor> block(final ArchiveReader archive, final String name, final Fields fields)
		throws IOException
	{
		try (InputStream in = archive.stream(name)) {
			return TensorBlock.read(fields, name, archive.size(name, LARGEST_BLOCK), in);
		}
	}

	private static void checkMemory(final long bytes) throws IOException {
		final MemoryNeed need = MemoryNeed.onHeap(bytes);
		final MemoryBudget budget = MemoryBudget.nowFor(need);
		if (!budget.covers(need)) throw new DamagedModelException("needs " + Bytes.describe(bytes) + " of memory, and " + Bytes
			.describe(budget.heap()) + " are free. Close images, or give Java more memory (-Xmx, or Edit > Options > Memory & " +
			"Threads in ImageJ)");
	}
}
