package io.slipway.sandbox.api.discovery;

import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ServedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Everything that is served now: the stored kinds and the resources that are only answered. */
final class Catalogue {

    private static final List<String> ALL_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> NAMESPACE_VERBS =
            ALL_VERBS.stream().filter(verb -> !verb.equals("deletecollection")).toList();
    private static final List<ServedResource> ANSWERED = List.of(
            review("authorization.k8s.io", "SelfSubjectAccessReview", false),
            review("authorization.k8s.io", "SelfSubjectRulesReview", false),
            review("authorization.k8s.io", "SubjectAccessReview", false),
            review("authorization.k8s.io", "LocalSubjectAccessReview", true),
            review("authentication.k8s.io", "TokenReview", false),
            review("authentication.k8s.io", "SelfSubjectReview", false),
            metrics("pods", "PodMetrics", true),
            metrics("nodes", "NodeMetrics", false));

    private final KindRegistry kinds;

    Catalogue(KindRegistry kinds) {
        this.kinds = kinds;
    }

    List<ServedResource> all() {
        List<ServedResource> all = new ArrayList<>(ANSWERED);
        kinds.all().forEach(kind -> kind.versions().forEach(version -> all.add(stored(kind, version))));
        return all;
    }

    List<ServedResource> of(String group, String version) {
        return all().stream()
                .filter(one -> one.group().equals(group) && one.version().equals(version))
                .toList();
    }

    /** The groups besides the core group. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        all().forEach(one -> groups.add(one.group()));
        groups.remove("");
        return groups;
    }

    List<String> versions(String group) {
        return all().stream()
                .filter(one -> one.group().equals(group))
                .map(ServedResource::version)
                .distinct()
                .toList();
    }

    private static ServedResource stored(ServedKind kind, String version) {
        return new ServedResource(
                kind.kind().group(),
                version,
                kind.kind().plural(),
                kind.singular(),
                kind.kind().kind(),
                kind.kind().namespaced(),
                kind.shortNames(),
                kind.categories(),
                kind.kind().equals(Kinds.NAMESPACE) ? NAMESPACE_VERBS : ALL_VERBS,
                new TreeSet<>(kind.subresources()));
    }

    private static ServedResource review(String group, String kind, boolean namespaced) {
        String singular = kind.toLowerCase(Locale.ROOT);
        return new ServedResource(
                group,
                "v1",
                singular + "s",
                singular,
                kind,
                namespaced,
                List.of(),
                List.of(),
                List.of("create"),
                Set.of());
    }

    private static ServedResource metrics(String plural, String kind, boolean namespaced) {
        return new ServedResource(
                "metrics.k8s.io",
                "v1beta1",
                plural,
                "",
                kind,
                namespaced,
                List.of(),
                List.of(),
                List.of("get", "list"),
                Set.of());
    }
}
