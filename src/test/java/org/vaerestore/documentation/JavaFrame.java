package org.vaerestore.documentation;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.command.ops.VaeOps;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.model.VaeModel;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.FloatType;

/** What the Java of the documentation takes as given. */
public final class JavaFrame {

	private static final int SIDE = 64;

	private JavaFrame() {}

	/** Returns a picture. */
	public static Img<FloatType> image() {
		final Img<FloatType> image = empty();
		int i = 0;
		for (final FloatType pixel : image)
			pixel.set((float) (100 + 40 * Math.sin(0.2 * (i % SIDE)) * Math.cos(0.13 * (i / SIDE)) + 7 * i++ % 11));
		return image;
	}

	/** Returns room for a picture. */
	public static Img<FloatType> empty() {
		return ArrayImgs.floats(SIDE, SIDE);
	}

	/** Returns a mask of a few pixels. */
	public static Img<NativeBoolType> mask() {
		final Img<NativeBoolType> mask = ArrayImgs.booleans(SIDE, SIDE);
		int i = 0;
		for (final NativeBoolType pixel : mask)
			pixel.set(i++ % SIDE == 20);
		return mask;
	}

	/** Returns a model. */
	public static VaeModel model() {
		return TinyModel.noisy();
	}

	/** Calls the ops of the suite as SciJava Ops does, by their names. */
	public static final class Ops {

		/** Begins a call. */
		public Call op(final String name) {
			return new Call(Arrays.stream(VaeOps.class.getMethods()).filter(method -> ("vae." + method.getName()).equals(name)).findAny()
				.orElseThrow(() -> new IllegalArgumentException(name)), new ArrayList<>(), null);
		}
	}

	/**
	 * A call of an op.
	 *
	 * @param method of it
	 * @param inputs that are given
	 * @param output that takes the result
	 */
	public record Call(Method method, List<Object> inputs, Object output) {

		/** Gives the inputs. */
		public Call input(final Object... given) {
			return new Call(method, new ArrayList<>(Arrays.asList(given)), output);
		}

		/** Gives the output. */
		public Call output(final Object given) {
			return new Call(method, inputs, given);
		}

		/** Computes; settings that are left out are null. */
		public void compute() throws ReflectiveOperationException {
			if (inputs.size() == method.getParameterCount() - 2) inputs.add(null);
			inputs.add(output);
			method.invoke(null, inputs.toArray());
		}
	}
}
