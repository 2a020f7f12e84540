package org.vaerestore.host.child;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Finds the parts of windows. */
final class Components {

	private Components() {}

	/** Returns all parts of a window, in the order in which they were added. */
	static List<Component> all(final Container container) {
		final List<Component> found = new ArrayList<>();
		for (final Component component : container.getComponents()) {
			found.add(component);
			if (component instanceof Container inner) found.addAll(all(inner));
		}
		return found;
	}

	/** Returns the first part that suits. */
	static Component find(final Container container, final Predicate<Component> suits) {
		return all(container).stream().filter(suits).findFirst().orElseThrow(() -> new NoSuchElementException("In " +
			container));
	}
}
