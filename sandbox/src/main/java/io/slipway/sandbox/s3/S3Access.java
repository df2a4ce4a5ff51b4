package io.slipway.sandbox.s3;

import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.net.URI;
import java.util.Map;

/** How simulated applications use S3: over the simulated network, with the keys of their environment. */
public final class S3Access {
    private final Services services;
    private final Container client;
    private final URI endpoint;

    /** @param endpoint such as {@code http://minio.datalyptica.svc.cluster.local:9000} */
    public S3Access(Services services, Container client, String endpoint) {
        this.services = services;
        this.client = client;
        this.endpoint = URI.create(endpoint);
    }

    /** Writes an object. */
    public void put(String bucket, String key, byte[] content) throws S3Problem {
        call("PUT", "/" + bucket + "/" + key, content);
    }

    /** Reads an object; an empty array and false from {@link #exists} tell a missing one apart. */
    public byte[] get(String bucket, String key) throws S3Problem {
        return call("GET", "/" + bucket + "/" + key, new byte[0]).body();
    }

    /** Removes an object. */
    public void delete(String bucket, String key) throws S3Problem {
        call("DELETE", "/" + bucket + "/" + key, new byte[0]);
    }

    /** True when the object is there. */
    public boolean exists(String bucket, String key) throws S3Problem {
        return call("HEAD", "/" + bucket + "/" + key, new byte[0]).status() == 200;
    }

    /** Checks that the bucket can be used. */
    public void check(String bucket) throws S3Problem {
        SimResponse response = call("HEAD", "/" + bucket, new byte[0]);
        if (response.status() == 404) {
            throw new S3Problem(S3Problem.Kind.NO_SUCH_BUCKET, "Bucket " + bucket + " does not exist");
        }
    }

    private SimResponse call(String method, String path, byte[] body) throws S3Problem {
        int port = endpoint.getPort() > 0 ? endpoint.getPort() : 80;
        Dial dial = services.network().dial(client.origin(), endpoint.getHost(), port);
        SimResponse response = switch (dial) {
            case Dial.Connected connected -> connected.endpoint().handle(request(method, path, body));
            case Dial.Refused refused ->
                throw new S3Problem(
                        S3Problem.Kind.UNREACHABLE,
                        "Unable to execute HTTP request: Connect to " + endpoint.getAuthority() + " ["
                                + endpoint.getHost() + "/" + refused.address()
                                + "] failed: Connection refused");
            case Dial.Unresolved unresolved ->
                throw new S3Problem(
                        S3Problem.Kind.UNREACHABLE,
                        "Unable to execute HTTP request: " + unresolved.host() + ": Name or service not known");
        };
        if (response.status() == 403) {
            throw new S3Problem(
                    S3Problem.Kind.ACCESS_DENIED,
                    "Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)");
        }
        if (response.status() == 404 && response.text().contains("NoSuchBucket")) {
            throw new S3Problem(
                    S3Problem.Kind.NO_SUCH_BUCKET,
                    "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket)");
        }
        return response;
    }

    private SimRequest request(String method, String path, byte[] body) {
        String key = client.env().getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = client.env().getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        Map<String, String> headers = Map.of(
                "authorization", "AWS4-HMAC-SHA256 Credential=" + key + "/simulated", "x-sandbox-secret", secret);
        return new SimRequest(method, path, Map.of(), headers, body);
    }
}
