package org.vaerestore.zarr.array;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON of metadata: read within limits that no real one reaches, written for people. */
public final class ZarrJson {

	/** Plates whose metadata is consolidated have some megabytes. */
	static final int LONGEST = 1 << 25;
	private static final int MOST_TOKENS = 2_000_000, DEEPEST = 64, LONGEST_NAME = 1 << 14, LONGEST_NUMBER = 400, SHOWN = 100;

	private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
		.maxTokenCount(MOST_TOKENS).maxNestingDepth(DEEPEST).maxNameLength(LONGEST_NAME).maxStringLength(LONGEST).maxNumberLength(
			LONGEST_NUMBER).build()).disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
		// Python writes NaN into attributes.
		.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
	private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

	private ZarrJson() {}

	/** Returns how a value is shown in a message: its beginning, if it is long. */
	public static String shown(final JsonNode value) {
		final String text = value.isMissingNode() ? "missing" : value.toString();
		return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
	}

	static byte[] write(final JsonNode json) throws IOException {
		final DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
		return MAPPER.writer(printer).writeValueAsBytes(json);
	}

	/** Reads an object; the message of what it throws is for people. */
	static JsonNode read(final byte[] text) throws IOException {
		try {
			final JsonNode json = MAPPER.readTree(text);
			if (json.isObject()) return json;
		}
		catch (final StreamConstraintsException e) {
			throw new IOException("it holds more, longer or deeper nested values than any image's metadata", e);
		}
		catch (final JsonProcessingException e) {
			throw new IOException("it isn't JSON", e);
		}
		throw new IOException("it isn't a JSON object");
	}
}
