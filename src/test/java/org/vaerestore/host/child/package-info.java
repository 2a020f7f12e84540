/** What runs inside the ImageJ that is tested: it knows {@code ij} alone, and nothing of the suite. */
package org.vaerestore.host.child;
