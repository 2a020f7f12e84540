package org.vaerestore.ij1;

import java.awt.AWTEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;

import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Option;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.imagej.action.Values;
import org.vaerestore.imagej.window.Manual;
import org.vaerestore.imagej.window.RegionPreview;
import org.vaerestore.job.InputException;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.NonBlockingGenericDialog;
import ij.plugin.frame.Recorder;

/** The dialog of a command: a field for each option, what the values amount to, Help and, where there is one, a preview. */
final class ActionDialog implements DialogListener {

	private final Action action;
	private final ImagePlus image;
	private final Session session;
	private final GenericDialog dialog;
	private final DialogFields fields;
	private Advice advice;
	private Values values;

	private ActionDialog(final Action action, final ImagePlus image, final Session session) {
		this.action = action;
		this.image = image;
		this.session = session;
		// Non-blocking, so that the image can be scrolled and zoomed meanwhile.
		dialog = new NonBlockingGenericDialog(action.label().replace("...", ""));
		values = action.proposal(image, session);
		fields = new DialogFields(dialog, action.options());
	}

	/** Asks the user; returns nothing if the dialog was cancelled. */
	static Optional<Values> ask(final Action action, final ImagePlus image, final Session session) {
		return new ActionDialog(action, image, session).ask();
	}

	private Optional<Values> ask() {
		fields.add(values, image);
		try (RegionPreview preview = action.canPreview() && image != null ? new RegionPreview(image) : null) {
			advice = new Advice(dialog, () -> action.advice(image, values, session));
			if (preview != null) dialog.addButton("Preview", event -> preview.show((region, progress) -> action.preview(image,
				region, values, session, progress), advice::show));
			dialog.addHelp(Manual.section(action.section()));
			dialog.addDialogListener(this);
			// Before, a short advice would leave no room for a long one.
			dialog.addWindowListener(new WindowAdapter() {

				@Override
				public void windowOpened(final WindowEvent event) {
					advice.request();
				}
			});
			dialog.showDialog();
			advice.close();
		}
		if (dialog.wasCanceled()) return Optional.empty();
		if (image != null && image.getWindow() == null && IJ.getInstance() != null && !image.isVisible())
			throw new InputException("\"" + image.getTitle() + "\" has been closed; open it again.");
		if (Recorder.record && !isRecorded()) IJ.log("ImageJ's recorder can't hold these values, as one has brackets that don't " +
			"pair. In a macro, write: run(\"" + action.label() + "\", \"" + values.toMacro(action.options()) + "\");");
		return Optional.of(values);
	}

	/** Returns whether what ImageJ's recorder has taken from the dialog gives the same texts. */
	private boolean isRecorded() {
		try {
			final Values recorded = Values.parse(action.options(), Recorder.getCommandOptions());
			return action.options().stream().filter(option -> option instanceof Option.PathName || option instanceof Option.Text ||
				option instanceof Option.Destination).allMatch(option -> withoutSlashes(recorded.text(option)).equals(withoutSlashes(values.text(option))));
		}
		catch (final InputException e) {
			return false;
		}
	}

	// The recorder doubles them, or turns them round.
	private static String withoutSlashes(final String text) {
		return text.replaceAll("[/\\\\]", "");
	}

	/** Reads the fields; called once more at the end, when ImageJ's recorder listens. */
	@Override
	public boolean dialogItemChanged(final GenericDialog changed, final AWTEvent event) {
		try {
			values = fields.read();
		}
		catch (final InputException e) {
			advice.show(e.getMessage());
			return false;
		}
		if (event != null) advice.request();
		return true;
	}
}
