package org.vaerestore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.evaluate.Evaluation;
import org.vaerestore.generate.Generation;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.Restoration;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.MeasuredNoise;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.setaside.SetAside;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;

/** Planes that no array holds are refused by their size, whatever is to be done with them, before any of it is. */
class HugePlanesTest {

	private static final RestoreSettings RESTORING = new RestoreSettings(RestoreSettings.Mode.TILES, Estimate.MEAN, 0, 1,
		1);

	static Stream<FinalInterval> sizes() {
		return Stream.of(new FinalInterval(70_000, 70_000), new FinalInterval(70_000, 70_000, 5), new FinalInterval(3_000_000_000L, 400),
			new FinalInterval(400, 1L << 62), new FinalInterval(1L << 32, 1L << 32));
	}

	@ParameterizedTest
	@MethodSource("sizes")
	void areRefused(final FinalInterval size) {
		final RandomAccessibleInterval<UnsignedShortType> image = ConstantUtils.constantRandomAccessibleInterval(new UnsignedShortType(7),
			size);
		final RandomAccessibleInterval<FloatType> floats = ConstantUtils.constantRandomAccessibleInterval(new FloatType(7), size);
		final RandomAccessibleInterval<NativeBoolType> mask = ConstantUtils.constantRandomAccessibleInterval(new NativeBoolType(true),
			size);
		final VaeModel model = BuiltIn.model();
		final Supplier<List<TrainingImage>> training = () -> List.of(new TrainingImage(image, mask, "huge"));
		final TrainingSettings settings = TrainingSettings.defaults();
		final Progress none = Progress.silent();
		final List<Executable> uses = List.of(() -> Restoration.restore(image, mask, model, RESTORING, image, null, none),
			() -> Restoration.restore(floats, null, model, RESTORING, floats, floats, none), () -> Restoration.memory(image, mask, model
				.architecture(), RESTORING), () -> Enhancement.enhance(image, model, EnhanceSettings.defaults(), image, floats, none),
			() -> Enhancement.memory(image, model.architecture(), true, EnhanceSettings.defaults()), () -> Trainer.train(training.get(), settings,
				null, new TrainingListener() {}, none), () -> BuiltIn.modelFor(training.get(), settings, none), () -> Evaluation.psnr(image, floats,
					mask, 255), () -> Evaluation.ssim(image, floats, 255), () -> SetAside.find(PlaneReader.of(image), none),
			() -> MeasuredNoise.darkAndFlat(image, floats));
		for (int use = 0; use < uses.size(); use++) {
			final int number = use;
			final String message = assertThrows(InputException.class, uses.get(use), () -> "use " + number).getMessage();
			assertTrue(message.contains(size.dimension(0) + " x " + size.dimension(1) + " pixels") && message.contains("2147483639") && message
				.contains("cut the image into parts"), "use " + use + ": " + message);
		}
	}

	@Test
	void cantBeGenerated() {
		final VaeModel model = BuiltIn.model();
		assertEquals("The size is 1 images of 70000 x 70000 pixels, and more than 2147483639 pixels can't be held; ask for fewer or smaller " +
			"images.", assertThrows(InputException.class, () -> Generation.generate(model, 1, 70_000, 70_000, 1, 1, Progress.silent()))
				.getMessage());
		assertThrows(InputException.class, () -> Generation.generate(model, 3, 40_000, 40_000, 1, 1, Progress.silent()));
		assertThrows(InputException.class, () -> Generation.generate(model, 1, Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 1, Progress
			.silent()));
	}

	@Test
	void moreOfThemThanAnArrayCountsAreRefused() {
		final RandomAccessibleInterval<UnsignedShortType> image = ConstantUtils.constantRandomAccessibleInterval(new UnsignedShortType(7),
			new FinalInterval(4, 4, 1L << 31));
		final RandomAccessibleInterval<NativeBoolType> mask = ConstantUtils.constantRandomAccessibleInterval(new NativeBoolType(true),
			new FinalInterval(4, 4));
		final String message = assertThrows(InputException.class, () -> Restoration.memory(image, mask, BuiltIn.model().architecture(),
			RESTORING)).getMessage();
		assertEquals("The image has 2147483648 planes, and at most 2147483639 can be restored at once; give a part of it.", message);
	}
}
