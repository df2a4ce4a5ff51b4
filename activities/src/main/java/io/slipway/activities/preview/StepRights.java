package io.slipway.activities.preview;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.model.action.Action;
import io.slipway.model.action.Build;
import io.slipway.model.action.Delete;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Exec;
import io.slipway.model.action.Helm;
import io.slipway.model.action.Patch;
import io.slipway.model.action.Restart;
import io.slipway.model.action.Route;
import io.slipway.model.action.Scale;
import io.slipway.model.action.Secret;
import io.slipway.model.action.WaitReady;
import io.slipway.model.spec.Ref;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rights that a verb needs beside those on the objects that it applies. Verbs that reach services, jobs, and what a
 * diagnosis reads on its way are not covered: jobs need what their own objects need, diagnosis goes on without.
 */
final class StepRights {
    private static final List<String> CHANGE = List.of("get", "patch");

    private final Cluster cluster;
    private final String usual;

    /**
     * Rights at a cluster.
     *
     * @param usual namespace of objects that name none
     */
    StepRights(Cluster cluster, String usual) {
        this.cluster = cluster;
        this.usual = usual;
    }

    Stream<Right> of(Action action) throws InterruptedException {
        return switch (action) {
            case Deploy deploy -> inventory();
            case Build build ->
                Stream.concat(
                        inventory(),
                        Stream.concat(
                                Right.named("builds.build.openshift.io", usual, List.of("get", "list", "watch")),
                                Right.named("buildconfigs.build.openshift.io/instantiate", usual, List.of("create"))));
            case Helm helm -> inventory();
            case Route route -> Right.named("services", usual, List.of("get"));
            case Secret secret -> Right.named("secrets", in(secret.namespace()), List.of("get"));
            case WaitReady wait -> Right.named("pods", in(wait.namespace()), List.of("list", "watch"));
            case Exec exec ->
                Stream.concat(
                        Right.named("pods", usual, List.of("list")),
                        Right.named("pods/exec", usual, List.of("create")));
            case Scale scale -> named(Optional.of(scale.of()), scale.namespace(), CHANGE);
            case Patch patch -> named(Optional.of(patch.of()), patch.namespace(), CHANGE);
            case Restart restart -> named(restart.of(), restart.namespace(), CHANGE);
            case Delete delete -> named(delete.of(), delete.namespace(), List.of("get", "delete"));
            default -> Stream.empty();
        };
    }

    private Stream<Right> inventory() {
        return Right.named("configmaps", usual, List.of("list", "create", "update"));
    }

    /** Of an object that is named; what a step has made is known by that step. */
    private Stream<Right> named(Optional<Ref> of, Optional<String> namespace, List<String> verbs)
            throws InterruptedException {
        if (of.filter(Ref::isObject).isEmpty()) {
            return Stream.empty();
        }
        ApiKind kind = cluster.kinds().called(of.get().kind());
        return Right.of(kind, in(namespace), verbs);
    }

    private String in(Optional<String> namespace) {
        return namespace.orElse(usual);
    }
}
