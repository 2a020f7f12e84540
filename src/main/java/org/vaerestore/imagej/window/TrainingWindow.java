package org.vaerestore.imagej.window;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Image;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.UIManager;
import javax.swing.WindowConstants;

import org.vaerestore.job.Causes;
import org.vaerestore.job.Progress;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Preview;
import org.vaerestore.train.TrainingListener;

import ij.ImageJ;
import ij.gui.GUI;
import ij.gui.Plot;

/**
 * The window of a training: live curves, a preview, time left, and buttons to finish early or to cancel.
 * <p>
 * Finish ends the training and keeps the best model so far; so does closing the window, for a click beside the mark should
 * not cost an hour's work. Cancel throws the model away. Afterwards the window can stay and offer to save the model. Its
 * methods may be called on any thread.
 * </p>
 */
public final class TrainingWindow implements Progress, TrainingListener, AutoCloseable {

	private static final int PLOT_WIDTH = 230, PLOT_HEIGHT = 150;
	/** Small enough for the labels of an axis to fit beside it. */
	private static final float PLOT_FONT = 9;
	private static final long INTERVAL = 200_000_000L;

	/** How a training ends. */
	public enum Ending {
		/** It goes on, or came to its own end. */
		NONE,
		/** The user wants the best model so far. */
		FINISH,
		/** The user wants no model. */
		CANCEL
	}

	private final Progress host;
	private final List<TrainingPoint> history = new ArrayList<>();
	private final Queue<String> lines = new ConcurrentLinkedQueue<>();
	private final JFrame frame;
	private final JLabel loss = new JLabel();
	private final JLabel quality = new JLabel();
	private final JLabel latents = new JLabel(" ");
	private final JLabel message = new JLabel("Preparing...");
	private final JProgressBar bar = new JProgressBar(0, 1000);
	private final PreviewStrip strip = new PreviewStrip();
	private final JButton finish = new JButton("Finish");
	private final JButton cancel = new JButton("Cancel");
	private final JButton save = new JButton("Save model...");
	private final JButton dismiss = new JButton("Close");
	private final long started = System.nanoTime();
	private volatile Ending ending = Ending.NONE;
	private volatile boolean stays;
	private long shown;

