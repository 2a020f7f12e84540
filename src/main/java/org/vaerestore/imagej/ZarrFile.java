package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.vaerestore.blocks.StoredValues;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.RowWriter;
import org.vaerestore.zarr.Axis;
import org.vaerestore.zarr.Channel;
import org.vaerestore.zarr.OmeSpec;
import org.vaerestore.zarr.OmeZarrWriter;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.codec.Blosc;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.plugin.CompositeConverter;
import ij.process.LUT;

/**
 * Writes images as OME-Zarr 0.4, with their calibration, channels and how they were made.
 * <p>
 * Five axes, and chunks of a plane's squares of 512 pixels, packed by Blosc with Zstandard; smaller levels down to 256 pixels. What isn't
 * finished has no metadata of an image.
 * </p>
 */
final class ZarrFile {

	private static final int CHUNK = 512, WHITE = 0xffffff;
	private static final Map<String, String> UNITS = ZarrOutline.UNITS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue,
		Map.Entry::getKey));
	/** Names that ImageJ has beside those. */
	private static final Map<String, String> MORE_UNITS = Map.of("\u00b5m", "micrometer", "um", "micrometer", "microns", "micrometer", "s",
		"second", "ms", "millisecond");
	private static final String MADE = "vae-restore", PREFIX = "VAE Restore ";

	/** Share of the work that full resolution is. */
	private static final double FULL = 0.75;

	private ZarrFile() {}

	/**
	 * Checks that an OME-Zarr can be written to a path.
	 *
	 * @throws InputException if not, saying why
	 */
	static void requireWritable(final Path path) {
		if (Files.isDirectory(path) && !isEmpty(path) || Files.exists(path) && !Files.isDirectory(path)) throw new InputException("The output " +
			path + " exists already, and OME-Zarrs are not written over; choose another path, or delete it.");
		final Path folder = path.toAbsolutePath().normalize().getParent();
		if (folder == null || !Files.isDirectory(folder)) throw new InputException("The folder " + folder +
			" of the output doesn't exist; create it or choose another path.");
		OutputPath.requireFolder(folder);
	}

	private static boolean isEmpty(final Path folder) {
		try (var files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
		catch (final IOException e) {
			throw new InputException("The folder " + folder + " can't be read (" + OutputPath.reason(e) + "); choose another path.", e);
		}
	}

	/**
	 * Writes an image.
	 *
	 * @param image any; the colours of an RGB image become channels
	 */
	static void write(final ImagePlus image, final Path path, final Progress progress) {
		if (image.getType() == ImagePlus.COLOR_RGB) {
			// ImageJ takes the planes that it converts out of their stack.
			write(CompositeConverter.makeComposite(ResultImage.copyOf(image, image.getTitle())), path, progress);
			return;
		}
		final ImageAxes axes = ImageAxes.of(image);
		final PlaneReader reader = PlaneReader.of(Pixels.realValued(image));
		write(image, axes, path, output -> LargeImageJobs.forEachRows(axes, progress.part(0, FULL), (plane, rows, values) -> {
			reader.read(plane, rows, values);
			output.write(plane, rows, values);
		}), progress.part(FULL, 1));
	}

	/**
	 * Writes an image of which the rows come from elsewhere.
	 *
	 * @param outline image of any size with all that describes the one that is written
	 * @param axes of that
	 * @param content writes the rows
	 * @param rest of the work: smaller levels
	 */
	static void write(final ImagePlus outline, final ImageAxes axes, final Path path, final Consumer<RowWriter> content,
		final Progress rest)
	{
		requireWritable(path);
		final DataType type = type(outline);
		final List<Long> dimensions = List.of((long) axes.width(), (long) axes.height(), (long) axes.slices(), (long) axes.channels(), (long) axes
			.frames());
		final List<Integer> chunk = List.of(Math.min(CHUNK, axes.width()), Math.min(CHUNK, axes.height()), 1, 1, 1);
		final ArraySpec.Storage storage = ArraySpec.Storage.of(chunk, List.of(Blosc.standard(type.bytes())));
		final Calibration calibration = outline.getCalibration();
		final OmeZarrWriter writer = OmeZarrWriter.image(path, new OmeSpec(outline.getTitle(), axesOf(calibration), dimensions, type, scale(
			calibration), channels(outline), ZarrFormat.V2, storage, OmeSpec.levelsOf(dimensions), made(outline)));
		content.accept(new ZarrRows(writer.pixels(), type, axes, chunk.get(1)));
		writer.finish(Runtime.getRuntime().availableProcessors(), rest);
	}

	static DataType type(final ImagePlus image) {
		switch (image.getBitDepth()) {
			case 8:
				return DataType.UINT8;
			case 16:
				return image.getCalibration().isSigned16Bit() ? DataType.INT16 : DataType.UINT16;
			default:
				return DataType.FLOAT32;
		}
	}

	/** Returns x, y, z, channel and time with their units. */
	static List<Axis> axesOf(final Calibration calibration) {
		return List.of(Axis.space("x", unit(calibration.getXUnit())), Axis.space("y", unit(calibration.getYUnit())), Axis.space("z", unit(
			calibration.getZUnit())), Axis.channel(), Axis.time(unit(calibration.getTimeUnit())));
	}

	/** Returns null where ImageJ doesn't know any. */
	private static String unit(final String unit) {
		return unit == null || unit.isBlank() || unit.startsWith("pixel") ? null : UNITS.getOrDefault(unit, MORE_UNITS.getOrDefault(unit,
			unit));
	}

	/** Returns the distances of pixels along these axes. */
	static List<Double> scale(final Calibration calibration) {
		return List.of(positive(calibration.pixelWidth), positive(calibration.pixelHeight), positive(calibration.pixelDepth), 1.0, positive(
			calibration.frameInterval));
	}

	private static double positive(final double distance) {
		return distance > 0 && Double.isFinite(distance) ? distance : 1;
	}

	/** Returns how channels are shown. */
	static List<Channel> channels(final ImagePlus image) {
		final DataType type = type(image);
		final double most = type == DataType.UINT8 ? 255 : type == DataType.UINT16 ? 65535 : type == DataType.INT16 ? 32767 : image
			.getDisplayRangeMax(), least = type == DataType.INT16 ? -32768 : type == DataType.FLOAT32 ? image.getDisplayRangeMin() : 0;
		final int raised = type == DataType.INT16 ? StoredValues.RAISED : 0;
		final List<Channel> channels = new ArrayList<>();
		for (int channel = 0; channel < image.getNChannels(); channel++) {
			final LUT table = image.isComposite() ? ((CompositeImage) image).getChannelLut(channel + 1) : null;
			final double low = table == null ? image.getDisplayRangeMin() : table.min, high = table == null ? image.getDisplayRangeMax()
				: table.max;
			final String label = image.getStack().getShortSliceLabel(channel + 1);
			channels.add(new Channel(label == null ? "" : label, OptionalInt.of(table == null ? WHITE : table.getRGB(255) & WHITE), Optional.of(
				new Channel.Window(least, most, low - raised, high - raised))));
		}
		return channels;
	}

	/** Returns what the properties tell of how an image was made. */
	static Map<String, Map<String, String>> made(final ImagePlus image) {
		final Map<String, String> made = new TreeMap<>();
		final String[] properties = image.getPropertiesAsArray();
		if (properties == null) return Map.of();
		IntStream.range(0, properties.length / 2).filter(i -> properties[2 * i].startsWith(PREFIX)).forEach(i -> made.put(properties[2 * i]
			.substring(PREFIX.length()), properties[2 * i + 1]));
		return made.isEmpty() ? Map.of() : Map.of(MADE, made);
	}
}
