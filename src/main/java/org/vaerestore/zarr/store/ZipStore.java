package org.vaerestore.zarr.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip of a Zarr hierarchy, for reading; keys are its entries.
 * <p>
 * The hierarchy is at the root of the zip, as OME-Zarr has it, or in the one folder of the zip that has one. Ranges of stored entries are
 * read directly, those of deflated ones by unpacking all before.
 * </p>
 */
public final class ZipStore implements Store {

	private final Path file;
	private final ZipFile zip;
	private final String root;
	/** Made when it is first asked for. */
	private final Map<String, Collection<String>> listed = new ConcurrentHashMap<>();

	/**
	 * Opens a zip.
	 *
	 * @throws IOException if it can't be read, or is none
	 */
	public ZipStore(final Path file) throws IOException {
		this.file = file;
		zip = new ZipFile(file.toFile());
		root = root();
	}

	private String root() {
		if (hasMetadata("")) return "";
		final List<String> folders = zip.stream().map(ZipEntry::getName).map(name -> name.substring(0, name.indexOf('/') + 1)).distinct()
			.filter(this::hasMetadata).limit(2).toList();
		return folders.size() == 1 ? folders.get(0) : "";
	}

	private boolean hasMetadata(final String folder) {
		return Keys.METADATA.stream().anyMatch(name -> zip.getEntry(folder + name) != null);
	}

	@Override
	public Optional<byte[]> read(final String key, final long most) throws IOException {
		final ZipEntry entry = entry(key);
		if (entry == null) return Optional.empty();
		if (entry.getSize() > most) throw new TooLargeException(entry.getSize(), most);
		try (InputStream in = zip.getInputStream(entry)) {
			// What a zip says of an entry's size need not be true.
			final byte[] content = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
			if (in.read() >= 0) throw new TooLargeException(content.length + 1L, most);
			if (content.length < entry.getSize()) throw new EOFException("it is truncated");
			return Optional.of(content);
		}
	}

	@Override
	public byte[] read(final String key, final long offset, final int length) throws IOException {
		final ZipEntry entry = entry(key);
		if (entry == null) throw new EOFException("it does not exist");
		try (InputStream in = zip.getInputStream(entry)) {
			in.skipNBytes(offset);
			final byte[] content = in.readNBytes(length);
			if (content.length == length) return content;
		}
		catch (final EOFException e) {
			// As if there were less behind it.
		}
		throw new EOFException("it is truncated: there should be " + length + " bytes from byte " + offset);
	}

	@Override
	public OptionalLong size(final String key) {
		final ZipEntry entry = entry(key);
		return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.getSize());
	}

	@Override
	public void write(final String key, final byte[] content) throws IOException {
		throw new IOException("zips are read only; write to a folder");
	}

	@Override
	public List<String> list(final String prefix) {
		return List.copyOf(listed.computeIfAbsent(prefix, this::names));
	}

	private Collection<String> names(final String prefix) {
		final String start = root + (prefix.isEmpty() ? "" : prefix + "/");
		final Collection<String> names = new TreeSet<>();
		zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith(start) && name.length() > start.length()).forEach(name -> names.add(
			name.substring(start.length()).split("/", 2)[0]));
		return new ArrayList<>(names);
	}

	@Override
	public String describe(final String key) {
		return key.isEmpty() ? file.toString() : file + "!/" + root + key;
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	private ZipEntry entry(final String key) {
		final ZipEntry entry = key.isEmpty() ? null : zip.getEntry(root + key);
		return entry == null || entry.isDirectory() ? null : entry;
	}
}
