package org.vaerestore.vae;

import java.nio.FloatBuffer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.Convolution;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.Relu;

/**
 * What follows the pixel shuffle: blocks of channels become pixels with fewer channels, and a convolution at full
 * resolution brings neighbours together that come from different channels. Without it the shuffle's grid shows in smooth places.
 */
final class FullResolution implements AutoCloseable {

	private static final int KERNEL = 3;
	/** Residual and log-variance. */
	static final int OUTPUTS = 2;

	private final int side;
	private final int channels;
	private final Relu activation = Relu.inPlace();
	private final Convolution convolution;
	private INDArray pixels;
	private INDArray blockGradient;
	private float[] line = {};

	/**
	 * @param side of a block
	 * @param channels of a pixel before the convolution
	 */
	FullResolution(final ParameterStore store, final int side, final int channels) {
		this.side = side;
		this.channels = channels;
		convolution = new Convolution(store, "decoder.pixels", KERNEL, 1, channels, OUTPUTS, 0);
	}

	/** Returns residual and raw log-variance, [row, y, x, 2], of blocks [row, y, x, channel]. */
	INDArray forward(final INDArray blocks) {
		final int rows = (int) blocks.size(0), height = (int) blocks.size(1), width = (int) blocks.size(2);
		if (pixels == null || pixels.size(0) != rows || pixels.size(1) != (long) height * side || pixels.size(2) != (long) width *
			side)
		{
			OffHeap.close(pixels);
			pixels = OffHeap.allocate(rows, (long) height * side, (long) width * side, channels);
		}
		copy(OffHeap.buffer(blocks), OffHeap.buffer(pixels), rows * height, width, true);
		return convolution.forward(activation.forward(pixels));
	}

	/** Returns the gradient of the blocks; the one that it is given is overwritten. */
	INDArray backward(final INDArray gradient) {
		final INDArray pixelGradient = activation.backward(convolution.backward(gradient));
		final int rows = (int) pixelGradient.size(0), height = (int) pixelGradient.size(1) / side, width = (int) pixelGradient
			.size(2) / side;
		if (blockGradient == null || blockGradient.size(0) != rows || blockGradient.size(1) != height || blockGradient.size(
			2) != width)
		{
			OffHeap.close(blockGradient);
			blockGradient = OffHeap.allocate(rows, height, width, (long) side * side * channels);
		}
		copy(OffHeap.buffer(blockGradient), OffHeap.buffer(pixelGradient), rows * height, width, false);
		return blockGradient;
	}

	/** Copies lines of blocks to lines of pixels, or back. */
	private void copy(final FloatBuffer blocks, final FloatBuffer pixelBuffer, final int lines, final int width,
		final boolean forward)
	{
		final int part = width * side * channels;
		if (line.length != 2 * side * part) line = new float[2 * side * part];
		final int pixelBegin = side * part;
		for (int y = 0; y < lines; y++) {
			if (forward) blocks.get(y * pixelBegin, line, 0, pixelBegin);
			else pixelBuffer.get(y * pixelBegin, line, pixelBegin, pixelBegin);
			for (int x = 0; x < width; x++)
				for (int dy = 0; dy < side; dy++) {
					final int block = (x * side * side + dy * side) * channels, pixel = pixelBegin + dy * part + x * side * channels;
					if (forward) System.arraycopy(line, block, line, pixel, side * channels);
					else System.arraycopy(line, pixel, line, block, side * channels);
				}
			if (forward) pixelBuffer.put(y * pixelBegin, line, pixelBegin, pixelBegin);
			else blocks.put(y * pixelBegin, line, 0, pixelBegin);
		}
	}

	@Override
	public void close() {
		convolution.close();
		activation.close();
		OffHeap.close(pixels);
		OffHeap.close(blockGradient);
		pixels = null;
		blockGradient = null;
	}
}
