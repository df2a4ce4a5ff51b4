package io.slipway.activities.cluster.kinds;

import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.step.StepFailure;
import java.util.ArrayList;
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

    /** The kind of an object in the version that its group prefers, when the object's own version is not served. */
    public Optional<ApiKind> inAnotherVersion(ObjectRef ref) throws InterruptedException {
        for (String version : discovery.preferredVersions()) {
            Optional<ApiKind> found =
                    version.startsWith(ref.group() + "/") ? among(version(version), ref.kind()) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The version under which a kind is served that is not served under another; empty when it is not at all. */
    public Optional<String> servedAs(String kind) throws InterruptedException {
        return search(kind, false).filter(each -> each.kind().equals(kind)).map(ApiKind::apiVersion);
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
        Optional<ApiKind> known = search(name, false);
        if (known.isPresent()) {
            return known;
        }
        refresh();
        return search(name, true);
    }

    /**
     * Looks through all groups.
     *
     * @param patient whether those that do not answer are asked again when none of the others has the kind: it may be
     *     theirs, but metrics that are away are no reason not to find what others serve
     */
    private Optional<ApiKind> search(String name, boolean patient) throws InterruptedException {
        List<String> away = new ArrayList<>();
        Optional<ApiKind> found = search(CommonVersions.IN_ORDER, name, away);
        if (found.isEmpty()) {
            found = search(preferred(), name, away).or(() -> named(List.copyOf(expected), name));
        }
        for (String version : patient ? away : List.<String>of()) {
            if (found.isEmpty()) {
                found = named(version(version), name);
            }
        }
        return found;
    }

    private Optional<ApiKind> search(List<String> among, String name, List<String> away) throws InterruptedException {
        for (String version : among) {
            Optional<ApiKind> found = named(answered(version, away), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The kinds of a version, or none when its server is away; that of the API itself is waited for. */
    private List<ApiKind> answered(String apiVersion, List<String> away) throws InterruptedException {
        List<ApiKind> known = versions.get(apiVersion);
        if (known != null) {
            return known;
        }
        try {
            List<ApiKind> kinds = discovery.once().kinds(apiVersion);
            versions.put(apiVersion, kinds);
            return kinds;
        } catch (ApiException trouble) {
            if (trouble.code() == 503) {
                away.add(apiVersion);
                return List.of();
            }
            return version(apiVersion);
        }
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
                "no built-in API and no CustomResourceDefinition defines it",
                "correct apiVersion and kind, or deploy the CustomResourceDefinition in an earlier step");
    }
}
