package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.Locale;

import org.vaerestore.generate.Generation;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.imagej.ResultImage;
import org.vaerestore.job.InputException;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(name = "generate", header = "Draws new images from a model, to see what it has learned.", footer = { "",
	"Example:", "  vae-restore generate --model stack.vae.zip --count 8 --size 128x128 --output drawn.tif" })
final class GenerateCommand implements Runnable {

	private final Terminal terminal;

	@Option(names = "--model", required = true, paramLabel = "MODEL", description = "Model file.")
	private Path model;

	@Option(names = "--output", required = true, paramLabel = "PATH", description = "Stack to write, 32-bit .tif.")
	private Path output;

	@Option(names = "--count", paramLabel = "N", defaultValue = "1", description =
		"Number of images (default: ${DEFAULT-VALUE}).")
	private int count;

	@Option(names = "--size", paramLabel = "WxH", converter = SizeConverter.class, description =
		"Width and height in pixels, such as 128x96 (default: the model's input size).")
	private Size size;

	@Mixin
	private ComputeOptions compute;

	GenerateCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		OutputPath.requireWritableImage(output);
		if (output.toString().toLowerCase(Locale.ROOT).endsWith(".png")) throw new InputException(
			"Generated images are 32-bit, which PNG can't hold: " + output + "; use .tif.");
		if (count < 1 || count > 10_000) throw new InputException("--count is " + count + "; it must be from 1 to 10000.");
		final VaeModel drawn = ModelFile.read(model);
		final Size wanted = size == null ? new Size(drawn.inputSize(), drawn.inputSize()) : size;
		try (TerminalProgress progress = terminal.progress()) {
			ImageWriter.write(ResultImage.of(Generation.generate(drawn, count, wanted.width, wanted.height, compute.seed(),
				compute.threads(), progress), "generated"), output);
		}
		terminal.print("The generated images are in " + output + ".");
	}

	/** A width and a height in pixels. */
	private record Size(int width, int height) {
	}

	/** Reads 128x96. */
	private static final class SizeConverter implements ITypeConverter<Size> {

		@Override
		public Size convert(final String text) {
			if (!text.matches("[0-9]{1,5}[xX][0-9]{1,5}")) throw new TypeConversionException("'" + text +
				"' is not a width and a height such as 128x96");
			final String[] sides = text.split("[xX]");
			final Size size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
			if (size.width < 8 || size.height < 8) throw new TypeConversionException("'" + text +
				"' is too small; each side must be at least 8 pixels");
			return size;
		}
	}
}
