/**
 * Where a Zarr hierarchy is kept: keys and what they hold, no more than object stores have.
 * <p>
 * A folder is read and written, a zip is read. Whatever else can read a key, or some bytes of it, can be another one.
 * </p>
 */
package org.vaerestore.zarr.store;
