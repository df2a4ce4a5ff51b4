package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.images.ImageSource;
import io.slipway.activities.cluster.images.ImageUse;
import io.slipway.activities.cluster.images.LiveStreams;
import io.slipway.activities.cluster.images.StreamTag;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The images that objects of a plan take from OpenShift's image streams: whether they are there, or a step before fills their
 * tag. Other registries are not asked: they may answer the nodes only. Without the right to read streams nothing is said.
 */
final class Images {
    private final LiveStreams live;
    private final List<Want> wants = new ArrayList<>();
    private final Map<StreamTag, Set<String>> filled = new TreeMap<>();
    private final Set<StreamTag> built = new HashSet<>();
    private final Map<String, JsonNode> planned = new TreeMap<>();

    Images(Cluster cluster) {
        this.live = new LiveStreams(cluster);
    }

    /** An image that an object of a step, or a step itself, needs; how messages begin. */
    private record Want(String step, String object, ImageUse use) {}

    /** An object that a step wants; what it names and what it fills. */
    void want(String step, ObjectRef ref, JsonNode tree) {
        ImageUse.of(tree, ref.namespace()).forEach(use -> wants.add(new Want(step, ref.display() + ", ", use)));
        fills(step, ref.kind(), ImageSource.tags(tree, ref.namespace()));
        if (ref.kind().equals("ImageStream")) {
            planned.put(key(ref.namespace(), ref.name()), tree);
        }
    }

    /** The images that the block of a step gives as options. */
    void options(String step, JsonNode block, String namespace) {
        ImageUse.ofOptions(block, namespace).forEach(use -> wants.add(new Want(step, "", use)));
    }

    /** A BuildConfig that is there, and that a step starts. */
    void builds(String step, JsonNode config, String namespace) {
        fills(step, "BuildConfig", ImageSource.tags(config, namespace));
    }

    private void fills(String step, String kind, List<StreamTag> tags) {
        tags.forEach(tag -> filled.computeIfAbsent(tag, each -> new TreeSet<>()).add(StepRecord.planned(step)));
        if (kind.equals("BuildConfig")) {
            built.addAll(tags);
        }
    }

    /** A line for each use of an image that will not be there, so far as it is known. */
    List<String> missing(Plan plan) throws InterruptedException {
        Set<String> lines = new LinkedHashSet<>();
        for (Want want : wants) {
            trouble(plan, want)
                    .ifPresent(trouble -> lines.add("step " + want.step() + ": "
                            + want.object() + want.use().user() + ", image '"
                            + want.use().image() + "': " + trouble));
        }
        return List.copyOf(lines);
    }

    private Optional<String> trouble(Plan plan, Want want) throws InterruptedException {
        StreamTag tag = want.use().tag();
        if (!live.served()) {
            return want.use().shortName()
                    ? Optional.empty()
                    : Optional.of("this target has no image streams and therefore no such registry: use an image from a"
                            + " registry that its nodes can reach");
        }
        Optional<JsonNode> stream = live.stream(tag.namespace(), tag.stream());
        if (stream.isEmpty()
                || want.use().shortName() && !isLocal(tag, stream.get())
                || LiveStreams.holds(stream.get(), tag)) {
            return Optional.empty();
        }
        Set<String> steps = filled.getOrDefault(tag, Set.of());
        if (steps.isEmpty()) {
            return Optional.of(absent(tag, stream.get()));
        }
        if (steps.stream().noneMatch(step -> isBefore(plan, step, StepRecord.planned(want.step())))) {
            return Optional.of(
                    "step " + String.join(", ", steps) + " fills that tag, but this one does not wait for it:"
                            + " add 'needs: [" + String.join(", ", steps) + "]'");
        }
        return built.contains(tag)
                ? Optional.empty()
                : LiveStreams.importTrouble(stream.get(), tag.tag())
                        .map(why -> "its import failed (" + why + "): correct the tag's 'from', or push the image");
    }

    private boolean isLocal(StreamTag tag, JsonNode stream) {
        return planned.getOrDefault(key(tag.namespace(), tag.stream()), stream)
                .at("/spec/lookupPolicy/local")
                .asBoolean();
    }

    private static boolean isBefore(Plan plan, String step, String other) {
        return step.equals(other)
                || Followers.of(plan, step).contains(other)
                || plan.finallySteps().stream().map(PlannedStep::name).anyMatch(other::equals);
    }

    private String absent(StreamTag tag, JsonNode stream) {
        boolean planned = this.planned.containsKey(key(tag.namespace(), tag.stream()));
        List<String> others = LiveStreams.filled(stream);
        String what = stream.isMissingNode() && !planned
                ? "imagestream/" + tag.stream() + " not found in namespace " + tag.namespace()
                : "imagestream/" + tag.stream() + " in namespace " + tag.namespace() + " has no image " + tag
                        + (others.isEmpty() ? "" : ", its tags are " + String.join(", ", others));
        return what + ": create it in an earlier 'build' step, push it, or import it with oc import-image " + tag
                + " --from=REGISTRY/IMAGE --confirm -n " + tag.namespace();
    }

    private static String key(String namespace, String stream) {
        return namespace + "/" + stream;
    }
}
