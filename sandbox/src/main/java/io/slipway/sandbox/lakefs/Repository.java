package io.slipway.sandbox.lakefs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.images.Digests;
import io.slipway.sandbox.state.SimulatorState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One repository: branches with staged objects, and commits, each with all its objects. */
final class Repository {
    private static final String MAIN = "main";

    private final String name;
    private final SimulatorState state;
    private final String key;

    Repository(String name, SimulatorState state, String key) {
        this.name = name;
        this.state = state;
        this.key = key;
        state.update(key, data -> data.has("branches") ? data : fresh(data));
    }

    private static ObjectNode fresh(ObjectNode data) {
        ObjectNode objects = JsonNodeFactory.instance.objectNode();
        String first = record(data, "Repository created", JsonNodeFactory.instance.objectNode(), List.of(), objects);
        point(data, MAIN, first, objects);
        return data;
    }

    private static String record(
            ObjectNode data, String message, JsonNode metadata, List<String> parents, ObjectNode objects) {
        String id = Digests.of(message + metadata + parents + objects + Instant.now())
                .substring(7);
        ObjectNode commit = data.withObjectProperty("commits").putObject(id);
        commit.put("id", id)
                .put("message", message)
                .put("committer", "sandbox")
                .put("creation_date", Instant.now().getEpochSecond());
        commit.set("metadata", metadata);
        parents.forEach(commit.putArray("parents")::add);
        commit.set("objects", objects.deepCopy());
        return id;
    }

    private static void point(ObjectNode data, String branch, String commit, ObjectNode objects) {
        ObjectNode entry = data.withObjectProperty("branches").putObject(branch);
        entry.put("commit", commit).set("staged", objects.deepCopy());
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", name)
                .put("default_branch", MAIN)
                .put("storage_namespace", "local://" + name);
    }

    private ObjectNode data() {
        return state.read(key).orElseThrow();
    }

