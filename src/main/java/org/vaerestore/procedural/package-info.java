/** Pictures made by rules alone, of the kinds that microscopes and scanners take, with a truth that is known. */
package org.vaerestore.procedural;
