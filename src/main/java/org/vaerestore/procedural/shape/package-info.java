/** Outlines of what lies on top of each other in a picture. */
package org.vaerestore.procedural.shape;
