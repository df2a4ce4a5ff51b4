package io.slipway.activities.lakefs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.http.HttpAddress;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Lakefs;
import io.slipway.model.json.Json;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The calls to lakeFS that the verb needs.
 *
 * @see <a href="https://docs.lakefs.io/reference/api.html">lakeFS's API</a>
 */
final class LakefsApi {
    private static final int MOST = 1000;

    private final Reach reach;
    private final Lakefs.Endpoint endpoint;
    private final String repository;

    LakefsApi(Reach reach, Lakefs.Endpoint endpoint, String repository) {
        this.reach = reach;
        this.endpoint = endpoint;
        this.repository = repository;
    }

    /**
     * Sees that the repository is there.
     *
     * @throws StepFailure when it is not, or the login is refused
     */
    void check() throws InterruptedException {
        HttpReply reply = send("GET", "", Optional.empty());
        if (reply.status() == 404) {
            throw StepFailure.permanent(
                    "lakeFS repository '" + repository + "' not found at " + place(),
                    said(reply),
                    "correct 'repository', or create it first");
        }
        must(reply, "read the repository");
    }

    /** The commit that a branch is at; empty when there is no such branch. */
    Optional<String> head(String branch) throws InterruptedException {
        HttpReply reply = send("GET", "/branches/" + encoded(branch), Optional.empty());
        return reply.status() == 404
                ? Optional.empty()
                : Optional.of(
                        must(reply, "read branch " + branch).path("commit_id").asText());
    }

    /** The newest commit of a branch. */
    JsonNode last(String branch) throws InterruptedException {
        HttpReply reply = send("GET", "/refs/" + encoded(branch) + "/commits?amount=1", Optional.empty());
        return must(reply, "read the commits of " + branch).path("results").path(0);
    }

    /** Makes a branch; the answer of 409 is the caller's to judge. */
    HttpReply create(String branch, String source) throws InterruptedException {
        reach.context().beforeWrite();
        return send("POST", "/branches", Optional.of(Json.tree(Map.of("name", branch, "source", source))));
    }

    /** Deletes a branch; false when there is none. */
    boolean delete(String branch) throws InterruptedException {
        reach.context().beforeWrite();
        HttpReply reply = send("DELETE", "/branches/" + encoded(branch), Optional.empty());
        if (reply.status() != 404) {
            must(reply, "delete branch " + branch);
        }
        return reply.status() != 404;
    }

    /** What is on a branch and not committed: kind of change by path. */
    Map<String, String> uncommitted(String branch) throws InterruptedException {
        return changes("/branches/" + encoded(branch) + "/diff?amount=" + MOST, "compare branch " + branch);
    }

    /** What the right one has changed since both were one: kind of change by path. */
    Map<String, String> diff(String left, String right) throws InterruptedException {
        return changes(
                "/refs/" + encoded(left) + "/diff/" + encoded(right) + "?type=three_dot&amount=" + MOST,
                "compare " + left + " with " + right);
    }

    private Map<String, String> changes(String path, String what) throws InterruptedException {
        Map<String, String> changes = new TreeMap<>();
        must(send("GET", path, Optional.empty()), what)
                .path("results")
                .forEach(each -> changes.put(
                        each.path("path").asText(), each.path("type").asText()));
        return changes;
    }

    /** Commits what is on a branch. */
    JsonNode commit(String branch, JsonNode request) throws InterruptedException {
        reach.context().beforeWrite();
        return must(
                send("POST", "/branches/" + encoded(branch) + "/commits", Optional.of(request)),
                "commit branch " + branch);
    }

    /** Merges; the answer of 409 is the caller's to judge. */
    HttpReply merge(String source, String into, JsonNode request) throws InterruptedException {
        reach.context().beforeWrite();
        return send("POST", "/refs/" + encoded(source) + "/merge/" + encoded(into), Optional.of(request));
    }

    /**
     * What an answer holds.
     *
     * @throws StepFailure when it is none of success
     */
    JsonNode must(HttpReply reply, String what) {
        if (reply.ok()) {
            return reply.body();
        }
        boolean login = reply.status() == 401 || reply.status() == 403;
        String cause = "lakeFS answered HTTP " + reply.status() + ", " + said(reply);
        throw login
                ? StepFailure.permanent(
                        "could not " + what + " of lakeFS repository '" + repository + "' at " + place(),
                        cause,
                        "check that the secrets of 'endpoint' contain a valid key with this permission")
                : StepFailure.of(
                        "could not " + what + " of lakeFS repository '" + repository + "' at " + place(),
                        cause,
                        "see the log of lakeFS");
    }

    /** What lakeFS says of itself in an answer, without values of secrets. */
    String said(HttpReply reply) {
        String message = reply.body().path("message").asText(reply.text().strip());
        return reach.context().masker().mask(message.length() > 300 ? message.substring(0, 300) : message);
    }

    private String place() {
        return endpoint.service()
                .map(name -> "service " + name)
                .or(endpoint::url)
                .orElseThrow();
    }

    private HttpReply send(String method, String path, Optional<JsonNode> body) throws InterruptedException {
        HttpAddress address = new HttpAddress(
                endpoint.url(), endpoint.service(), "/api/v1/repositories/" + encoded(repository) + path);
        String login = endpoint.accessKey() + ":" + endpoint.secretKey();
        return reach.http()
                .send(new HttpAsk(
                        method,
                        address.resolve(reach),
                        Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8))),
                        body,
                        endpoint.verify(),
                        HttpAsk.patience(reach.context().left())));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8);
    }
}
