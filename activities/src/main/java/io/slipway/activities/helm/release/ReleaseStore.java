package io.slipway.activities.helm.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.DeleteOptions;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepFailure;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The revisions of one release, in the Secrets where Helm looks for them. */
public final class ReleaseStore {
    private static final int KEPT = 10;
    /** What the values of a Secret may have together; they are counted without the Base64 of its data. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final KubeApi api;
    private final String namespace;
    private final String name;

    /** Of a release in a namespace. */
    public ReleaseStore(KubeApi api, String namespace, String name) {
        this.api = api;
        this.namespace = namespace;
        this.name = name;
    }

    /** What reading and keeping revisions in a namespace asks. */
    public static Calls calls(String namespace) {
        return Calls.on(Cluster.SECRETS, namespace, "get", "list", "create", "update", "delete");
    }

    /**
     * All revisions.
     *
     * @throws StepFailure when one cannot be read
     */
    public History load() throws InterruptedException {
        List<Release> found = new ArrayList<>();
        for (JsonNode secret : api.list(Cluster.SECRETS, namespace, ListQuery.labels("owner=helm,name=" + name))) {
            try {
                found.add(ReleaseCodec.read(secret));
            } catch (IllegalArgumentException | UncheckedIOException unreadable) {
                throw StepFailure.permanent(
                        ObjectRef.of(secret).place() + " cannot be read",
                        "it is not a revision of a Helm release: " + unreadable.getMessage(),
                        "delete it if it is no longer needed, and retry the step");
            }
        }
        return new History(found);
    }

    /** Keeps a revision, in place of what is known of it. */
    public void save(Release release) throws InterruptedException {
        ObjectNode secret = ReleaseCodec.secret(release);
        if (secret.path("data").path("release").asText().length() / 4 * 3 > MOST_BYTES) {
            throw StepFailure.permanent(
                    release.display() + " is too large to store",
                    "its objects exceed the size of a Secret",
                    "split the chart into several");
        }
        ObjectRef ref = ObjectRef.of(secret);
        Optional<JsonNode> known = api.get(Cluster.SECRETS, namespace, ref.name());
        try {
            if (known.isEmpty()) {
                api.create(Cluster.SECRETS, namespace, secret);
            } else {
                secret.withObjectProperty("metadata")
                        .set("resourceVersion", known.get().path("metadata").path("resourceVersion"));
                api.replace(Cluster.SECRETS, ref, secret);
            }
        } catch (ApiException refused) {
            throw refused.passingOrFailure("keep " + release.display());
        }
    }

    /** Forgets the oldest revisions when there are too many. */
    public void tidy() throws InterruptedException {
        List<Release> old = load().revisions();
        for (Release each : old.subList(0, Math.max(0, old.size() - KEPT))) {
            if (each.status() != Status.DEPLOYED) {
                delete(each);
            }
        }
    }

    /** Forgets a revision. */
    public void delete(Release release) throws InterruptedException {
        ObjectRef ref = new ObjectRef("v1", "Secret", namespace, ReleaseCodec.secretName(name, release.version()));
        api.delete(Cluster.SECRETS, ref, DeleteOptions.background(""));
    }
}
