package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.Verb;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sends an HTTP request, to an address or to a service of the cluster.
 *
 * <pre>{@code
 * http: { service: "nessie:19120", path: /api/v2/config, expect: "status == 200" }
 * }</pre>
 */
@Doc("Sends an HTTP request to a URL or to a service of the cluster.")
@Verb(outputs = Http.Outputs.class)
@OneOf({"url", "service"})
public record Http(
        @Doc("Address.") Optional<String> url,
        @Doc("Service in the cluster as name:port.") Optional<String> service,
        @Doc("Path and query.") @Default("/") String path,
        @Doc("Method.") @Default("GET") String method,

        @Doc("Headers; secrets are allowed as whole values.")
        Map<String, String> headers,

        @Doc("Body: a text, or a value sent as JSON.") Optional<JsonNode> body,

        @Doc("Whether to verify the server's certificate (HTTPS).") @Default("true")
        boolean verify,

        @Doc("Condition that must be true (default: a status of 2xx).")
        @Sees({"status: int", "body: dyn", "headers: map(string, string)"})
        Optional<Late> expect,

        @Doc("Repeat the probe for up to this long until the condition is true.")
        Optional<Duration> within)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("HTTP status, for the step's own outputs; steps.NAME.status is the status of the step.")
            long status,

            @Doc("Body: parsed if it is JSON, otherwise text.")
            JsonNode body) {}
}
