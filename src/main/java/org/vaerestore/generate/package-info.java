/**
 * Makes images from nothing but a model; begin at {@link org.vaerestore.generate.Generation}.
 */
package org.vaerestore.generate;
