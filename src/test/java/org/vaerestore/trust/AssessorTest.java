package org.vaerestore.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.trust.Finding.Weight;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.vae.noise.Stabilisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.FloatType;

/** Results that are known to be right or wrong, and what is found about them. */
class AssessorTest {

	private static final int SIDE = Noisy.SIDE;
	private static final EnhanceSettings FAST = new EnhanceSettings(0, 1, 1, 1).withOrientations(1);
	/** The built-in network with the noise that the pictures have. */
	private static final VaeModel MODEL = model();

	private static VaeModel model() {
		return model(NoiseCorrelations.WHITE);
	}

	private static VaeModel model(final NoiseCorrelations correlations) {
		final VaeModel start = BuiltIn.model();
		final Normalisation normalisation = Normalisation.fit(Noisy.sum(Noisy.signal(), Noisy.noise(0)), Stabilisation.of(Noisy.NOISE,
			Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)).withCorrelations(correlations);
		return new VaeModel(start.id(), start.architecture(), start.inputSize(), normalisation, Noisy.NOISE, start.settings(), start
			.history(), start.provenance(), start.weights(), null, null, null);
	}

	private static Assessment enhanced(final float[] input, final float[] result) {
		return enhanced(input, result, MODEL);
	}

	private static Assessment enhanced(final float[] input, final float[] result, final VaeModel model) {
		final Img<FloatType> uncertainty = ArrayImgs.floats(SIDE, SIDE);
		return Assessor.assess(new Subject("cells", ArrayImgs.floats(input, SIDE, SIDE), ArrayImgs.floats(result, SIDE, SIDE),
			uncertainty, null, model, new Job.Enhanced(FAST)), Progress.silent());
	}

	private static List<String> names(final Assessment assessment, final Weight least) {
		return assessment.findings().stream().filter(finding -> finding.weight().compareTo(least) >= 0).map(Finding::name).toList();
	}

	@Test
	void aRightResultHasNoWarnings() {
		final Assessment right = enhanced(Noisy.sum(Noisy.signal(), Noisy.noise(1)), Noisy.signal());
		assertEquals(List.of(), names(right, Weight.CAUTION));
		assertEquals(Weight.NOTE, right.weight());
		// A good network on a smooth picture: what was recorded lies about it by the noise.
		assertEquals(0.68, right.measured().coverage().within68(), 0.06);
		assertEquals(0.95, right.measured().coverage().within95(), 0.03);
		assertEquals(1, right.measured().levels().ratio(), 0.02);
	}

	/** What rows share was taken away before the network saw the image: it is no structure, and no error. */
	@Test
	void stripesThatWereTakenAwayAreNoStructure() {
		final float[] input = Noisy.sum(Noisy.signal(), Noisy.noise(1));
		final Random random = new Random(4);
		for (int y = 0; y < SIDE; y++) {
			final float offset = (float) (Noisy.SD * random.nextGaussian());
			for (int x = 0; x < SIDE; x++)
				input[y * SIDE + x] += offset;
		}
		final Assessment right = enhanced(input, Noisy.signal(), model(NoiseCorrelations.WHITE.withShared(0.7f, 0)));
		assertFalse(names(right, Weight.CAUTION).contains("Structure in the residual"), right.findings().toString());
		// Where offsets change slowly, they can't be told from what is in the picture; of 0.7 that much is left.
		assertEquals(0.25, right.measured().correlation().rows(), 0.1);
		assertEquals(0.95, right.measured().coverage().within95(), 0.03);
	}

	@Test
	void theSameAgainGivesTheSame() {
		final float[] input = Noisy.sum(Noisy.signal(), Noisy.noise(2));
		assertArrayEquals(TrustJson.of(enhanced(input, Noisy.signal()), Map.of()), TrustJson.of(enhanced(input, Noisy.signal()), Map
			.of()));
	}

	@Test
	void aGratingThatWasTakenAwayIsTold() {
		final float[] input = Noisy.sum(Noisy.signal(), Noisy.noise(3));
		for (int i = 0; i < input.length; i++)
			if (i % SIDE > SIDE / 2) input[i] += (float) (20 * Math.sin(Math.PI * (i % SIDE) / 3));
		final Assessment wrong = enhanced(input, Noisy.signal());
		assertTrue(names(wrong, Weight.STOP).contains("Structure in the residual"), wrong.findings().toString());
		assertTrue(wrong.measured().structure() > 0.4);
	}

