package org.vaerestore.train;

/** What a training starts from. */
public enum Start {
	/** The weights that ship with the program, trained on procedural pictures. */
	BUILT_IN,
	/** Random weights. */
	SCRATCH
}
