/** The commands as plugins of ImageJ 1, for plain ImageJ's menu; nothing here knows SciJava, which plain ImageJ lacks. */
package org.vaerestore.ij1;
