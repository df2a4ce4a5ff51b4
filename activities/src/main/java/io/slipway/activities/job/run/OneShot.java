package io.slipway.activities.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.activities.cluster.manifest.Manifests;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ready.StuckTree;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.spec.FilePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one object of a job that an operator carries out: its name is the key, so that it is made once. */
public final class OneShot {
    private final Reach reach;
    private final StepContext context;
    private final ObjectNode wanted;
    private final ApiKind kind;

    private OneShot(Reach reach, ObjectNode wanted, ApiKind kind) {
        this.reach = reach;
        this.context = reach.context();
        this.wanted = wanted;
        this.kind = kind;
    }

    /**
     * Reads it from what the step names.
     *
     * @param kind such as {@code SparkApplication}
     * @throws StepFailure when that is not exactly one object of the kind, or the cluster does not serve it
     */
    public static OneShot read(Reach reach, Optional<FilePath> file, Optional<JsonNode> inline, String kind)
            throws InterruptedException {
        return read(reach, file, inline, kind, reach.context().task().objectName());
    }

    /** The same under a name that the kind takes. */
    public static OneShot read(
            Reach reach, Optional<FilePath> file, Optional<JsonNode> inline, String kind, String name)
            throws InterruptedException {
        ObjectNode tree = tree(reach.context(), file, inline, kind, name);
        return new OneShot(reach, tree, reach.cluster().kinds().of(ObjectRef.of(tree)));
    }

    /** The same for plans: an operator that is still to come brings the kind under its usual plural. */
    public static OneShot foresee(Reach reach, Optional<FilePath> file, Optional<JsonNode> inline, String kind)
            throws InterruptedException {
        StepContext context = reach.context();
        ObjectNode tree = tree(context, file, inline, kind, context.task().objectName());
        String apiVersion = tree.path("apiVersion").asText();
        ApiKind usual = ApiKind.namespaced(apiVersion, kind, kind.toLowerCase(Locale.ROOT) + "s");
        return new OneShot(
                reach, tree, reach.cluster().kinds().find(apiVersion, kind).orElse(usual));
    }

    private static ObjectNode tree(
            StepContext context, Optional<FilePath> file, Optional<JsonNode> inline, String kind, String name) {
        List<Manifest> manifests = new Manifests(context, List.of())
                .read(file.stream().toList(), inline.stream().toList());
        if (manifests.size() != 1 || !manifests.getFirst().ref().kind().equals(kind)) {
            throw StepFailure.permanent(
                    "the manifest of the job must be exactly one " + kind,
                    "it contains "
                            + manifests.stream()
                                    .map(each -> each.ref().display())
                                    .toList(),
                    "write exactly one object of kind " + kind + "; deploy the others in an earlier step");
        }
        ObjectNode tree = manifests.getFirst().tree().deepCopy();
        ObjectNode metadata = tree.withObject("/metadata");
        metadata.put("name", name);
        metadata.remove("generateName");
        if (metadata.path("namespace").asText("").isEmpty()) {
            metadata.put("namespace", context.namespace());
        }
        Owner.of(context.task()).label(tree, context.task());
        return tree;
    }

    /** Its kind as the cluster serves it. */
    public ApiKind kind() {
        return kind;
    }

    /** Its name. */
    public ObjectRef ref() {
        return ObjectRef.of(wanted);
    }

    /** What is wanted, as it is created. */
    public JsonNode wanted() {
        return wanted;
    }

    /** What making it and following it asks. */
    public Calls calls() {
        String namespace = ref().namespace();
        return Calls.on(kind, namespace, "get", "create")
                .and(ObjectWait.calls(kind, namespace))
                .and(Calls.on(Cluster.PODS, namespace, "get", "list"))
                .and(PodFollowers.calls(namespace))
                .and(StuckTree.calls(namespace));
    }

    /** What taking it away asks. */
    public Calls callsToRemove() {
        return Removal.calls(kind, ref().namespace());
    }

    /** Makes it, unless a worker did so before under the same key; what that one had noted went with it. */
    public void make() throws InterruptedException {
        ObjectRef ref = ref();
        Optional<JsonNode> known = reach.api().get(kind, ref.namespace(), ref.name());
        JsonNode made = known.isPresent() ? known.get() : create(ref);
        JobFacts.created(
                context.recorder(), ref, made.path("metadata").path("uid").asText());
    }

    private JsonNode create(ObjectRef ref) throws InterruptedException {
        try {
            return reach.cluster().api(context).create(kind, ref.namespace(), wanted);
        } catch (ApiException refused) {
            Optional<JsonNode> there =
                    refused.code() == 409 ? reach.api().get(kind, ref.namespace(), ref.name()) : Optional.empty();
            return there.orElseThrow(() -> refused.passingOrFailure("create " + ref.place()));
        }
    }

    /** Takes it away with all that belongs to it; returns when it is gone. */
    public void remove() throws InterruptedException {
        ObjectRef ref = ref();
        Optional<JsonNode> live = reach.api().get(kind, ref.namespace(), ref.name());
        if (live.isPresent()) {
            String uid = live.get().path("metadata").path("uid").asText();
            new Removal(reach.cluster(), context).remove(List.of(new Doomed(kind, ref, uid)), Removal.BACKGROUND);
        }
    }
}
