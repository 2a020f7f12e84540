/**
 * Procedural microscopy with known truth, to try the suite on and to measure it by.
 */
package org.vaerestore.sample;
