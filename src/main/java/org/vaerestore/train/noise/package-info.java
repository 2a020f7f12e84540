/** The kinds of noise that procedural pictures are given, and what a network is told of them. */
package org.vaerestore.train.noise;
