/**
 * Proper scores: how well samples of a distribution agree with what was observed, least on the average for the distribution
 * that the observation comes from.
 */
package org.vaerestore.vae.score;
