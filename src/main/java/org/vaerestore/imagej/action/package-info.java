/**
 * The commands of the menu, without their dialogs: what each asks for, by the keys that macros use, and what it does with
 * the active image. Both hosts, plain ImageJ's plugins and SciJava's commands, are thin layers over them.
 */
package org.vaerestore.imagej.action;
