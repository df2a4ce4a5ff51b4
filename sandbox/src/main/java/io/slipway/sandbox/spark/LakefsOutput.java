package io.slipway.sandbox.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a job leaves on its lakeFS branch: one object, when its environment has {@code LAKEFS_ENDPOINT_URL} and its arguments
 * {@code --branch}. What a job's own code would write is not simulated.
 */
final class LakefsOutput {
    private final Services services;
    private final Container container;

    LakefsOutput(Services services, Container container) {
        this.services = services;
        this.container = container;
    }

    /** Writes it; gives the failure in Spark's words, or an empty text. */
    String write(List<String> arguments, String application) {
        Map<String, String> env = container.env();
        int at = arguments.indexOf("--branch");
        Optional<String> endpoint = Optional.ofNullable(env.get("LAKEFS_ENDPOINT_URL"));
        if (endpoint.isEmpty() || at < 0 || at + 1 >= arguments.size()) {
            return "";
        }
        String branch = arguments.get(at + 1);
        String path = "/api/v1/repositories/" + env.getOrDefault("LAKEFS_REPOSITORY", "") + "/branches/" + branch
                + "/objects";
        URI server = URI.create(endpoint.get());
        Dial dial = services.network().dial(container.origin(), server.getHost(), Math.max(server.getPort(), 80));
        if (!(dial instanceof Dial.Connected connected)) {
            return "org.apache.iceberg.exceptions.RESTException: Error occurred while processing GET request:"
                    + " cannot connect to the Iceberg REST catalog at " + server;
        }
        SimResponse answer = connected
                .endpoint()
                .handle(new SimRequest(
                        "POST",
                        path,
                        Map.of("path", "iceberg/" + application + "/data.parquet"),
                        Map.of("authorization", basic(env)),
                        application.getBytes(UTF_8)));
        return switch (answer.status()) {
            case 201 -> "";
            case 401, 403 ->
                "java.nio.file.AccessDeniedException: s3a://" + env.getOrDefault("LAKEFS_REPOSITORY", "") + "/" + branch
                        + ": Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)";
            default ->
                "org.apache.iceberg.exceptions.NoSuchNamespaceException: the catalog answered " + answer.status() + ": "
                        + answer.text();
        };
    }

    private static String basic(Map<String, String> env) {
        String login =
                env.getOrDefault("LAKEFS_ACCESS_KEY_ID", "") + ":" + env.getOrDefault("LAKEFS_SECRET_ACCESS_KEY", "");
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }
}
