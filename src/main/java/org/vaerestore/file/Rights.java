package org.vaerestore.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whom a file belongs to, and who may do what with it. */
sealed interface Rights {

	/** Returns how a part is made that nobody may read who may not read the file at its end. */
	FileAttribute<?>[] ofPart();

	/** Narrows a part that has no content yet, where {@link #ofPart} can't. */
	void begin(Path part) throws IOException;

	/** Gives a part that is done the rights of the file. */
	void finish(Path part) throws IOException;

	/** Returns those of a file, or those that the folder and the user's settings give a new one. */
	static Rights of(final Path target) throws IOException {
		final boolean there = Files.exists(target);
		if (PartFile.isPosix(target.getParent())) return there ? Posix.of(Files
			.readAttributes(target, PosixFileAttributes.class)) : Posix.ofNew(target.getParent());
		final AclFileAttributeView view = there ? Files.getFileAttributeView(target, AclFileAttributeView.class) : null;
		return view == null ? new Inherited() : new Acl(view.getOwner(), view.getAcl());
	}

	/**
	 * Those of Unix.
	 *
	 * @param owner null for whoever writes
	 * @param group null for that of a new file
	 */
	record Posix(UserPrincipal owner, GroupPrincipal group, Set<PosixFilePermission> permissions) implements Rights {

		private static final Set<PosixFilePermission> OF_PART = EnumSet.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE);

		static Posix of(final PosixFileAttributes attributes) {
			return new Posix(attributes.owner(), attributes.group(), attributes.permissions());
		}

		/** Looks at an empty file what the user's mask and the folder's defaults make of one. */
		static Posix ofNew(final Path folder) throws IOException {
			try (PartFile probe = PartFile.in(folder)) {
				return new Posix(null, null, Files.getPosixFilePermissions(probe.path()));
			}
		}

		@Override
		public FileAttribute<?>[] ofPart() {
			return new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(both(permissions, OF_PART)) };
		}

		@Override
		public void begin(final Path part) {}

		@Override
		public void finish(final Path part) throws IOException {
			final PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
			final boolean grouped = group == null || keep(group.equals(view.readAttributes().group()), () -> view.setGroup(
				group));
			final Set<PosixFilePermission> wanted = grouped ? permissions : withoutGroup(permissions);
			keep(wanted.equals(view.readAttributes().permissions()), () -> view.setPermissions(wanted));
			// Last, as who has given a file away can't change it any more.
			if (owner != null) keep(owner.equals(view.getOwner()), () -> view.setOwner(owner));
		}

		/** Another group than before gets no more than all others had. */
		private static Set<PosixFilePermission> withoutGroup(final Set<PosixFilePermission> permissions) {
			final Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
			for (final PosixFilePermission permission : permissions)
				if (!permission.name().startsWith("GROUP") || permissions.contains(PosixFilePermission.valueOf(permission.name()
					.replace("GROUP", "OTHERS")))) kept.add(permission);
			return kept;
		}

		private static Set<PosixFilePermission> both(final Set<PosixFilePermission> a, final Set<PosixFilePermission> b) {
			final Set<PosixFilePermission> both = EnumSet.copyOf(b);
			both.retainAll(a);
			return both;
		}
	}

	/** Those of Windows. */
	record Acl(UserPrincipal owner, List<AclEntry> entries) implements Rights {

		@Override
		public FileAttribute<?>[] ofPart() {
			return new FileAttribute<?>[0];
		}

		@Override
		public void begin(final Path part) throws IOException {
			Files.getFileAttributeView(part, AclFileAttributeView.class).setAcl(entries);
		}

		@Override
		public void finish(final Path part) throws IOException {
			final AclFileAttributeView view = Files.getFileAttributeView(part, AclFileAttributeView.class);
			keep(owner.equals(view.getOwner()), () -> view.setOwner(owner));
		}
	}

	/** Those of the folder, where there are no others. */
	record Inherited() implements Rights {

		@Override
		public FileAttribute<?>[] ofPart() {
			return new FileAttribute<?>[0];
		}

		@Override
		public void begin(final Path part) {}

		@Override
		public void finish(final Path part) {}
	}

	/** Returns whether something is as it was; a user may not change all of it, and then has less than before, never more. */
	private static boolean keep(final boolean already, final WriterLock.Act change) {
		if (already) return true;
		try {
			change.run();
			return true;
		}
		catch (final IOException e) {
			return false;
		}
	}
}
