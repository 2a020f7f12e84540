// From a damaged picture to a restored and enhanced one, as ImageJ's recorder writes it.
//
// Arguments, separated by semicolons:
//   image to open; folder for all results; minutes to train (1)

arguments = split(getArgument() + "; ", "(;)");
folder = arguments[1] + File.separator;
minutes = 1;
if (arguments.length > 2) minutes = parseFloat(arguments[2]);
if (isNaN(minutes)) minutes = 1;

// What is to be restored: a freehand selection becomes the image's mask.
open(arguments[0]);
rename("image");
saveAs("Tiff", folder + "original.tif");
rename("image");
makeSelection("freehand", newArray(180, 195, 214, 226, 221, 203, 187, 176), newArray(200, 191, 196, 212, 229, 238, 231, 216));
run("VAE Select ROI as Mask", "source=selection scope=all");
run("Select None");
saveAs("Tiff", folder + "masked.tif");
rename("image");

// Learn from the rest of the image.
run("VAE Train on Stack...", "minutes=" + minutes + " signal=noisy save=[" + folder + "model.vae.zip]");

// In place, and taken back.
run("VAE Restore...", "model=current apply=slice output=in-place");
saveAs("Tiff", folder + "restored-in-place.tif");
rename("image");
run("Undo");
saveAs("Tiff", folder + "undone.tif");
rename("image");

// To a new image, with an image of the uncertainty.
run("VAE Restore...", "model=current apply=slice output=new samples=16 uncertainty=yes seed=7");
rename("restored");
saveAs("Tiff", folder + "restored.tif");
rename("restored");

// The signal behind the noise, of what was restored.
run("VAE Enhance...", "model=current apply=slice output=new");
saveAs("Tiff", folder + "enhanced.tif");

// How close both come to the image as it was opened, whole and where it was restored.
run("VAE Evaluate...", "reference=image region=whole errors=yes save=[" + folder + "enhanced.csv]");
saveAs("Tiff", folder + "differences.tif");
selectWindow("restored");
run("VAE Evaluate...", "reference=image region=mask save=[" + folder + "restored.csv]");
