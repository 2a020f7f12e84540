package org.vaerestore.host.child;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowEvent;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.swing.JLabel;
import javax.swing.Timer;

import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import ij.gui.MultiLineLabel;
import ij.text.TextWindow;

/** Reads ImageJ's messages and confirms them at once, as a macro waits for that; exceptions' windows count as messages. */
final class Dialogs implements AWTEventListener, AutoCloseable {

	private static final int TIMES = 6;

	private final List<String> messages = new ArrayList<>();

	/** Dialogs and how often they are still to be closed: one that is closed before it has begun to wait would wait for ever. */
	private final Map<Dialog, Integer> answered = new ConcurrentHashMap<>();
	private final Timer timer = new Timer(50, event -> close(answered));

	private Dialogs() {
		timer.start();
	}

	private static void close(final Map<Dialog, Integer> dialogs) {
		for (final Dialog dialog : dialogs.keySet()) {
			// ImageJ's dialogs take a rest when they are closed, each time.
			dialog.dispose();
			dialogs.computeIfPresent(dialog, (key, times) -> times > 1 ? times - 1 : null);
		}
	}

	static Dialogs watch() {
		final Dialogs dialogs = new Dialogs();
		Toolkit.getDefaultToolkit().addAWTEventListener(dialogs, AWTEvent.WINDOW_EVENT_MASK);
		return dialogs;
	}

	/** Returns what was said since this was called last. */
	synchronized List<String> takeMessages() {
		final List<String> taken = List.copyOf(messages);
		messages.clear();
		return taken;
	}

	@Override
	public void eventDispatched(final AWTEvent event) {
		if (event.getID() != WindowEvent.WINDOW_OPENED) return;
		final Window window = ((WindowEvent) event).getWindow();
		if (window instanceof MessageDialog || window instanceof GenericDialog dialog && dialog.getTitle().equals(
			"Macro Error"))
		{
			final Dialog dialog = (Dialog) window;
			say(dialog.getTitle() + ": " + text(dialog));
			answered.put(dialog, TIMES);
		}
		else if (window instanceof TextWindow text && "Exception".equals(text.getTitle())) say("Exception: " + text
			.getTextPanel().getText());
	}

	@Override
	public void close() {
		Toolkit.getDefaultToolkit().removeAWTEventListener(this);
		timer.stop();
	}

	private synchronized void say(final String message) {
		messages.add(message);
	}

	private static String text(final Container container) {
		final StringBuilder text = new StringBuilder();
		for (final Component component : Components.all(container)) {
			if (component instanceof MultiLineLabel label) text.append(lines(label));
			else if (component instanceof Label label) text.append(label.getText());
			else if (component instanceof JLabel label) text.append(label.getText());
		}
		return text.toString();
	}

	// The label tells nobody its lines.
	private static String lines(final MultiLineLabel label) {
		try {
			final Field lines = MultiLineLabel.class.getDeclaredField("lines");
			lines.setAccessible(true);
			return String.join(" ", (String[]) lines.get(label));
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}
