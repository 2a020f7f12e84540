package org.vaerestore.trust;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.vaerestore.report.ModelFacts;

/** An assessment as JSON: all figures of the page, for programs. */
public final class TrustJson {

	private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
	/** Grows when fields change their meaning. */
	private static final int VERSION = 1;

	private TrustJson() {}

	// JSON has no NaN.
	private static JsonNode withoutNaN(final JsonNode node) {
		if (node instanceof ObjectNode object) object.properties().forEach(field -> field.setValue(withoutNaN(field.getValue())));
		if (node instanceof ArrayNode array) for (int i = 0; i < array.size(); i++)
			array.set(i, withoutNaN(array.get(i)));
		return node.isDouble() && !Double.isFinite(node.doubleValue()) ? MAPPER.nullNode() : node;
	}

	/**
	 * Returns the JSON in UTF-8.
	 *
	 * @param facts of the host that did the job, by name
	 */
	public static byte[] of(final Assessment assessment, final Map<String, String> facts) {
		final ObjectNode json = MAPPER.createObjectNode();
		final Subject subject = assessment.subject();
		json.put("format", VERSION).put("image", subject.title()).put("job", subject.job().done()).put("verdict", switch (assessment
			.weight()) {
			case NOTE -> "yes";
			case CAUTION -> "with reservations";
			case STOP -> "no";
		});
		final ArrayNode findings = json.putArray("findings");
		for (final Finding finding : assessment.findings())
			findings.addObject().put("weight", finding.weight().name().toLowerCase(java.util.Locale.ROOT)).put("name", finding.name())
				.put("figure", finding.figure()).put("advice", finding.advice());
		final ObjectNode settings = json.putObject("settings");
		subject.job().settings().forEach(settings::put);
		facts.forEach(settings::put);
		final ObjectNode model = json.putObject("model");
		ModelFacts.of(subject.model()).forEach(model::put);
		subject.model().noiseLevel().ifPresent(level -> json.set("noise", MAPPER.valueToTree(level)));
		json.set("measured", withoutNaN(MAPPER.valueToTree(assessment.measured())));
		json.put("methods", MethodsParagraph.of(assessment));
		try {
			return MAPPER.writeValueAsBytes(json);
		}
		catch (final JsonProcessingException e) {
			throw new IllegalStateException(e);
		}
	}
}
