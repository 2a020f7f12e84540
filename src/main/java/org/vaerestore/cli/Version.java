package org.vaerestore.cli;

import org.vaerestore.vae.Engine;

import ij.ImageJ;
import picocli.CommandLine.IVersionProvider;

/** Tells which version this is, and on what it runs. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		return new String[] { Engine.productVersion(), "ImageJ " + ImageJ.VERSION + ", Java " + System
			.getProperty("java.version") + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") };
	}
}
