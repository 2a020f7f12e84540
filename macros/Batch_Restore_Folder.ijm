// Batch Restore Folder
//
// Trains on the images of a folder, all of one size and type, then restores each of them into another folder.
// Masks are images of the same names in a folder of their own (not 0 where to restore), or overlays that the images
// bring with them. Run it again after a stop: results that are there are skipped, and so is the training.
//
// Arguments, separated by semicolons; it asks for the folders that are not given:
//   folder of images; folder of masks (optional); folder for results; minutes to train (5)

if (getArgument() == "") {
	images = getDirectory("Folder of the images");
	masks = "";
	if (getBoolean("Are the masks images in a folder of their own?")) masks = getDirectory("Folder of the masks");
	results = getDirectory("Folder for the results");
} else {
	images = argument(0, "");
	masks = argument(1, "");
	results = argument(2, "");
}
minutes = argument(3, 5);

model = results + File.separator + "model.vae.zip";
if (!File.exists(model)) {
	open(first(images));
	run("VAE Train on Stack...", "signal=clean folder=[" + images + "] minutes=" + minutes + " save=[" + model + "]");
	close();
}
options = "job=restore input=[" + images + "] output=[" + results + "] model=file file=[" + model + "]";
if (masks != "") options = options + " masks=[" + masks + "]";
run("VAE Batch...", options);

function first(folder) {
	names = getFileList(folder);
	for (i = 0; i < names.length; i++)
		if (endsWith(toLowerCase(names[i]), ".tif") || endsWith(toLowerCase(names[i]), ".png"))
			return folder + File.separator + names[i];
	exit("There is no .tif or .png image in " + folder);
}

function argument(index, otherwise) {
	parts = split(getArgument() + "; ", "(;)");
	if (index >= parts.length || String.trim(parts[index]) == "") return otherwise;
	return String.trim(parts[index]);
}
