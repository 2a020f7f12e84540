/** Patterns that fill a plane, from gratings and cloth to noise and writing. */
package org.vaerestore.procedural.texture;
