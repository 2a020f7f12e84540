package org.vaerestore.bench;

import java.nio.file.Path;
import java.util.List;

import org.vaerestore.file.ReplacedFile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The figures of the bench as a JSON array of rows. */
final class BenchJson {

	private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

	private BenchJson() {}

	static void write(final List<BenchRow> rows, final Path path) {
		final ArrayNode array = MAPPER.createArrayNode();
		for (final BenchRow row : rows) {
			final ObjectNode object = array.addObject();
			object.put("protocol", row.protocol()).put("image", row.image()).put("mask", row.mask()).put("method", row
				.method()).put("psnr", row.psnr()).put("ssim", row.ssim()).put("seconds", row.seconds());
			if (!Double.isNaN(row.fitted())) object.put("fitted", row.fitted());
			if (row.calibration() != null) object.put("within68", row.calibration().within68()).put("within95", row.calibration()
				.within95()).put("errorCorrelation", row.calibration().correlation());
			if (row.looks() != null) put(object, row.looks());
			if (row.sampled() != null) put(object, row.sampled());
		}
		final byte[] bytes;
		try {
			bytes = MAPPER.writeValueAsBytes(array);
		}
		catch (final JsonProcessingException e) {
			throw new IllegalStateException(e);
		}
		ReplacedFile.write(path, bytes.length, out -> out.write(bytes));
	}

	private static void put(final ObjectNode object, final Looks looks) {
		looks.bands().forEach(object.putArray("bands")::add);
		object.put("finest", looks.finest()).put("tails", looks.tails()).put("weakest", looks.weakest()).put("strongest", looks.strongest()).put("patches", looks
			.patches()).put("energy", looks.energy());
	}

	private static void put(final ObjectNode object, final BenchRow.Sampled sampled) {
		object.put("psnrOfSamplesMean", sampled.psnr()).put("samplesWithin68", sampled.spread().within68()).put("samplesWithin95",
			sampled.spread().within95());
		sampled.spread().ranks().forEach(object.putArray("ranks")::add);
	}
}
