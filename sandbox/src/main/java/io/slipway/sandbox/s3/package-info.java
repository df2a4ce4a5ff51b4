/** A simulated MinIO: buckets in the sandbox's store, an S3 endpoint, the mc command. */
package io.slipway.sandbox.s3;
