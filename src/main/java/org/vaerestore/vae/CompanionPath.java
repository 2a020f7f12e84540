package org.vaerestore.vae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.Convolution;
import org.vaerestore.nn.LayerChain;
import org.vaerestore.nn.NearestUpsampling;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.RowView;
import org.vaerestore.nn.Scratch;

/**
 * What planes beside a picture add to what its encoder sees.
 * <p>
 * Each companion is compared with the picture by one network, which goes down to the coarsest level, as little of a change
 * shows in single pixels behind noise, and up again. Pixels that show the same are {@link CompanionAverage averaged} before the
 * encoder sees them. At each level the network tells values, too, and how far these count; their {@link CompanionMerge mean}
 * is added to what the encoder's level starts from. Projections start as zeros; and where there are no companions, a network is
 * what it was without.
 * </p>
 */
final class CompanionPath implements AutoCloseable {

	/** What the names of its parameters begin with. */
	static final String NAME = "companions.";

	private final int levels;
	private final boolean learning;
	private final PairShuffle shuffle;
	private final Encoder encoder;
	private final List<NearestUpsampling> ups = new ArrayList<>();
	private final List<LayerChain> blocks = new ArrayList<>();
	private final List<Convolution> heads = new ArrayList<>();
	private final List<CompanionMerge> merges = new ArrayList<>();
	private final List<Convolution> projections = new ArrayList<>();
	private final Convolution averageHead;
	private final CompanionAverage average;
	private final INDArray[] said;
	private final INDArray[] added;
	private final INDArray[] gradients;
	private final INDArray[] saidGradients;
	private final RowView[] sums;
	private INDArray input;
	private INDArray saidOfPixels;
	private List<Companion> companions = List.of();
	/** Of each companion the row of its picture. */
	private int[] pairs;

	CompanionPath(final ParameterStore store, final Architecture architecture, final Scratch scratch) {
		levels = architecture.levels();
		learning = scratch == null;
		final int own = architecture.companionChannels();
		shuffle = new PairShuffle(architecture.shuffle(), architecture.noiseInputs());
		encoder = new Encoder(store, NAME + "encoder", levels, 1, own, shuffle.inputChannels(), scratch);
		for (int level = 0; level < levels; level++) {
			final String name = NAME + level;
			final boolean top = level == levels - 1;
			ups.add(top ? null : new NearestUpsampling());
			blocks.add(top ? null : LayerChain.ofBlocks(store, name, 1, own, scratch));
			heads.add(new Convolution(store, name + ".said", 1, 1, own, 2 * own, 1));
			merges.add(new CompanionMerge(own));
			projections.add(new Convolution(store, name + ".added", 1, 1, own, architecture.channels(), 0));
		}
		averageHead = new Convolution(store, NAME + "average", 1, 1, own, shuffle.side() * shuffle.side(), 0);
		average = new CompanionAverage(shuffle.side());
		said = new INDArray[levels];
		added = new INDArray[levels];
		gradients = new INDArray[levels];
		saidGradients = new INDArray[levels];
		sums = new RowView[levels];
	}

