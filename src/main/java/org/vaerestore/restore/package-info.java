/**
 * Restores what a mask hides; begin at {@link org.vaerestore.restore.Restoration}.
 */
package org.vaerestore.restore;
