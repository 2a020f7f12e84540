package org.vaerestore.imagej.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

	@ParameterizedTest
	@CsvSource({ "0.5,65,1:05 left", "0.25,1,0:03 left", "0.01,100,2:45:00 left", "0.5,3599.6,1:00:00 left",
		"0.999,1,0:00 left", "0.5,3599.4,59:59 left" })
	void extrapolates(final double fraction, final double seconds, final String expected) {
		assertEquals(expected, TimeLeft.describe(fraction, seconds));
	}

	@ParameterizedTest
	@CsvSource({ "0,100", "0.009,100", "0.5,0.9", "1,100", "NaN,100" })
	void saysNothingWhileItIsTooEarlyOrAtTheEnd(final double fraction, final double seconds) {
		assertEquals("", TimeLeft.describe(fraction, seconds));
	}
}
