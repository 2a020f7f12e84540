package org.vaerestore.model;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as text for people: indented, lists of numbers in one line, the same bytes on every system. */
final class JsonText {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

	private JsonText() {}

	static byte[] write(final JsonNode json) throws IOException {
		final DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
		return MAPPER.writer(printer).writeValueAsBytes(json);
	}

	static JsonNode read(final byte[] text, final String name) throws IOException {
		try {
			return MAPPER.readTree(text);
		}
		catch (final JsonProcessingException e) {
			throw DamagedModelException.damaged(name + " is not JSON");
		}
	}
}
