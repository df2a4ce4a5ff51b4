/**
 * The little of S3 that checks need: does a bucket exist, what is under a prefix. Requests are signed by the AWS SDK's
 * own signer ({@code http-auth-aws}, under 1 MB with all it needs, against 14 MB of the whole client) and sent by the
 * JDK's HTTP client.
 */
package io.slipway.activities.s3;
