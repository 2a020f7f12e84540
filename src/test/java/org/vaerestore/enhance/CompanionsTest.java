package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.Progress;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Tensor;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Models that see slices beside a plane get them, in place of an average, and are saved with what they know of them. */
class CompanionsTest {

	private static final int SIDE = 40, SLICES = 3;

	@Test
	void seeTheSlicesBeside(@TempDir final Path folder) {
		final VaeModel alone = TinyModel.noisy();
		final Path file = folder.resolve("beside.vae.zip");
		ModelFile.write(withCompanions(alone), file);
		final VaeModel model = ModelFile.read(file);
		assertEquals(4, model.architecture().companionChannels());
		final float[] stack = stack();
		final EnhanceSettings settings = new EnhanceSettings(0, 1, 1, 1).withOrientations(2);
		final float[] single = enhanced(stack, model, settings);
		assertArrayEquals(enhanced(stack, alone, settings), single, "planes on their own");
		final float[] together = enhanced(stack, model, settings.withSliceAxis(2));
		assertFalse(Arrays.equals(single, together));
		assertFalse(Arrays.equals(enhanced(stack, alone, settings.withSliceAxis(2)), together), "an average");
	}

	private static float[] enhanced(final float[] stack, final VaeModel model, final EnhanceSettings settings) {
		final Img<FloatType> image = ArrayImgs.floats(stack.clone(), SIDE, SIDE, SLICES);
		final float[] result = new float[stack.length];
		Enhancement.enhance(image, model, settings, ArrayImgs.floats(result, SIDE, SIDE, SLICES), null, Progress.silent());
		return result;
	}

	private static VaeModel withCompanions(final VaeModel model) {
		final Architecture architecture = model.architecture().withCompanions(4);
		final List<Tensor> weights;
		try (LadderVae fresh = new LadderVae(architecture, 1, 1)) {
			weights = fresh.weights().stream().map(tensor -> model.weights().stream().filter(known -> known.name().equals(tensor.name())).findAny()
				.orElse(tensor)).toList();
		}
		return new VaeModel(model.id(), architecture, model.inputSize(), model.normalisation(), model.noise(), model.settings(), model.history(), model
			.provenance(), weights, null, null, null);
	}

	private static float[] stack() {
		final Random random = new Random(1);
		final float[] stack = new float[SIDE * SIDE * SLICES];
		for (int i = 0; i < stack.length; i++)
			stack[i] = (float) (100 + 40 * Math.sin(i % SIDE * 0.3) + 10 * random.nextGaussian());
		return stack;
	}
}