    private static ObjectNode known(ObjectNode data, String branch) {
        return Optional.of(data.path("branches").path(branch))
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new LakefsProblem(404, "branch not found"));
    }

    /** The commit that a branch or an id names. */
    private static String commitOf(ObjectNode data, String ref) {
        if (data.path("commits").has(ref)) {
            return ref;
        }
        return known(data, ref).path("commit").asText();
    }

    private static ObjectNode objects(ObjectNode data, String commit) {
        return (ObjectNode) data.path("commits").path(commit).path("objects");
    }

    ObjectNode branch(String branch) {
        String commit = known(data(), branch).path("commit").asText();
        return JsonNodeFactory.instance.objectNode().put("id", branch).put("commit_id", commit);
    }

    String createBranch(String branch, String source) {
        if (!branch.matches("\\w[-\\w]*")) {
            throw new LakefsProblem(400, "branch name: invalid value");
        }
        state.update(key, data -> {
            if (data.path("branches").has(branch)) {
                throw new LakefsProblem(409, "branch already exists");
            }
            String commit = commitOf(data, source);
            point(data, branch, commit, objects(data, commit));
            return data;
        });
        return branch(branch).path("commit_id").asText();
    }

    void deleteBranch(String branch) {
        state.update(key, data -> {
            known(data, branch);
            if (branch.equals(MAIN)) {
                throw new LakefsProblem(403, "cannot delete the repository's default branch");
            }
            data.withObjectProperty("branches").remove(branch);
            return data;
        });
    }

    /** The checksums of a branch's objects by path, with what is not committed; or of a commit's. */
    Map<String, String> objectsOf(String ref) {
        ObjectNode data = data();
        ObjectNode found = data.path("branches").has(ref)
                ? known(data, ref).withObjectProperty("staged")
                : objects(data, commitOf(data, ref));
        Map<String, String> objects = new TreeMap<>();
        found.propertyStream()
                .forEach(each -> objects.put(each.getKey(), each.getValue().asText()));
        return objects;
    }

    void delete(String branch, String path) {
        state.update(key, data -> {
            known(data, branch).withObjectProperty("staged").remove(path);
            return data;
        });
    }

    ObjectNode put(String branch, String path, String checksum) {
        state.update(key, data -> {
            known(data, branch).withObjectProperty("staged").put(path, checksum);
            return data;
        });
        return JsonNodeFactory.instance
                .objectNode()
                .put("path", path)
                .put("path_type", "object")
                .put("checksum", checksum);
    }

    Map<String, String> uncommitted(String branch) {
        ObjectNode data = data();
        ObjectNode entry = known(data, branch);
        return Trees.between(objects(data, entry.path("commit").asText()), entry.withObjectProperty("staged"));
    }

    JsonNode commit(String branch, JsonNode request) {
        state.update(key, data -> {
            ObjectNode entry = known(data, branch);
            String head = entry.path("commit").asText();
            ObjectNode staged = entry.withObjectProperty("staged");
            if (Trees.between(objects(data, head), staged).isEmpty()) {
                throw new LakefsProblem(400, "commit: no changes");
            }
            String commit = record(data, message(request), request.path("metadata"), List.of(head), staged);
            point(data, branch, commit, staged);
            return data;
        });
        return log(branch, 1).getFirst();
    }

    private static String message(JsonNode request) {
        return request.path("message").asText("");
    }

    List<JsonNode> log(String ref, int amount) {
        ObjectNode data = data();
        List<JsonNode> commits = new ArrayList<>();
        for (String id : ancestors(data, commitOf(data, ref))) {
            if (commits.size() < amount) {
                ObjectNode commit = data.path("commits").path(id).deepCopy();
                commit.remove("objects");
                commits.add(commit);
            }
        }
        return commits;
    }

    /** A commit and all before it, the nearest first. */
    private static Set<String> ancestors(ObjectNode data, String commit) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> next = List.of(commit);
        while (!next.isEmpty()) {
            List<String> parents = new ArrayList<>();
            for (String id : next) {
                if (seen.add(id)) {
                    data.path("commits").path(id).path("parents").forEach(parent -> parents.add(parent.asText()));
                }
            }
            next = parents;
        }
        return seen;
    }

    /** The commit before both that is before no other such commit. */
    private static String base(ObjectNode data, String left, String right) {
        Set<String> common = ancestors(data, left);
        common.retainAll(ancestors(data, right));
        return common.stream()
                .filter(each -> common.stream()
                        .noneMatch(other ->
                                !other.equals(each) && ancestors(data, other).contains(each)))
                .findFirst()
                .orElseThrow();
    }

    /** What the right one changed since both were one. */
    Map<String, String> diff(String left, String right) {
        ObjectNode data = data();
        String to = commitOf(data, right);
        return Trees.between(objects(data, base(data, commitOf(data, left), to)), objects(data, to));
    }

    JsonNode merge(String source, String destination, JsonNode request) {
        state.update(key, data -> {
            String from = commitOf(data, source);
            ObjectNode branch = known(data, destination);
            String onto = branch.path("commit").asText();
            ObjectNode base = objects(data, base(data, from, onto));
            Map<String, String> changes = Trees.between(base, objects(data, from));
            if (changes.isEmpty()) {
                throw new LakefsProblem(400, "merge: no changes");
            }
            Map<String, String> others = Trees.between(base, objects(data, onto));
            if (changes.keySet().stream().anyMatch(others::containsKey)) {
                throw new LakefsProblem(409, "Conflict: conflict found");
            }
            ObjectNode merged = Trees.apply(base, objects(data, from), objects(data, onto));
            String commit = record(data, message(request), request.path("metadata"), List.of(onto, from), merged);
            point(data, destination, commit, merged);
            return data;
        });
        return JsonNodeFactory.instance
                .objectNode()
                .put("reference", branch(destination).path("commit_id").asText());
    }
}
