package org.vaerestore.zarr.array;

import java.util.Optional;

import org.vaerestore.job.InputException;

import com.fasterxml.jackson.databind.JsonNode;

import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;

/**
 * An array of Zarr v2 or v3.
 *
 * <pre>
 * try (Store store = new FolderStore(path)) {
 * 	ZarrArray array = ZarrArray.open(Node.root(store).child("0"));
 * 	LazyCellImg&lt;? extends RealType&lt;?&gt;, ?&gt; image = array.image(new CellCache(256 &lt;&lt; 20));
 * }
 * </pre>
 */
public final class ZarrArray {

	private final Node node;
	private final ArrayMetadata metadata;

	ZarrArray(final Node node, final ArrayMetadata metadata) {
		this.node = node;
		this.metadata = metadata;
	}

	/**
	 * Opens an array; chunks are read when they are asked for.
	 *
	 * @throws InputException if there is none, or it is of a kind that isn't read, by its name
	 */
	public static ZarrArray open(final Node node) {
		final Optional<JsonNode> v3 = node.json(Node.V3_METADATA);
		if (v3.isPresent()) return new ZarrArray(node, V3Metadata.read(new Fields(v3.get(), node.describe())));
		final JsonNode v2 = node.json(Node.V2_ARRAY).orElseThrow(() -> new InputException("There is no Zarr array " + node.describe() +
			"; give the path of an OME-Zarr image, or another copy of this one."));
		return new ZarrArray(node, V2Metadata.read(new Fields(v2, node.describe())));
	}

	ArrayMetadata metadata() {
		return metadata;
	}

	/** Returns the version of its format. */
	public ZarrFormat format() {
		return metadata.format();
	}

	/** Returns what its values are. */
	public DataType type() {
		return metadata.type();
	}

	/** Returns the pixels along each axis, x first. */
	public long[] dimensions() {
		return metadata.dimensions();
	}

	/** Returns the pixels of a chunk, what is best read at a time, along each axis, x first. */
	public int[] chunk() {
		return ArrayMetadata.reversed(metadata.chunk());
	}

	/** Returns the pixels of a shard, or of a chunk if there are no shards, along each axis, x first. */
	public int[] shard() {
		return ArrayMetadata.reversed(metadata.unit());
	}

	/** Returns its key in its store. */
	public String path() {
		return node.path();
	}

	/** Returns where it is, for people. */
	public String describe() {
		return node.describe();
	}

	/**
	 * Returns the pixels, of the ImgLib2 type that {@link #type} says, x first; what is missing is the fill value.
	 * <p>
	 * Chunks are read when their pixels are asked for, which throws an {@link InputException} if one is damaged. Any number of
	 * threads may read at a time. What is written to the image is lost when the cache drops the chunk.
	 * </p>
	 *
	 * @param cache that keeps chunks; images may share one
	 */
	public LazyCellImg<? extends RealType<?>, ?> image(final CellCache cache) {
		final LazyCellImg<?, ?> image = linked(Cast.unchecked(metadata.type().create()), new CellLoader(node, metadata, cache));
		return Cast.unchecked(image);
	}

	/**
	 * Returns the pixels as {@link #image(CellCache)} does.
	 *
	 * @param type of the values
	 * @throws IllegalArgumentException if values are of another type
	 */
	public <T extends NativeType<T> & RealType<T>> LazyCellImg<T, ?> image(final CellCache cache, final T type) {
		if (metadata.type().create().getClass() != type.getClass()) throw new IllegalArgumentException("Values are of type " + metadata.type()
			.id() + ", not " + type.getClass().getSimpleName() + ".");
		return linked(type.createVariable(), new CellLoader(node, metadata, cache));
	}

	private static <T extends NativeType<T>> LazyCellImg<T, DataAccess> linked(final T type, final CellLoader loader) {
		final LazyCellImg<T, DataAccess> image = new LazyCellImg<>(loader.grid(), type, loader::get);
		final NativeTypeFactory<T, DataAccess> factory = Cast.unchecked(type.getNativeTypeFactory());
		image.setLinkedType(factory.createLinkedType(image));
		return image;
	}
}
