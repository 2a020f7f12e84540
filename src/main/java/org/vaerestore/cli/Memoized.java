package org.vaerestore.cli;

import java.util.function.Supplier;

/** What is made at the first question, and kept. */
final class Memoized<T> implements Supplier<T> {

	private final Supplier<T> maker;
	private T made;

	private Memoized(final Supplier<T> maker) {
		this.maker = maker;
	}

	static <T> Supplier<T> of(final Supplier<T> maker) {
		return new Memoized<>(maker);
	}

	@Override
	public T get() {
		if (made == null) made = maker.get();
		return made;
	}
}
