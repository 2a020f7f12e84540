/**
 * How chunks are packed: the bytes-to-bytes codecs of Zarr v2 (as numcodecs writes them) and v3.
 * <p>
 * gzip and zlib are those of the JDK; Zstandard and LZ4 are aircompressor's, 250 kB of Java for every platform that checks all it
 * reads, where natives would be 1.7 (blosc-java) to 7.4 MB (zstd-jni). blosc-java has no natives for Linux on ARM, which this
 * plugin runs on, so Blosc's container, which is small, is read and written here around the same two libraries.
 * </p>
 * <p>
 * Every decoder is given the most bytes that it may return, allocates no more than a small multiple of that, and throws a
 * {@link org.vaerestore.zarr.codec.CodecException} for whatever else it is given.
 * </p>
 */
package org.vaerestore.zarr.codec;