	/** What is left of noise that was smoothed isn't structure that was taken away. */
	@Test
	void noiseThatWasKeptIsNoStructure() {
		final float[] noise = Noisy.noise(8), result = Noisy.signal();
		for (int i = SIDE; i < result.length - SIDE; i++)
			result[i] += 0.12f * (noise[i] + noise[i - 1] + noise[i + 1] + noise[i - SIDE] + noise[i + SIDE]);
		final Assessment found = enhanced(Noisy.sum(Noisy.signal(), noise), result);
		assertTrue(found.measured().correlation().at(1, 0) < -0.1, "neighbours go apart");
		assertEquals(List.of(), names(found, Weight.CAUTION));
		assertTrue(names(found, Weight.NOTE).contains("Less than the noise was taken away"));
	}

	/** Stripes of two pixels alternate too, but along them pixels go together. */
	@Test
	void stripesThatWereTakenAwayAreTold() {
		final float[] taken = Noisy.noise(9);
		for (int i = 0; i < taken.length; i++)
			taken[i] = 0.7f * taken[i] + (i % 2 == 0 ? 3 : -3);
		final float[] input = Noisy.sum(Noisy.signal(), taken);
		assertTrue(names(enhanced(input, Noisy.signal()), Weight.CAUTION).contains("Structure in the residual"));
	}

	@Test
	void changesThatAreNoneHaveNoSign() {
		assertEquals("0.00 %", Judgement.change(-0.00004));
		assertEquals("0.00 %", Judgement.change(0));
		assertEquals("+10.00 %", Judgement.change(0.1));
		assertEquals("-0.01 %", Judgement.change(-0.0001));
	}

	@Test
	void aSlopeOfNineTenthsIsTold() {
		final float[] result = Noisy.signal();
		for (int i = 0; i < result.length; i++)
			result[i] *= 0.9f;
		assertTrue(names(enhanced(Noisy.sum(Noisy.signal(), Noisy.noise(4)), result), Weight.CAUTION).contains(
			"Intensities out of proportion"));
	}

	@Test
	void specksThatWereTakenAwayAreTold() {
		final float[] input = Noisy.sum(Noisy.signal(), Noisy.noise(5));
		for (int i = 500; i < input.length; i += 1000)
			input[i] += 90;
		assertTrue(names(enhanced(input, Noisy.signal()), Weight.CAUTION).contains("Specks were taken away"));
	}

	@Test
	void pixelsWithoutUncertaintyAreSetAside() {
		final float[] input = Noisy.sum(Noisy.signal(), Noisy.noise(6)), result = Noisy.signal(), deviation = new float[input.length];
		for (int i = 0; i < SIDE * 10; i++) {
			input[i] = result[i] = -5000;
			deviation[i] = Float.NaN;
		}
		final Assessment found = Assessor.assess(new Subject("cells", ArrayImgs.floats(input, SIDE, SIDE), ArrayImgs.floats(result,
			SIDE, SIDE), ArrayImgs.floats(deviation, SIDE, SIDE), null, MODEL, new Job.Enhanced(FAST)), Progress.silent());
		assertEquals(10.0 / SIDE, found.measured().unknown(), 1e-9);
		assertEquals(List.of("Pixels set aside"), names(found, Weight.NOTE));
	}

	@Test
	void pixelsWithoutAValueThatGotOneAreSynthetic() {
		final float[] input = Noisy.sum(Noisy.signal(), Noisy.noise(8)), result = Noisy.signal();
		for (int i = 0; i < SIDE * 10; i++)
			input[i] = Float.NaN;
		for (int i = 0; i < SIDE * 2; i++)
			result[i] = Float.NaN;
		final Assessment found = enhanced(input, result);
		assertEquals(8.0 / SIDE, found.measured().synthetic(), 1e-9);
		assertEquals(2.0 / SIDE, found.measured().unknown(), 1e-9);
		assertEquals(List.of("Pixels set aside", "Synthetic pixels"), names(found, Weight.NOTE));
		assertTrue(MethodsParagraph.of(found).contains("Pixels without a value ("), MethodsParagraph.of(found));
	}

