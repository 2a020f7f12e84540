/**
 * Files that are written whole or not at all, with the rights of what they replace, and the remains of programs that were
 * killed while they wrote.
 */
package org.vaerestore.file;
