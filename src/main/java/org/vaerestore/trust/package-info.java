/**
 * What tells whether a result may be trusted: intensities, residuals and intervals, measured on the result itself; begin at
 * {@link org.vaerestore.trust.Assessment}.
 */
package org.vaerestore.trust;