	@Test
	void restoredPixelsAreComparedWithHiddenOnesOfTheSameShape() {
		final float[] input = Noisy.sum(Noisy.signal(), Noisy.noise(7));
		final Img<NativeBoolType> mask = ArrayImgs.booleans(SIDE, SIDE);
		final var pixel = mask.randomAccess();
		for (int i = 0; i < 40; i++)
			pixel.setPositionAndGet(100 + i, 100 + i / 2).set(true);
		final float[] result = input.clone(), wrong = input.clone();
		wrong[0]++;
		final RestoreSettings settings = new RestoreSettings(RestoreSettings.Mode.TILES, Estimate.MEAN, 0, 1, 1);
		final Assessment right = restored(input, result, mask, settings);
		assertEquals(40.0 / SIDE / SIDE, right.measured().synthetic(), 1e-9);
		assertEquals(0, right.measured().changed());
		assertTrue(right.measured().coverage().count() > 500, right.measured().coverage().toString());
		// No prediction of a pixel is closer to it than its own noise.
		assertEquals(Noisy.SD, right.measured().coverage().error(), 1.5);
		assertEquals("Yes, outside of the restored pixels.", TrustPage.headline(right));
		// Two samples say less of uncertainty, and as much of what was changed.
		final Assessment changed = restored(input, wrong, mask, new RestoreSettings(settings.mode(), settings.estimate(), 2, 1, 1));
		assertEquals(List.of("Known pixels changed"), names(changed, Weight.STOP));
		assertEquals("No.", TrustPage.headline(changed));
	}

	private static Assessment restored(final float[] input, final float[] result, final Img<NativeBoolType> mask,
		final RestoreSettings settings)
	{
		return Assessor.assess(new Subject("cells", ArrayImgs.floats(input, SIDE, SIDE), ArrayImgs.floats(result, SIDE, SIDE), null,
			mask, MODEL, new Job.Restored(settings)), Progress.silent());
	}

	@Test
	void thePageNeedsNothingElseAndSaysWhatTheJsonSays() throws IOException {
		final Assessment assessment = enhanced(Noisy.sum(Noisy.signal(), Noisy.noise(8)), Noisy.signal());
		final String page = new String(TrustPage.of(assessment, Map.of("host", "<ImageJ>")).selfContained(), StandardCharsets.UTF_8);
		assertFalse(page.contains("src=\"0") || page.contains("http:") || page.contains("https:") || page.contains("<link"));
		assertTrue(page.contains("data:image/png;base64,") && page.contains("&lt;ImageJ&gt;"));
		assertTrue(page.contains("<strong>" + TrustPage.headline(assessment)));
		final JsonNode json = new ObjectMapper().readTree(TrustJson.of(assessment, Map.of()));
		assertEquals("yes", json.get("verdict").asText());
		assertEquals(assessment.measured().intensities().slope(), json.at("/measured/intensities/slope").asDouble());
		assertEquals(MODEL.id(), json.at("/model/model").asText());
		assertTrue(page.contains(json.get("methods").asText().substring(0, 40)));
		assertFalse(json.get("methods").asText().contains("SHA-256"), "what was drawn on the way has no hash");
	}

	@Test
	void coverageCountsWhatLiesWithin() {
		final Random random = new Random(1);
		final int n = 20_000;
		final float[] predicted = new float[n], deviation = new float[n], recorded = new float[n];
		for (int i = 0; i < n; i++) {
			deviation[i] = 1 + i % 5;
			predicted[i] = i % 100;
			recorded[i] = (float) (predicted[i] + deviation[i] * random.nextGaussian());
		}
		final Coverage right = Coverage.of(predicted, deviation, recorded);
		assertEquals(0.6827, right.within68(), 4 * right.standardError(0.6827));
		assertEquals(0.95, right.within95(), 4 * right.standardError(0.95));
		// The mean of 1, 4, 9, 16 and 25 is 11.
		assertEquals(Math.sqrt(11), right.expected(), 1e-6);
		assertEquals(Math.sqrt(11), right.error(), 0.1);
		for (int i = 0; i < n; i++)
			deviation[i] /= 2;
		// Within half a standard deviation of a normal one: 38.3 %.
		assertEquals(0.3829, Coverage.of(predicted, deviation, recorded).within68(), 0.015);
	}
}
