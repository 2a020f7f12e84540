package org.vaerestore.model;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as text for people: indented, lists of numbers in one line, the same bytes on every system. */
final class JsonText {

	/** Ten times the most that is written; a token becomes at most some 70 bytes of objects. */
	static final int MOST_TOKENS = 1_000_000;
	private static final int DEEPEST = 32, LONGEST_NAME = 1 << 10, LONGEST_TEXT = 1 << 20, LONGEST_NUMBER = 64;

	private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
		.maxTokenCount(MOST_TOKENS).maxNestingDepth(DEEPEST).maxNameLength(LONGEST_NAME).maxStringLength(LONGEST_TEXT)
		.maxNumberLength(LONGEST_NUMBER).build()).disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
	private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).enable(
		StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

	private JsonText() {}

	static byte[] write(final JsonNode json) throws IOException {
		final DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
		return MAPPER.writer(printer).writeValueAsBytes(json);
	}

	static JsonNode read(final byte[] text, final String name) throws IOException {
		try {
			return MAPPER.readTree(text);
		}
		catch (final StreamConstraintsException e) {
			throw DamagedModelException.damaged(name + " holds more, longer or deeper nested values than any model");
		}
		catch (final JsonProcessingException e) {
			throw DamagedModelException.damaged(name + " is not JSON");
		}
	}
}