	/**
	 * Finds what companions add to rows of pictures all of which have some.
	 *
	 * @return the rows, averaged with them
	 */
	Pictures forward(final Pictures pictures, final int from, final int rows) {
		final int height = pictures.height() / shuffle.side(), width = pictures.width() / shuffle.side();
		companions = new ArrayList<>();
		final IntStream.Builder pictureOf = IntStream.builder();
		for (int row = 0; row < rows; row++)
			for (final Companion companion : pictures.companions().get(from + row)) {
				companions.add(companion);
				pictureOf.add(row);
			}
		pairs = pictureOf.build().toArray();
		// Where nothing is learned, nothing of a companion has to be kept once it has been heard.
		final int together = learning ? pairs.length : 1;
		if (input == null || input.size(0) != together || input.size(1) != height || input.size(2) != width) {
			OffHeap.close(input);
			input = OffHeap.allocate(together, height, width, shuffle.inputChannels());
		}
		if (sums[0] == null || added[0].size(0) != rows) for (int level = 0; level < levels; level++)
			sums[level] = new RowView(0, rows);
		for (int level = 0; level < levels; level++)
			merges.get(level).begin(rows, height >> level, width >> level);
		average.begin(pictures, from, rows);
		for (int pair = 0; pair < pairs.length; pair++) {
			shuffle.write(pictures, from + pairs[pair], companions.get(pair), OffHeap.buffer(input), pair % together);
			if ((pair + 1) % together == 0) hear(pair + 1 - together, pair + 1);
		}
		for (int level = 0; level < levels; level++)
			added[level] = projections.get(level).forward(merges.get(level).end());
		final int begin = from * pictures.area();
		return new Pictures(rows, pictures.height(), pictures.width(), average.end(), Arrays.copyOfRange(pictures.visible(), begin, begin + rows *
			pictures.area()), pictures.noise().subList(from, from + rows));
	}

	/** Returns how much of the noise the average has left at each position, as a share; see {@link CompanionAverage#left}. */
	float[] noiseLeft() {
		return average.left();
	}

	/** Hears the companions that are in the input. */
	private void hear(final int begin, final int end) {
		final int[] pictureOf = Arrays.copyOfRange(pairs, begin, end);
		final List<INDArray> seen = encoder.forward(input);
		INDArray state = seen.get(levels - 1);
		for (int level = levels - 1; level >= 0; level--) {
			if (level < levels - 1) state = blocks.get(level).forward(ups.get(level).forward(state).addi(seen.get(level)));
			said[level] = heads.get(level).forward(state);
			merges.get(level).add(said[level], pictureOf);
		}
		saidOfPixels = averageHead.forward(state);
		for (int pair = begin; pair < end; pair++)
			average.add(companions.get(pair), pairs[pair], saidOfPixels, pair - begin);
	}

	/** Adds to what a level of the encoder starts from; its first rows are those of the pictures. */
	void addTo(final int level, final INDArray start) {
		sums[level].of(start).addi(added[level]);
	}

	/** Takes the gradient of what a level starts from. */
	void gradient(final int level, final INDArray startGradient) {
		if (gradients[level] == null || !gradients[level].equalShapes(added[level])) {
			OffHeap.close(gradients[level]);
			gradients[level] = OffHeap.allocate(added[level].shape());
		}
		gradients[level].assign(OffHeap.rows(startGradient, 0, added[level].size(0)));
		saidGradients[level] = heads.get(level).backward(merges.get(level).backward(projections.get(level).backward(
			gradients[level]), said[level], pairs));
	}

	/**
	 * Sets the gradients of the parameters, once all levels have given theirs.
	 *
	 * @param valueGradient that of the averaged rows, [row, y, x]
	 * @param leftGradient that of the noise left in them at each position
	 */
	void backward(final float[] valueGradient, final float[] leftGradient) {
		final List<INDArray> seenGradients = new ArrayList<>();
		INDArray gradient = averageHead.backward(average.backward(valueGradient, leftGradient, companions, saidOfPixels, pairs));
		for (int level = 0; level < levels; level++) {
			gradient.addi(saidGradients[level]);
			if (level < levels - 1) {
				final INDArray sum = blocks.get(level).backward(gradient);
				seenGradients.add(sum);
				gradient = ups.get(level).backward(sum);
			}
			else seenGradients.add(gradient);
		}
		encoder.backward(seenGradients);
	}

	@Override
	public void close() {
		encoder.close();
		averageHead.close();
		average.close();
		for (int level = 0; level < levels; level++) {
			if (ups.get(level) != null) ups.get(level).close();
			if (blocks.get(level) != null) blocks.get(level).close();
			heads.get(level).close();
			merges.get(level).close();
			projections.get(level).close();
			OffHeap.close(gradients[level]);
			gradients[level] = null;
			sums[level] = null;
		}
		OffHeap.close(input);
		input = null;
	}
}
