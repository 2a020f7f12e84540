package org.vaerestore.host.child;

import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

import ij.Menus;

/** Writes what the menu has: {@code commands.txt}, and {@code menu.txt} if there is one to be seen. */
public final class MenuProgram implements Program {

	/** Creates the program. */
	public MenuProgram() {}

	@Override
	public void run(final Path folder, final Supplier<List<String>> messages) throws IOException {
		final TreeSet<String> commands = new TreeSet<>();
		Menus.getCommands().forEach((label, plugin) -> commands.add(label + " = " + plugin));
		Files.write(folder.resolve("commands.txt"), commands);
		final MenuBar bar = Menus.getMenuBar();
		if (bar == null) return;
		final List<String> items = new ArrayList<>();
		for (int i = 0; i < bar.getMenuCount(); i++)
			add(bar.getMenu(i), bar.getMenu(i).getLabel(), items);
		Files.write(folder.resolve("menu.txt"), items);
	}

	private static void add(final Menu menu, final String path, final List<String> items) {
		for (int i = 0; i < menu.getItemCount(); i++) {
			final MenuItem item = menu.getItem(i);
			if (item instanceof Menu inner) add(inner, path + ">" + inner.getLabel(), items);
			else items.add(path + ">" + item.getLabel());
		}
	}
}
