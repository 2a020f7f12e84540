/**
 * Pixels that can't be signal: padding, borders, dropped frames, dead and hot pixels, columns and rows; begin at
 * {@link org.vaerestore.setaside.SetAside}.
 */
package org.vaerestore.setaside;
