/**
 * Result pages: self-contained HTML with pictures, tables and training curves, to be read offline.
 */
package org.vaerestore.report;
