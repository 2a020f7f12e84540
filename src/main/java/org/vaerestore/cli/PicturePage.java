package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.vaerestore.job.Progress;
import org.vaerestore.procedural.Exhibit;
import org.vaerestore.procedural.Gallery;
import org.vaerestore.report.Block;
import org.vaerestore.report.Picture;
import org.vaerestore.report.Pictures;
import org.vaerestore.report.ReportPage;
import org.vaerestore.report.Section;

/**
 * A page of procedural pictures, by kind, for people to look at.
 *
 * @param side of each picture in pixels
 * @param each how many pictures of a kind there are
 */
record PicturePage(int side, int each) {

	/** Draws the pictures and writes the page; returns its path. */
	Path write(final Path folder, final Progress progress) {
		final List<Gallery.Room> rooms = Gallery.rooms();
		final int all = rooms.stream().mapToInt(room -> room.exhibits().size()).sum();
		final List<Section> sections = new ArrayList<>();
		int done = 0;
		for (final Gallery.Room room : rooms) {
			final List<Block> rows = new ArrayList<>();
			for (final Exhibit exhibit : room.exhibits()) {
				progress.checkCancelled();
				progress.update((double) done++ / all, "Drawing " + exhibit.name());
				// What is mixed of all kinds needs more to be seen.
				rows.add(row(exhibit, room.exhibits().size() == 1 ? 4 * each : each));
			}
			sections.add(new Section(room.name(), room.about(), rows));
		}
		return new ReportPage("Procedural pictures", "What the weights that networks start from are made of: pictures drawn " +
			"by rules, without noise. The same numbers give the same pictures.", sections).write(folder, progress);
	}

	private Pictures row(final Exhibit exhibit, final int count) {
		final List<Picture> row = new ArrayList<>();
		for (int seed = 1; seed <= count; seed++)
			row.add(Picture.gray(exhibit.name() + " " + seed, exhibit.across() * side, side, exhibit.picture(side, seed), 0, 1));
		return new Pictures(row);
	}
}