	private TrainingWindow(final String title, final Image emptyLoss, final Image emptyQuality, final Progress host) {
		this.host = host;
		frame = new JFrame("Training on " + title);
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.setIconImage(icon());
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				if (stays) frame.dispose();
				else end(Ending.FINISH);
			}
		});
		save.setVisible(false);
		dismiss.setVisible(false);
		dismiss.addActionListener(event -> frame.dispose());
		finish.setToolTipText("End the training now and keep the best model so far");
		cancel.setToolTipText("End the training and throw its model away");
		finish.addActionListener(event -> end(Ending.FINISH));
		cancel.addActionListener(event -> end(Ending.CANCEL));
		loss.setIcon(new ImageIcon(emptyLoss));
		quality.setIcon(new ImageIcon(emptyQuality));
		frame.setContentPane(content());
		frame.pack();
		GUI.centerOnImageJScreen(frame);
		frame.setVisible(true);
	}

	/**
	 * Opens the window of a training.
	 *
	 * @param title of what is trained on
	 * @param host progress that is told and asked as well
	 */
	public static TrainingWindow open(final String title, final Progress host) {
		final TrainingWindow[] window = new TrainingWindow[1];
		// Drawn here: the event thread has the first window of Swing to open already.
		final Image emptyLoss = empty("Training loss"), emptyQuality = empty("Validation PSNR (dB)");
		onEventThread(() -> window[0] = new TrainingWindow(title, emptyLoss, emptyQuality, host));
		return window[0];
	}

	/** Returns how the user ended the training. */
	public Ending ending() {
		return ending;
	}

	@Override
	public void update(final double fraction, final String what) {
		host.update(fraction, what);
		final long now = System.nanoTime();
		if (now - shown < INTERVAL) return;
		shown = now;
		final String left = TimeLeft.describe(fraction, (now - started) / 1e9);
		EventQueue.invokeLater(() -> {
			bar.setValue((int) Math.round(1000 * fraction));
			if (ending == Ending.NONE) message.setText(what + (left.isEmpty() ? "" : ", " + left));
		});
	}

	// ImageJ's log would open in front of this window; it gets the lines when the window goes.
	@Override
	public void log(final String line) {
		lines.add(line);
	}

	@Override
	public boolean isCancelled() {
		return ending != Ending.NONE || host.isCancelled();
	}

	@Override
	public void trained(final TrainingPoint point) {
		history.add(point);
		// Drawn on this thread: the event thread has a user to serve.
		final Optional<ImageIcon> losses = ModelPlots.loss(history).map(TrainingWindow::drawn);
		final Optional<ImageIcon> qualities = ModelPlots.quality(history).map(TrainingWindow::drawn);
		EventQueue.invokeLater(() -> {
			losses.ifPresent(loss::setIcon);
			qualities.ifPresent(quality::setIcon);
			latents.setText("Latents tell, in nats per pixel, from fine structure to coarse: " + point.divergences());
		});
	}

	@Override
	public void previewed(final Preview preview) {
		final Image[] pictures = PreviewStrip.pictures(preview);
		EventQueue.invokeLater(() -> strip.show(pictures));
	}

	/**
	 * Keeps the window open after {@link #close}, with a button that saves the trained model.
	 *
	 * @param name to propose for the file, without an extension
	 */
	public void offer(final VaeModel model, final String name) {
		stays = true;
		EventQueue.invokeLater(() -> {
			message.setText("Done. The model " + model.id() + " is the current one until another is, or ImageJ quits.");
			bar.setValue(bar.getMaximum());
			finish.setVisible(false);
			cancel.setVisible(false);
			save.addActionListener(event -> SaveModel.ask(name).ifPresent(path -> {
				save.setEnabled(false);
				SaveModel.write(model, path, saved -> {
					save.setEnabled(!saved);
					if (saved) message.setText("Done. The model " + model.id() + " is the current one, and saved.");
				});
			}));
			save.setVisible(true);
			dismiss.setVisible(true);
		});
	}

	@Override
	public void close() {
		if (!stays) EventQueue.invokeLater(frame::dispose);
		for (String line = lines.poll(); line != null; line = lines.poll())
			host.log(line);
	}

	private void end(final Ending how) {
		if (ending != Ending.NONE) return;
		ending = how;
		finish.setEnabled(false);
		cancel.setEnabled(false);
		message.setText(how == Ending.FINISH ? "Finishing: keeping the best model so far..." : "Cancelling...");
	}

	private JPanel content() {
		final JPanel plots = new JPanel(new FlowLayout(FlowLayout.LEFT, 8, 0));
		plots.add(loss);
		plots.add(quality);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 8, 0));
		buttons.add(finish);
		buttons.add(cancel);
		buttons.add(save);
		buttons.add(dismiss);
		final JPanel status = new JPanel(new BorderLayout(8, 6));
		status.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
		final JPanel words = new JPanel(new GridLayout(2, 1, 0, 2));
		for (final JLabel label : List.of(latents, message)) {
			label.setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN));
			words.add(label);
		}
		status.add(words, BorderLayout.NORTH);
		status.add(bar, BorderLayout.CENTER);
		status.add(buttons, BorderLayout.SOUTH);
		final JPanel content = new JPanel();
		content.setLayout(new BoxLayout(content, BoxLayout.Y_AXIS));
		content.setBorder(BorderFactory.createEmptyBorder(8, 0, 4, 0));
		content.add(plots);
		content.add(strip);
		content.add(Box.createVerticalStrut(2));
		content.add(status);
		return content;
	}

	private static ImageIcon drawn(final Plot plot) {
		plot.setFont(Font.PLAIN, PLOT_FONT);
		plot.setSize(PLOT_WIDTH, PLOT_HEIGHT);
		return new ImageIcon(plot.getProcessor().createImage());
	}

	private static Image empty(final String axis) {
		final Plot plot = new Plot("", "Steps", axis);
		plot.setFont(Font.PLAIN, PLOT_FONT);
		plot.setSize(PLOT_WIDTH, PLOT_HEIGHT);
		plot.setLimits(0, 100, 0, 1);
		return plot.getProcessor().createImage();
	}

	private static Image icon() {
		final ImageJ main = ij.IJ.getInstance();
		return main == null ? null : main.getIconImage();
	}

	private static void onEventThread(final Runnable work) {
		if (EventQueue.isDispatchThread()) {
			work.run();
			return;
		}
		try {
			EventQueue.invokeAndWait(work);
		}
		catch (final InterruptedException | InvocationTargetException e) {
			throw Causes.unwrapped(e);
		}
	}
}
