// Train and Enhance
//
// Trains on the active image or stack, enhances all of it in a new image, and reports what the model is.
// The more planes the stack has, the more there is to learn from; a single noisy image works too.
//
// Arguments, all optional, separated by semicolons:
//   image to open; TIFF file for the result; minutes to train (5); *.vae.zip file for the model

path = argument(0, "");
result = argument(1, "");
minutes = argument(2, 5);
model = argument(3, "");

if (path != "") open(path);
if (nImages == 0) exit("Open the image or stack to be enhanced first.");

saving = "";
if (model != "") saving = " save=[" + model + "]";
run("VAE Train on Stack...", "minutes=" + minutes + saving);
run("VAE Enhance...", "model=current apply=stack");
if (result != "") saveAs("Tiff", result);

function argument(index, otherwise) {
	parts = split(getArgument() + "; ", "(;)");
	if (index >= parts.length || String.trim(parts[index]) == "") return otherwise;
	return String.trim(parts[index]);
}
