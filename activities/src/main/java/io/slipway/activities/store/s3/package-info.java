/** Journals and blobs in an S3 bucket, for workers that share no folder. */
package io.slipway.activities.store.s3;
