/** Trained models as values and as files. */
package org.vaerestore.model;
