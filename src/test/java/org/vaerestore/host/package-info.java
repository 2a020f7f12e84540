/**
 * Tests of the built program in a real ImageJ, which is started in a Java of its own with nothing but {@code target/dist}.
 */
package org.vaerestore.host;
