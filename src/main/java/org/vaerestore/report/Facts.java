package org.vaerestore.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names and what they stand for, such as a model's architecture and where it comes from.
 *
 * @param facts by name, in the order of the page
 */
public record Facts(Map<String, String> facts) implements Block {

	/** Copies the map, order included. */
	public Facts {
		facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
	}
}
