/**
 * Runs jobs in blocks on Apache Spark, and reads and writes what Hadoop's file systems reach: HDFS and object stores.
 * <p>
 * It is a jar of its own, and nothing else knows it.
 * </p>
 */
package org.vaerestore.spark;
