package org.vaerestore.procedural;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/** All kinds of procedural pictures by their names, as they are seen through the lens that is theirs. */
public final class Gallery {

	private Gallery() {}

	/**
	 * Kinds that belong together.
	 *
	 * @param name of them all
	 * @param about what they are for, in a sentence
	 * @param exhibits the kinds
	 */
	public record Room(String name, String about, List<Exhibit> exhibits) {
	}

	/** Returns all kinds, those that a training sees mixed first. */
	public static List<Room> rooms() {
		return List.of(new Room("As a training sees them", "All kinds, as often as they come in a training.", List.of(
			new Exhibit("any", (side, random) -> Range.shown(ProceduralPictures.draw(side, random.nextLong()))))),
			new Room("Photographs", "Sharp or nearly so, with textures of all kinds.", exhibits(NamedKind.PHOTOGRAPHS,
				Gallery::photographed)),
			new Room("Scenes with textures", "What microscopes and scanners show as finely as their pixels are.", exhibits(
				NamedKind.TEXTURED_SCENES, kind -> seen(kind, Microscope.SHARP))),
			new Room("Scenes", "What microscopes and scanners show.", exhibits(NamedKind.SCENES, kind -> seen(kind,
				Microscope.USUAL))),
			new Room("Specimens", "Few materials, each of which goes on wherever it is: what may be behind a hole is learned from these.",
				List.of(new Exhibit("specimen", seen(new Specimen(), Microscope.SHARP)))),
			new Room("On scenes", "What lies on pictures and belongs to no specimen.", Stream.of(Overlay.values()).map(
				Gallery::overlaid).toList()),
			new Room("Seen together", "Planes that stand beside each other, nearest first: what those beside one tell of the left one.",
				NamedSeries.ALL.stream().map(Exhibit::of).toList()),
			new Room("Textures", "What fills leaves and planes, at full contrast.", Textures.names().stream().map(
				Gallery::texture).toList()));
	}

	private static List<Exhibit> exhibits(final List<NamedKind> kinds, final UnaryOperator<Kind> lens) {
		return kinds.stream().collect(Collectors.toMap(NamedKind::name, NamedKind::kind, (first, same) -> first,
			LinkedHashMap::new)).entrySet().stream().map(entry -> new Exhibit(entry.getKey(), lens.apply(entry.getValue())))
			.toList();
	}

	private static Kind photographed(final Kind kind) {
		return (side, random) -> new Camera().seen(kind.draw(side, random), side, random);
	}

	private static Kind seen(final Kind kind, final Lens lens) {
		return (side, random) -> Range.shown(lens.seen(Range.unit(kind.draw(side, random)), side, random));
	}

	private static Exhibit overlaid(final Overlay overlay) {
		return new Exhibit(overlay.name().toLowerCase(Locale.ROOT).replace('_', ' '), (side, random) -> {
			final Pile pile = new Pile(side);
			overlay.lay(pile, side, random);
			return pile.before(Range.shown(ProceduralPictures.scene(side, random.nextLong())), 0);
		});
	}

	private static Exhibit texture(final String name) {
		return new Exhibit(name, (side, random) -> {
			final Texture texture = Textures.draw(name, side, random);
			final float[] plane = new float[side * side];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) texture.at(i % side, i / side);
			return Range.shown(plane);
		});
	}
}
