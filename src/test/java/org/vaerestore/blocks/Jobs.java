package org.vaerestore.blocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.OmeZarr;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.store.Stores;

/** Jobs in a folder, and what they have written. */
final class Jobs {

	static final VaeModel MODEL = TinyModel.noisy();
	/** Largest side of a block. */
	static final int SIDE = 128;
	static final EnhanceSettings ALONE = new EnhanceSettings(0, 1, 1, 1).withOrientations(1);

	private Jobs() {}

	static OmeImage image(final Path folder) {
		return OmeZarr.open(folder).image("");
	}

	static JobRequest enhance(final Path input, final Path output, final Path uncertainty, final EnhanceSettings settings) {
		return request(input, output, uncertainty, new JobRequest.Enhance(settings));
	}

	static JobRequest request(final Path input, final Path output, final Path uncertainty, final JobRequest.Work work) {
		return new JobRequest(input.toString(), image(input), work, DataType.UINT16, output.toString(), uncertainty == null ? null : uncertainty
			.toString(), image(input).axes(), image(input).levels().get(0).scale(), List.of(), Map.of("seed", "1"), Map.of("vae-restore", Map.of("job", "test")));
	}

	static void begin(final JobRequest request) {
		Planning.begin(request, MODEL, Stores.local(), SIDE);
	}

	static void run(final Path output) {
		run(output, BlockShare.ALL, 1);
	}

	static void run(final Path output, final BlockShare share, final int threads) {
		BlockRunner.local().run(output.toString(), Stores.local(), share, threads, Progress.silent());
	}

	static BlockJob open(final Path output) {
		return BlockJob.open(output.toString(), Stores.local(), 1);
	}

	/** Returns all files of an image, but for what is of the job. */
	static Map<String, String> files(final Path image) throws IOException {
		final Map<String, String> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(image)) {
			for (final Path file : all.filter(Files::isRegularFile).toList())
				if (!image.relativize(file).startsWith(PlanFile.FOLDER)) files.put(image.relativize(file).toString(), PlanFile.hash(Files.readAllBytes(
					file)));
		}
		return files;
	}
}
