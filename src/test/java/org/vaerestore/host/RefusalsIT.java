package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.IJ;

/** What commands can't do ends the macro with a message that helps, and leaves all images as they were. */
class RefusalsIT {

	/**
	 * A thing that can't be done.
	 *
	 * @param name of the case
	 * @param before what leads to it
	 * @param command that is refused
	 * @param options of the command
	 * @param message parts of what the user is told
	 */
	private record Refusal(String name, String before, String command, String options, List<String> message) {}

	private static final String OPEN = "open(getArgument() + File.separator + \"byte.tif\"); ";
	private static final String STACK = "open(getArgument() + File.separator + \"short.tif\"); ";
	private static final String MASKED = OPEN + "makeRectangle(24, 20, 9, 7); run(\"VAE Select ROI as Mask\", \"source=selection\"); ";
	private static final String LOCK = "call(\"org.vaerestore.host.child.Images.lock\"); ";
	private static final String RESTORE = "VAE Restore...", ENHANCE = "VAE Enhance...", MASK = "VAE Select ROI as Mask",
			TRAIN = "VAE Train on Stack...", GENERATE = "VAE Generate...", EVALUATE = "VAE Evaluate...", EXPORT =
				"VAE Export Model...", INFO = "VAE Model Info...", BATCH = "VAE Batch...";

	private static final List<Refusal> WITHOUT_MODEL = List.of(
		refusal("no-image-restore", "", RESTORE, "output=new", "no image open"),
		refusal("no-image-mask", "", MASK, "source=selection", "no image open", "VAE Open Sample"),
		refusal("no-image-train", "", TRAIN, "steps=1", "no image open"),
		refusal("no-model-restore", MASKED, RESTORE, "model=current", "no current model", "choose another model"),
		refusal("no-model-generate", "", GENERATE, "count=1", "no current model"),
		refusal("no-model-export", "", EXPORT, "save=[x.vae.zip]", "no current model"),
		refusal("no-model-info", "", INFO, "model=current plots=none", "no current model"),
		refusal("no-model-file", MASKED, RESTORE, "model=file", "file=["),
		refusal("model-file-missing", MASKED, RESTORE, "model=file file=[no/such.vae.zip]", "no/such.vae.zip"),
		refusal("model-file-of-something-else", MASKED, RESTORE, "model=file file=[FOLDER/byte.tif]", "byte.tif"),
		refusal("unknown-key", MASKED, RESTORE, "outptu=new", "'outptu'", "model, file", "output", "seed"),
		refusal("unknown-value", MASKED, RESTORE, "output=newish", "output=newish", "new, in-place"),
		refusal("no-number", MASKED, RESTORE, "samples=many", "samples=many", "0 to 10000"),
		refusal("number-out-of-range", OPEN, ENHANCE, "strength=150", "strength=150", "0 to 100 %"),
		refusal("key-without-value", MASKED, RESTORE, "output", "'output'", "output=value"),
		refusal("key-twice", MASKED, RESTORE, "seed=1 seed=2", "'seed'", "twice"),
		refusal("bracket-left-open", MASKED, RESTORE, "file=[unfinished", "'file'", "closing bracket"),
		refusal("mask-without-selection", OPEN + "run(\"Select None\");", MASK, "source=selection", "no selection", "byte.tif"),
		refusal("selection-outside", OPEN + "makeRectangle(500, 500, 9, 7);", MASK, "source=selection", "outside the image"),
		refusal("roi-manager-empty", OPEN, MASK, "source=roi-manager", "ROI Manager"),
		refusal("overlay-empty", OPEN, MASK, "source=overlay", "no overlay"),
		refusal("threshold-not-set", OPEN, MASK, "source=threshold", "No threshold is set"),
		refusal("no-mask-yet", OPEN, MASK, "source=present-mask", "no mask yet"),
		refusal("mask-image-not-open", OPEN, MASK, "source=mask-image image=elsewhere", "\"elsewhere\""),
		refusal("mask-image-not-named", OPEN, MASK, "source=mask-image", "image=["),
		refusal("mask-image-of-another-size", OPEN + "newImage(\"large\", \"8-bit white\", 90, 90, 1); selectImage(\"byte.tif\");",
			MASK, "source=mask-image image=large", "large", "90 x 90", "70 x 66"),
		refusal("mask-image-black", OPEN + "newImage(\"black\", \"8-bit black\", 70, 66, 1); selectImage(\"byte.tif\");", MASK,
			"source=mask-image image=black", "black", "marks no pixel"),
		refusal("mask-of-everything", OPEN + "run(\"Select All\");", MASK, "source=selection", "covers all"),
		refusal("search-in-colours", "open(getArgument() + File.separator + \"rgb.tif\");", MASK, "source=scratches", "RGB"),
		refusal("nothing-found", "newImage(\"flat\", \"8-bit white\", 70, 66, 1); run(\"Subtract...\", \"value=99\");", MASK,
			"source=bad-pixels", "no hot"),
		refusal("image-too-small", "newImage(\"tiny\", \"8-bit ramp\", 20, 20, 1);", TRAIN, "steps=1", "20 x 20", "32 x 32"),
		refusal("slices-beyond-the-stack", STACK, TRAIN, "steps=1 slices=1-9", "slices", "1-9"),
		refusal("nothing-to-resume", OPEN, TRAIN, "steps=1 resume=current", "no current model"),
		refusal("model-cannot-be-written", OPEN, TRAIN, "steps=1 save=[/no/such/folder/m.vae.zip]", "/no/such/folder"),
		refusal("reference-missing", OPEN, EVALUATE, "reference=elsewhere", "\"elsewhere\""),
		refusal("reference-of-another-size", OPEN + "newImage(\"large\", \"8-bit white\", 90, 90, 1); selectImage(\"byte.tif\");",
			EVALUATE, "reference=large", "90 x 90", "70 x 66"),
		refusal("nothing-masked-to-evaluate", OPEN, EVALUATE, "reference=byte.tif region=mask", "neither a mask", "region=whole"),
		refusal("batch-without-input", "", BATCH, "job=enhance", "input=["),
		refusal("batch-of-no-folder", "", BATCH, "job=enhance input=[/no/such/folder]", "/no/such/folder"));

