/**
 * The commands as SciJava commands: what Fiji's menu, scripts ({@code command.run}) and {@code --headless --run} run.
 * <p>
 * Fiji prefers a SciJava command to an entry of {@code plugins.config} with the same label and menu path; plain ImageJ has
 * no SciJava, and nothing outside this package refers to it.
 * </p>
 * <p>
 * The options of a command are fields with {@code @Parameter}, although they are written down in its
 * {@link org.vaerestore.imagej.action.Action} already: inputs that a {@code DynamicCommand} adds come too late for the
 * values of macros and of {@code --run}, which are assigned before it is initialized, and {@code command.run} returns null for
 * one instead of its outputs. A test keeps fields and options the same.
 * </p>
 */
package org.vaerestore.command;
