package io.slipway.sandbox.spark;

import io.slipway.sandbox.s3.S3Access;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;

/**
 * A place in S3, from a URL such as {@code s3a://lakehouse/spark-event-logs}.
 *
 * @param prefix the key, without a slash at its end
 */
record Storage(String bucket, String prefix) {
    static Storage of(String url) {
        String[] parts =
                url.replaceFirst("^s3[an]?://", "").replaceAll("/+$", "").split("/", 2);
        return new Storage(parts[0], parts.length > 1 ? parts[1] : "");
    }

    static boolean isS3(String url) {
        return url.startsWith("s3");
    }

    String key(String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    static S3Access access(Services services, Container container, SparkConf conf) {
        return new S3Access(services, container, conf.get("spark.hadoop.fs.s3a.endpoint", "http://minio:9000"));
    }
}
