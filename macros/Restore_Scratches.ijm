// Restore Scratches
//
// Finds scratches in the active image, learns from the rest of it, and restores them in a new image.
// The mask stays on the input as an overlay: look at it, and where it took a fibre for a scratch, correct it
// (VAE Select ROI as Mask with combine=subtract) and run VAE Restore... by hand.
//
// Arguments, all optional, separated by semicolons:
//   image to open; TIFF file for the result; minutes to learn (2); width of the scratches in pixels (3)

path = argument(0, "");
result = argument(1, "");
minutes = argument(2, 2);
width = argument(3, 3);

if (path != "") open(path);
if (nImages == 0) exit("Open the image to be restored first.");

run("VAE Select ROI as Mask", "source=scratches scope=all width=" + width + " grow=1");
run("VAE Restore...", "model=learn minutes=" + minutes);
if (result != "") saveAs("Tiff", result);

function argument(index, otherwise) {
	parts = split(getArgument() + "; ", "(;)");
	if (index >= parts.length || String.trim(parts[index]) == "") return otherwise;
	return String.trim(parts[index]);
}
