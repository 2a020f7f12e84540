/**
 * The suite for SciJava Ops: static methods that its indexer writes into {@code ops.yaml} at compile time, with nothing of
 * SciJava in them.
 */
package org.vaerestore.command.ops;
