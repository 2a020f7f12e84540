/** Measures restoring and enhancing on images whose truth is known, by the protocols that peers are measured by. */
package org.vaerestore.bench;
