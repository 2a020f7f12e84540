package org.vaerestore.trust;

import java.util.List;

import org.vaerestore.trust.Finding.Weight;

/**
 * Whether a result may be measured in, and what says so.
 *
 * <pre>
 * Assessment assessment = Assessor.assess(new Subject("cells", input, result, null, null, model, job), progress);
 * </pre>
 *
 * @param subject what was done
 * @param measured what was measured on it
 * @param findings what the measurements amount to, those that matter most first
 * @param shown what to show
 */
public record Assessment(Subject subject, Measurements measured, List<Finding> findings, Shown shown) {

	/** Copies the list. */
	public Assessment {
		findings = List.copyOf(findings);
	}

	/** Returns the weight of what matters most. */
	public Weight weight() {
		return findings.stream().map(Finding::weight).max(Weight::compareTo).orElse(Weight.NOTE);
	}
}