	private static final List<Refusal> WITH_MODEL = List.of(
		refusal("nothing-masked", OPEN, RESTORE, "output=new", "Nothing is marked", "VAE Select ROI as Mask"),
		refusal("mask-of-another-image", "newImage(\"large\", \"8-bit ramp\", 300, 300, 1); makeRectangle(200, 200, 20, 20);" +
			" run(\"VAE Select ROI as Mask\", \"source=selection\"); run(\"Select None\"); Overlay.copy; " + OPEN +
			"Overlay.paste;", RESTORE, "output=new", "Nothing is marked"),
		refusal("locked", MASKED + LOCK, RESTORE, "output=in-place", "in use by another command"),
		refusal("virtual-in-place", "run(\"TIFF Virtual Stack...\", \"open=[\" + getArgument() + File.separator + \"short.tif]\");" +
			" makeRectangle(24, 20, 9, 7); run(\"VAE Select ROI as Mask\", \"source=selection\");", RESTORE, "output=in-place",
			"virtual stack", "output=new"),
		refusal("in-place-with-another-depth", MASKED, RESTORE, "output=in-place depth=32-bit", "output=new"),
		refusal("uncertainty-of-one-sample", MASKED, RESTORE, "samples=1 uncertainty=yes", "samples is 1"),
		refusal("alternatives-without-samples", MASKED, RESTORE, "result=alternatives", "samples is 0"),
		refusal("alternatives-in-place", MASKED, RESTORE, "result=alternatives samples=2 output=in-place", "output=new"),
		refusal("no-open-image-is-masked", OPEN, RESTORE, "apply=images", "No open image has a mask"),
		refusal("batch-into-itself", "", BATCH, "input=[FOLDER] output=[FOLDER] pattern=*.tif", "two folders"),
		refusal("batch-pattern-matches-nothing", "", BATCH, "input=[FOLDER] output=[FOLDER/out] pattern=*.lsm", "*.lsm"));

	@ParameterizedTest
	@EnumSource
	@Execution(ExecutionMode.CONCURRENT)
	void nothingIsDoneAndTheMessageHelps(final ImageJHost host, @TempDir final Path folder) throws Exception {
		for (final Specimen specimen : List.of(Specimen.BYTE, Specimen.SHORT, Specimen.RGB))
			IJ.saveAsTiff(specimen.make(), folder.resolve(specimen.title()).toString());
		final List<Script> scripts = new ArrayList<>();
		WITHOUT_MODEL.forEach(refusal -> add(refusal, folder, scripts));
		scripts.add(new Script("train", clean() + OPEN + "run(\"VAE Train on Stack...\", \"steps=1 size=small\");"));
		WITH_MODEL.forEach(refusal -> add(refusal, folder, scripts));
		final ImageJRun run = host.run(folder, scripts).requireClean();
		run.returned("train");
		final List<Executable> checks = new ArrayList<>();
		for (final List<Refusal> refusals : List.of(WITHOUT_MODEL, WITH_MODEL))
			for (final Refusal refusal : refusals)
				checks.add(() -> check(refusal, run));
		assertAll(checks);
		assertTrue(Files.notExists(folder.resolve("out")), "A refused batch made a folder");
	}

	private static void check(final Refusal refusal, final ImageJRun run) {
		run.returned("before-" + refusal.name());
		final String said = run.refused(refusal.name());
		for (final String part : refusal.message())
			assertTrue(said.contains(part.replace("FOLDER", run.folder().toString())), refusal.name() + " says: " + said);
		run.requireImagesAsBefore(refusal.name());
	}

	private static void add(final Refusal refusal, final Path folder, final List<Script> scripts) {
		scripts.add(new Script("before-" + refusal.name(), clean() + refusal.before()));
		scripts.add(new Script(refusal.name(), "run(\"" + refusal.command() + "\", \"" + refusal.options().replace("FOLDER",
			folder.toString().replace("\\", "\\\\")) + "\");"));
	}

	private static String clean() {
		return "while (nImages > 0) { call(\"org.vaerestore.host.child.Images.unlock\"); close(); } ";
	}

	private static Refusal refusal(final String name, final String before, final String command, final String options,
		final String... message)
	{
		return new Refusal(name, before, command, options, List.of(message));
	}
}
