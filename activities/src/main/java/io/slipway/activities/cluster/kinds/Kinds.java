package io.slipway.activities.cluster.kinds;

import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.step.StepFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds of one cluster, by discovery. Answers are kept; a kind that is not known makes it ask once more, since a CRD
 * may have been established meanwhile.
 */
public final class Kinds {
    private final Discovery discovery;
    private final Map<String, List<ApiKind>> versions;
    private final List<ApiKind> expected;
    private volatile List<String> preferred = List.of();

    /** The kinds that this API server serves. */
    public Kinds(KubeApi api) {
        this(new Discovery(api), new ConcurrentHashMap<>(), List.of());
    }

    private Kinds(Discovery discovery, Map<String, List<ApiKind>> versions, List<ApiKind> expected) {
        this.discovery = discovery;
        this.versions = versions;
        this.expected = expected;
    }

    /**
     * The same and those that will be served.
     *
     * @param more kinds whose definitions are still to come, may grow; those that are served win over them
     */
    public Kinds with(List<ApiKind> more) {
        return new Kinds(discovery, versions, more);
    }

    /** Forgets everything, after a CRD was established. */
    public void refresh() {
        versions.clear();
        preferred = List.of();
    }

    /** The kind of a manifest's object, or empty when it is not served. */
    public Optional<ApiKind> find(String apiVersion, String kind) throws InterruptedException {
        Optional<ApiKind> known = among(version(apiVersion), kind);
        if (known.isPresent()) {
            return known;
        }
        versions.remove(apiVersion);
        return among(version(apiVersion), kind)
                .or(() -> expected.stream()
                        .filter(each -> each.apiVersion().equals(apiVersion))
                        .filter(each -> each.kind().equals(kind))
                        .findFirst());
    }

    /** The version under which a kind is served that is not served under another; empty when it is not at all. */
    public Optional<String> servedAs(String kind) throws InterruptedException {
        return search(kind).filter(each -> each.kind().equals(kind)).map(ApiKind::apiVersion);
    }

    /**
     * The kind of an object.
     *
     * @throws StepFailure when it is not served
     */
    public ApiKind of(ObjectRef ref) throws InterruptedException {
        return find(ref.apiVersion(), ref.kind()).orElseThrow(() -> unknown(ref.kind() + " of " + ref.apiVersion()));
    }

    /**
     * The kind that people call so: kind, plural, singular or short name, perhaps with its group. The core group and
     * the usual ones win over others, as in kubectl.
     *
     * @throws StepFailure when there is none
     */
    public ApiKind called(String name) throws InterruptedException {
        return perhaps(name).orElseThrow(() -> unknown("called '" + name + "'"));
    }

    /** The same; empty when there is none, or not yet. */
    public Optional<ApiKind> perhaps(String name) throws InterruptedException {
        Optional<ApiKind> known = search(name);
        if (known.isPresent()) {
            return known;
        }
        refresh();
        return search(name);
    }

    private Optional<ApiKind> search(String name) throws InterruptedException {
        for (String common : CommonVersions.IN_ORDER) {
            Optional<ApiKind> found = named(version(common), name);
            if (found.isPresent()) {
                return found;
            }
        }
        for (String other : preferred()) {
            Optional<ApiKind> found = named(version(other), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return named(List.copyOf(expected), name);
    }

    private List<String> preferred() throws InterruptedException {
        if (preferred.isEmpty()) {
            preferred = discovery.preferredVersions();
        }
        return preferred;
    }

    private List<ApiKind> version(String apiVersion) throws InterruptedException {
        List<ApiKind> known = versions.get(apiVersion);
        if (known == null) {
            known = discovery.kinds(apiVersion);
            versions.put(apiVersion, known);
        }
        return known;
    }

    private static Optional<ApiKind> among(List<ApiKind> kinds, String kind) {
        return kinds.stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    private static Optional<ApiKind> named(List<ApiKind> kinds, String name) {
        return kinds.stream().filter(each -> each.isCalled(name)).findFirst();
    }

    private static StepFailure unknown(String what) {
        return StepFailure.permanent(
                "the cluster serves no kind " + what,
                "neither a built-in API nor a CustomResourceDefinition has it",
                "correct apiVersion and kind, or deploy the CustomResourceDefinition in an earlier step");
    }
}
