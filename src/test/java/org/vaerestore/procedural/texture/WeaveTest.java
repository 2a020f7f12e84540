package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeaveTest {

	@ParameterizedTest
	@EnumSource
	void repeatsAfterItsThreads(final Weave.Binding binding) {
		final Texture cloth = new Weave(Axis.of(0), 5, 7, binding, 1, 0.2, 0.5, 0.5);
		for (int x = 0; x < 40; x++) {
			assertEquals(cloth.at(x, 11.5), cloth.at(x + 5 * binding.threads(), 11.5), 1e-9);
			assertEquals(cloth.at(x, 11.5), cloth.at(x, 11.5 + 7 * binding.threads()), 1e-9);
		}
	}

	@ParameterizedTest
	@EnumSource
	void eachThreadGoesOverAndUnder(final Weave.Binding binding) {
		for (int thread = 0; thread < 8; thread++) {
			int over = 0;
			for (int crossing = 0; crossing < 20; crossing++)
				if (binding.warpAbove(thread, crossing)) over++;
			assertTrue(over >= 4 && over <= 10, "thread " + thread + " is over " + over + " of 20");
		}
	}

	@ParameterizedTest
	@EnumSource
	void threadsAreBrightestInTheirMiddle(final Weave.Binding binding) {
		final Texture cloth = new Weave(Axis.of(0), 6, 6, binding, 1, 1, 0.8, 0.8);
		assertTrue(cloth.at(3, 3) > cloth.at(5.5, 3) + 0.5 && cloth.at(3, 3) > cloth.at(3, 0.5) + 0.5);
	}
}
