package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vaerestore.Fuzz;

@Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MacroTextFuzzTest {

	private static final List<String> GOOD = List.of("model=built-in apply=stack output=new samples=0 uncertainty=yes seed=1",
		"source=mask-image image=[mask of [waves]] scope=all invert=yes grow=-2.5", "model=file file='/a b/it]' minutes=2 strength=80.5",
		"channels=1-3,5 slices=all others=none folder=[C:\\data\\new] steps=1000");

	@Test
	void damagedTexts() {
		final List<byte[]> good = GOOD.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
		final Map<String, String> expected = MacroText.parse(GOOD.get(1));
		for (final Action action : Actions.all().values())
			Fuzz.run(1000, Fuzz.LITTLE, good, bytes -> {
				final String text = new String(bytes, StandardCharsets.ISO_8859_1);
				MacroText.parse(text);
				Values.parse(action.options(), text);
			}, () -> assertEquals(expected, MacroText.parse(GOOD.get(1))));
	}
}
