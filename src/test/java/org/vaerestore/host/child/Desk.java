package org.vaerestore.host.child;

import java.awt.AWTEvent;
import java.awt.AWTException;
import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.TextEvent;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import javax.imageio.ImageIO;

import ij.Executer;
import ij.Macro;
import ij.WindowManager;
import ij.gui.GenericDialog;

/** A user before the screen: chooses commands, fills in dialogs, presses OK and takes pictures. */
final class Desk {

	private static final int MINUTES = 2;
	/** Milliseconds in which windows are drawn, and the advice of a dialog is found. */
	private static final int REST = 1500;

	private final Path pictures;
	private final Robot robot;

	/**
	 * Sits down.
	 *
	 * @param pictures folder for the pictures
	 */
	Desk(final Path pictures) throws AWTException, IOException {
		this.pictures = Files.createDirectories(pictures);
		robot = new Robot();
	}

	/** What a user does. */
	interface Deed {

		/** Does it. */
		void run() throws Exception;
	}

	/** Does something, and waits for the window that it opens. */
	<W extends Window> W await(final Class<W> type, final Predicate<W> expected, final Deed deed) throws Exception {
		final CompletableFuture<W> opened = new CompletableFuture<>();
		final AWTEventListener listener = event -> {
			if (event.getID() == WindowEvent.WINDOW_OPENED && type.isInstance(event.getSource()) && expected.test(type.cast(event
				.getSource()))) opened.complete(type.cast(event.getSource()));
		};
		Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.WINDOW_EVENT_MASK);
		try {
			deed.run();
			return opened.get(MINUTES, TimeUnit.MINUTES);
		}
		finally {
			Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
		}
	}

	/** Chooses a command from the menu, and waits for its dialog. */
	GenericDialog openDialog(final String command) throws Exception {
		final GenericDialog dialog = await(GenericDialog.class, candidate -> command.startsWith(candidate.getTitle()),
			() -> new Executer(command, WindowManager.getCurrentImage()));
		robot.waitForIdle();
		return dialog;
	}

	/** Returns the open frame whose title begins so. */
	Frame find(final String title) {
		robot.waitForIdle();
		return Arrays.stream(Frame.getFrames()).filter(frame -> frame.isShowing() && frame.getTitle().startsWith(title))
			.findFirst().orElseThrow(() -> new NoSuchElementException(title));
	}

	/** Fills in fields of a dialog, which are told by the first words of their labels, as in macros. */
	void fill(final GenericDialog dialog, final Map<String, String> values) throws Exception {
		final Map<String, Component> fields = fields(dialog);
		EventQueue.invokeAndWait(() -> values.forEach((key, value) -> {
			final Component field = fields.get(key);
			if (field instanceof Choice choice) {
				choice.select(value);
				dialog.itemStateChanged(new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, value, ItemEvent.SELECTED));
			}
			else if (field instanceof TextField text) {
				text.setText(value);
				dialog.textValueChanged(new TextEvent(text, TextEvent.TEXT_VALUE_CHANGED));
			}
			else throw new NoSuchElementException(key + " in " + fields.keySet());
		}));
	}

	/** Presses a button of a dialog. */
	void press(final GenericDialog dialog, final String label) throws Exception {
		final Button button = (Button) Components.find(dialog, component -> component instanceof Button candidate && candidate
			.getLabel().strip().equals(label));
		EventQueue.invokeAndWait(() -> {
			final ActionEvent event = new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button.getLabel());
			for (final var listener : button.getActionListeners())
				listener.actionPerformed(event);
		});
	}

	/** Waits until a command is done. */
	void awaitEnd(final String command) throws InterruptedException {
		for (final Thread thread : Thread.getAllStackTraces().keySet())
			if (thread.getName().equals(command) || thread.getName().equals("Run$_" + command)) {
				thread.join(TimeUnit.MINUTES.toMillis(MINUTES));
				if (thread.isAlive()) throw new IllegalStateException(command + " doesn't end");
			}
		robot.waitForIdle();
	}

	/** Takes a picture of a window, after it has come to rest. */
	void picture(final Window window, final String name) throws IOException {
		picture(name, window);
	}

	/** Takes a picture of a window after some seconds. */
	void pictureLater(final Window window, final String name, final int seconds) throws IOException {
		for (int second = 0; second < seconds && window.isShowing(); second++)
			robot.delay(1000);
		picture(name, window);
	}

	/** Takes one picture of several windows. */
	void picture(final String name, final Window... windows) throws IOException {
		robot.waitForIdle();
		robot.delay(REST);
		final Rectangle bounds = new Rectangle(windows[0].getBounds());
		for (final Window window : windows)
			bounds.add(window.getBounds());
		ImageIO.write(robot.createScreenCapture(bounds), "png", pictures.resolve(name + ".png").toFile());
	}

	private static Map<String, Component> fields(final GenericDialog dialog) {
		final Map<String, Component> fields = new LinkedHashMap<>();
		String label = "";
		for (final Component component : Components.all(dialog)) {
			// ImageJ puts a space before the unit that follows a field.
			if (component instanceof Label text && !text.getText().startsWith(" ")) label = text.getText();
			else if (component instanceof Choice || component instanceof TextField) fields.put(Macro.trimKey(label), component);
		}
		return fields;
	}
}
