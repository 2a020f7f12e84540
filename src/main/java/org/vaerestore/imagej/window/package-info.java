/** What the suite shows in ImageJ: status and log, the window of a training, plots of a model, previews, the manual. */
package org.vaerestore.imagej.window;
