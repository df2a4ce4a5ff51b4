package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import java.util.Optional;

/** Where an S3 object store is, and who asks. */
@Doc("Address and credentials of an S3 object store.")
@OneOf({"service", "url"})
public record S3Endpoint(
        @Doc(value = "Service in the cluster as name:port.", example = "minio:9000")
        Optional<String> service,

        @Doc("Address outside the cluster.") Optional<String> url,
        @Doc("Access key, as a secret.") String accessKey,
        @Doc("Secret key, as a secret.") String secretKey,
        @Doc("Region.") @Default("us-east-1") String region) {}
