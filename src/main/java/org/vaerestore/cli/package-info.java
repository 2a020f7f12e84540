/** The command line {@code vae-restore}: one class per subcommand, each of which checks its input before any long work. */
package org.vaerestore.cli;
