/**
 * What all long jobs share: progress, cancelling, and errors for people.
 */
package org.vaerestore.job;
