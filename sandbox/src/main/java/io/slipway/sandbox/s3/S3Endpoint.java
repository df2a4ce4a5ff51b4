package io.slipway.sandbox.s3;

import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MinIO's port 9000: health, metrics, and S3 by path: list, head, get, put, delete. The access key must be the right
 * one; signatures are not computed again.
 */
final class S3Endpoint implements SimEndpoint {
    private final Services services;
    private final Container container;
    private final Buckets buckets;

    S3Endpoint(Services services, Container container) {
        this.services = services;
        this.container = container;
        this.buckets = new Buckets(services.store(), container.namespace());
    }

    @Override
    public SimResponse handle(SimRequest request) {
        String path = request.path();
        if (path.startsWith("/minio/health/")) {
            return SimResponse.empty(200);
        }
        if (path.startsWith("/minio/v2/metrics")) {
            return SimResponse.plain(
                    200, "# TYPE minio_cluster_nodes_online_total gauge\nminio_cluster_nodes_online_total 1\n");
        }
        if (!authorized(request)) {
            return error(403, "AccessDenied", "Access Denied.", path);
        }
        String[] parts = path.substring(1).split("/", 2);
        String bucket = parts[0];
        String key = parts.length > 1 ? parts[1] : "";
        if (bucket.isEmpty()) {
            return S3Xml.buckets(buckets.names());
        }
        boolean hidden = services.struck(FaultKind.BUCKET_MISSING, container, bucket);
        boolean making = request.method().equals("PUT") && key.isEmpty();
        if (!making && (hidden || !buckets.exists(bucket))) {
            return error(404, "NoSuchBucket", "The specified bucket does not exist", path);
        }
        return key.isEmpty() ? bucket(request, bucket) : object(request, bucket, key);
    }

    private boolean authorized(SimRequest request) {
        if (services.struck(FaultKind.S3_ACCESS_DENIED, container, "request")) {
            return false;
        }
        String user = container.env().getOrDefault("MINIO_ROOT_USER", "minioadmin");
        String password = container.env().getOrDefault("MINIO_ROOT_PASSWORD", "minioadmin");
        String authorization = request.header("authorization").orElse("");
        String signed = request.query().getOrDefault("X-Amz-Credential", "");
        Optional<String> secret = request.header("x-sandbox-secret");
        boolean key = authorization.contains("Credential=" + user + "/") || signed.startsWith(user + "/");
        return key && secret.map(password::equals).orElse(true);
    }

    private SimResponse bucket(SimRequest request, String bucket) {
        return switch (request.method()) {
            case "HEAD" -> SimResponse.empty(200);
            case "PUT" ->
                buckets.make(bucket)
                        ? SimResponse.empty(200)
                        : error(
                                409,
                                "BucketAlreadyOwnedByYou",
                                "Your previous request to create the named bucket succeeded and you already own it.",
                                "/" + bucket);
            case "DELETE" ->
                buckets.drop(bucket)
                        ? SimResponse.empty(204)
                        : error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty", "/" + bucket);
            default -> request.query().containsKey("location") ? S3Xml.location() : list(request, bucket);
        };
    }

    private SimResponse list(SimRequest request, String bucket) {
        String prefix = request.query().getOrDefault("prefix", "");
        String delimiter = request.query().getOrDefault("delimiter", "");
        List<Buckets.Entry> entries = buckets.list(bucket, prefix);
        return S3Xml.list(bucket, prefix, delimiter, entries);
    }

    private SimResponse object(SimRequest request, String bucket, String key) {
        return switch (request.method()) {
            case "PUT" -> {
                buckets.put(bucket, key, request.body());
                yield new SimResponse(200, Map.of("ETag", "\"simulated\""), new byte[0]);
            }
            case "DELETE" -> {
                buckets.delete(bucket, key);
                yield SimResponse.empty(204);
            }
            case "HEAD" -> SimResponse.empty(buckets.get(bucket, key).isPresent() ? 200 : 404);
            default ->
                buckets.get(bucket, key)
                        .map(content ->
                                new SimResponse(200, Map.of("Content-Type", "application/octet-stream"), content))
                        .orElseGet(() ->
                                error(404, "NoSuchKey", "The specified key does not exist.", "/" + bucket + "/" + key));
        };
    }

    private static SimResponse error(int status, String code, String message, String resource) {
        return SimResponse.text(status, "application/xml", S3Xml.error(code, message, resource));
    }
}
