package io.slipway.sandbox.lakefs;

import io.slipway.sandbox.lakefs.Contents.Content;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.s3.Buckets;
import io.slipway.sandbox.s3.S3Xml;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * lakeFS's S3 gateway, as far as clients like Hadoop's S3A need it: a repository is a bucket, the first part of a key a
 * branch or a commit. It puts, gets by range, copies, deletes and lists by path. The access key must be the right one;
 * signatures are not computed again, uploads in parts are refused, and lists have one page.
 *
 * @see <a href="https://docs.lakefs.io/understand/architecture/#s3-gateway">lakeFS's S3 gateway</a>
 */
final class S3Gateway implements SimEndpoint {
    private final Repositories repositories;
    private final Contents contents;
    private final String accessKey;

    S3Gateway(Repositories repositories, Contents contents, String accessKey) {
        this.repositories = repositories;
        this.contents = contents;
        this.accessKey = accessKey;
    }

    @Override
    public SimResponse handle(SimRequest request) {
        if (!request.header("authorization").orElse("").contains("Credential=" + accessKey + "/")) {
            return S3Xml.refusal(403, "AccessDenied", "Access Denied.", request.path());
        }
        String[] parts = request.path().substring(1).split("/", 2);
        String key = parts.length > 1 ? parts[1] : "";
        try {
            Repository repository = repositories.get(parts[0]);
            return key.isEmpty() ? bucket(request, parts[0], repository) : object(request, repository, key);
        } catch (LakefsProblem problem) {
            String code = problem.status() == 404 ? "NoSuchKey" : "InvalidRequest";
            return S3Xml.refusal(problem.status(), code, problem.getMessage(), request.path());
        }
    }

    private SimResponse bucket(SimRequest request, String name, Repository repository) {
        if (request.method().equals("POST") && request.query().containsKey("delete")) {
            S3Request.keysToDelete(request).forEach(key -> delete(repository, key));
            return S3Xml.deleted();
        }
        if (!request.method().equals("GET")) {
            return SimResponse.empty(request.method().equals("HEAD") ? 200 : 405);
        }
        String prefix = request.query().getOrDefault("prefix", "");
        return S3Xml.list(name, prefix, request.query().getOrDefault("delimiter", ""), list(repository, prefix));
    }

    private List<Buckets.Entry> list(Repository repository, String prefix) {
        int slash = prefix.indexOf('/');
        if (slash < 0) {
            return List.of();
        }
        String ref = prefix.substring(0, slash + 1);
        return objects(repository, prefix).entrySet().stream()
                .filter(each -> (ref + each.getKey()).startsWith(prefix))
                .map(each -> {
                    Content content = contents.of(each.getValue());
                    return new Buckets.Entry(ref + each.getKey(), content.bytes().length, content.modified());
                })
                .toList();
    }

    /** Of a branch that is not there, nothing: clients look for folders before they make them. */
    private static Map<String, String> objects(Repository repository, String key) {
        try {
            return repository.objectsOf(ObjectKey.of(key).ref());
        } catch (LakefsProblem noBranch) {
            return new TreeMap<>();
        }
    }

    private SimResponse object(SimRequest request, Repository repository, String key) {
        if (request.query().containsKey("uploads") || request.query().containsKey("uploadId")) {
            return S3Xml.refusal(501, "NotImplemented", "uploads in parts are not simulated", request.path());
        }
        return switch (request.method()) {
            case "PUT" -> put(request, repository, key);
            case "DELETE" -> {
                delete(repository, key);
                yield SimResponse.empty(204);
            }
            case "HEAD", "GET" -> get(request, repository, key);
            default -> SimResponse.empty(405);
        };
    }

    private static void delete(Repository repository, String key) {
        ObjectKey object = ObjectKey.of(key);
        repository.delete(object.ref(), object.path());
    }

    private SimResponse put(SimRequest request, Repository repository, String key) {
        ObjectKey object = ObjectKey.of(key);
        if (object.path().isEmpty()) {
            throw new LakefsProblem(400, "there is no object's path behind the branch");
        }
        String copied = S3Request.copiedKey(request).orElse("");
        String checksum = copied.isEmpty() ? contents.keep(S3Request.content(request)) : checksum(repository, copied);
        repository.put(object.ref(), object.path(), checksum);
        return copied.isEmpty()
                ? new SimResponse(200, Map.of("ETag", quoted(checksum)), new byte[0])
                : S3Xml.copied(checksum, contents.of(checksum).modified());
    }

    private static String checksum(Repository repository, String key) {
        String checksum = objects(repository, key).get(ObjectKey.of(key).path());
        if (checksum == null) {
            throw new LakefsProblem(404, "The specified key does not exist.");
        }
        return checksum;
    }

    private SimResponse get(SimRequest request, Repository repository, String key) {
        String checksum = checksum(repository, key);
        return S3Request.answer(request, contents.of(checksum), quoted(checksum));
    }

    private static String quoted(String checksum) {
        return '"' + checksum + '"';
    }
}
