/**
 * Estimates the signal behind noise; begin at {@link org.vaerestore.enhance.Enhancement}.
 */
package org.vaerestore.enhance;
