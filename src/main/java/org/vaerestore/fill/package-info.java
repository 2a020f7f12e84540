/** Classical fills of hidden pixels: the start of what the network restores. */
package org.vaerestore.fill;
