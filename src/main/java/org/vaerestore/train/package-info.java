/**
 * Training: patches from images of any size, what they are made to teach, validation, checkpoints; begin at
 * {@link org.vaerestore.train.Trainer}.
 */
package org.vaerestore.train;
