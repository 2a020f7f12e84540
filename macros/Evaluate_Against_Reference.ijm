// Evaluate Against Reference
//
// Measures PSNR and SSIM of the active image against a reference, slice by slice, in a table, with an image of the errors.
// Of an image that was restored, only the restored pixels count if you say so.
//
// Arguments, separated by semicolons; without them it asks:
//   image to open; reference to open; CSV file for the table; whole or mask (whole)

if (getArgument() == "") {
	if (nImages < 2) exit("Open the image and its reference first.");
	titles = getList("image.titles");
	Dialog.create("Evaluate Against Reference");
	Dialog.addChoice("Image", titles, getTitle());
	Dialog.addChoice("Reference", titles);
	Dialog.addChoice("Region", newArray("whole", "mask"));
	Dialog.show();
	image = Dialog.getChoice();
	reference = Dialog.getChoice();
	region = Dialog.getChoice();
	selectImage(image);
} else {
	open(argument(1, ""));
	reference = getTitle();
	open(argument(0, ""));
	region = argument(3, "whole");
}

saving = "";
table = argument(2, "");
if (table != "") saving = " save=[" + table + "]";
run("VAE Evaluate...", "reference=[" + reference + "] region=" + region + " errors=yes" + saving);

function argument(index, otherwise) {
	parts = split(getArgument() + "; ", "(;)");
	if (index >= parts.length || String.trim(parts[index]) == "") return otherwise;
	return String.trim(parts[index]);
}
