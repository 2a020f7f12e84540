package org.vaerestore.host.child;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What is done in the ImageJ that is tested; has a constructor without parameters. */
public interface Program {

	/**
	 * Does it.
	 *
	 * @param folder where files are and go
	 * @param messages returns what dialogs said since it was asked last
	 */
	void run(Path folder, Supplier<List<String>> messages) throws Exception;

	/** Makes a program, by the name of its class. */
	static Program named(final String name) throws ReflectiveOperationException {
		return (Program) Class.forName(name).getDeclaredConstructor().newInstance();
	}
}
