/** The holes that training hides from the network. */
package org.vaerestore.train.holes;
