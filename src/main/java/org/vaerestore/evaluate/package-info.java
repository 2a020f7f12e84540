/**
 * How close an image is to its reference.
 */
package org.vaerestore.evaluate;
