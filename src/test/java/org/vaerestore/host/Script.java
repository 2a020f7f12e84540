package org.vaerestore.host;

/**
 * A macro to run.
 *
 * @param name of the macro, of characters that file names may have
 * @param text of the macro, in ImageJ's macro language
 */
record Script(String name, String text) {}
