package io.slipway.sandbox.lakefs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The API of lakeFS, as far as it is simulated.
 *
 * @see <a href="https://docs.lakefs.io/reference/api.html">its description</a>
 */
final class LakefsApi implements SimEndpoint {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BASE = "/api/v1/";

    private final Repositories repositories;
    private final Contents contents;
    private final Map<String, String> env;

    /** Of a server, whose environment names the key that may log in. */
    LakefsApi(Repositories repositories, Contents contents, Map<String, String> env) {
        this.repositories = repositories;
        this.contents = contents;
        this.env = Map.copyOf(env);
    }

    @Override
    public SimResponse handle(SimRequest request) {
        String path = request.path();
        if (path.equals("/_health") || path.equals(BASE + "healthcheck")) {
            return SimResponse.empty(path.equals("/_health") ? 200 : 204);
        }
        try {
            if (!path.startsWith(BASE)) {
                throw new LakefsProblem(404, "invalid API endpoint");
            }
            if (!authorized(request)) {
                throw new LakefsProblem(401, "error authenticating request");
            }
            List<String> parts = List.of(path.substring(BASE.length()).split("/"));
            if (parts.size() < 2 || !parts.get(0).equals("repositories")) {
                throw new LakefsProblem(404, "invalid API endpoint");
            }
            return routed(request, repositories.get(parts.get(1)), parts.subList(2, parts.size()));
        } catch (LakefsProblem problem) {
            return SimResponse.json(
                    problem.status(), JsonNodeFactory.instance.objectNode().put("message", problem.getMessage()));
        }
    }

    private boolean authorized(SimRequest request) {
        String wanted = env.getOrDefault("LAKEFS_INSTALLATION_ACCESS_KEY_ID", "") + ":"
                + env.getOrDefault("LAKEFS_INSTALLATION_SECRET_ACCESS_KEY", "");
        String basic = "Basic " + Base64.getEncoder().encodeToString(wanted.getBytes(UTF_8));
        return request.header("authorization").filter(basic::equals).isPresent();
    }

    private SimResponse routed(SimRequest request, Repository repository, List<String> parts) {
        String shape = request.method() + " " + shape(parts);
        return switch (shape) {
            case "GET " -> SimResponse.json(200, repository.json());
            case "POST branches" -> {
                JsonNode body = body(request);
                String commit = repository.createBranch(
                        body.path("name").asText(), body.path("source").asText());
                yield SimResponse.plain(201, commit);
            }
            case "GET branches *" -> SimResponse.json(200, repository.branch(parts.get(1)));
            case "DELETE branches *" -> {
                repository.deleteBranch(parts.get(1));
                yield SimResponse.empty(204);
            }
            case "GET branches * diff" -> SimResponse.json(200, results(repository.uncommitted(parts.get(1))));
            case "POST branches * commits" -> SimResponse.json(201, repository.commit(parts.get(1), body(request)));
            case "POST branches * objects" -> {
                String object = request.query().getOrDefault("path", "");
                yield SimResponse.json(201, repository.put(parts.get(1), object, contents.keep(request.body())));
            }
            case "GET refs * commits" -> SimResponse.json(200, log(repository, request, parts.get(1)));
            case "GET refs * diff *" -> SimResponse.json(200, results(repository.diff(parts.get(1), parts.get(3))));
            case "POST refs * merge *" ->
                SimResponse.json(200, repository.merge(parts.get(1), parts.get(3), body(request)));
            default -> throw new LakefsProblem(404, "invalid API endpoint");
        };
    }

    /** The path with a star in place of each name. */
    private static String shape(List<String> parts) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            shape.append(i == 0 ? "" : " ").append(i % 2 == 1 ? "*" : parts.get(i));
        }
        return shape.toString();
    }

    private static JsonNode body(SimRequest request) {
        try {
            return MAPPER.readTree(request.text());
        } catch (JsonProcessingException broken) {
            throw new LakefsProblem(400, "the body is no JSON");
        }
    }

    private static ObjectNode log(Repository repository, SimRequest request, String ref) {
        String amount = request.query().getOrDefault("amount", "100");
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        repository.log(ref, Integer.parseInt(amount)).forEach(page.putArray("results")::add);
        return page;
    }

    private static ObjectNode results(Map<String, String> changes) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        var results = page.putArray("results");
        changes.forEach((path, type) ->
                results.addObject().put("path", path).put("path_type", "object").put("type", type));
        page.putObject("pagination").put("has_more", false).put("results", changes.size());
        return page;
    }
}
