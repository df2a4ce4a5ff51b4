package io.slipway.activities.helm;

import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.apply.Applied;
import io.slipway.activities.cluster.apply.Applier;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.Existing;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ownership.Placed;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.ready.Subjects;
import io.slipway.activities.cluster.ready.WaitOptions;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.helm.release.Release;
import io.slipway.model.action.Conflicts;
import io.slipway.model.action.Helm;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the objects of a release on the target. */
final class Placing {
    private final ReleaseStep step;

    Placing(ReleaseStep step) {
        this.step = step;
    }

    /** What waiting for the objects of a step asks. */
    static Calls callsToWait(String step) {
        return Calls.ofStep(
                step, (kind, namespace) -> isBuiltIn(kind.group()) ? ReadyWaiter.calls(kind, namespace) : Calls.NONE);
    }

    /** Makes the namespace of the release when the step says so and it is not there. */
    void namespace() throws InterruptedException {
        String name = step.namespace();
        if (!step.helm().createNamespace()) {
            return;
        }
        var api = step.cluster().api(step.context());
        var kind = step.cluster().kinds().called("namespace");
        if (api.get(kind, "", name).isPresent()) {
            return;
        }
        try {
            api.create(
                    kind,
                    "",
                    Json.tree(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name))));
        } catch (ApiException refused) {
            throw refused.passingOrFailure("create the namespace " + name);
        }
    }

    /** Applies definitions as the step says, and waits until they are established. */
    void definitions(List<Desired> definitions) throws InterruptedException {
        if (definitions.isEmpty() || step.helm().crds() == Helm.Crds.SKIP) {
            return;
        }
        Existing before = Existing.read(step.cluster(), definitions);
        boolean all = step.helm().crds() == Helm.Crds.CREATE_REPLACE;
        List<Desired> wanted = definitions.stream()
                .filter(each -> all || before.get(each.ref()).isEmpty())
                .toList();
        Applier applier = new Applier(
                step.cluster(), step.context(), Owner.of(step.context().task()), Conflicts.TAKE);
        applier.apply(wanted, before).stream()
                .map(Placing::fact)
                .forEach(step.context().recorder()::change);
    }

    /** Whether nobody's operator has to report that it is ready; some never do. */
    private static boolean isBuiltIn(String group) {
        return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
    }

    private static Change fact(Applied applied) {
        var ref = applied.desired().ref();
        return new Change(
                applied.kind(),
                ref.apiVersion(),
                ref.kind(),
                ref.namespace(),
                ref.name(),
                applied.uid(),
                applied.fields(),
                Optional.empty(),
                true);
    }

    /**
     * Applies the objects of a release.
     *
     * @param before what runs; fields that Helm itself wrote are taken over
     */
    Placed objects(List<Desired> objects, Optional<Release> before) throws InterruptedException {
        boolean helms = before.filter(release -> release.key().isEmpty()).isPresent();
        Conflicts conflicts = step.helm().conflicts();
        return new OwnedObjects(step.cluster(), step.context())
                .put(objects, helms && conflicts == Conflicts.FAIL ? Conflicts.ADOPT : conflicts);
    }

    /** Waits until those of built-in kinds are ready, as Helm does, unless the step says otherwise. */
    void await(List<Desired> objects) throws InterruptedException {
        List<Desired> builtIn =
                objects.stream().filter(each -> isBuiltIn(each.ref().group())).toList();
        if (step.helm().untilReady() && !builtIn.isEmpty()) {
            List<Subjects.Named> named = builtIn.stream()
                    .map(each -> new Subjects.Named(each.kind(), each.ref()))
                    .toList();
            step.waiter().await(Subjects.named(named), WaitOptions.usual(), step.context());
        }
    }
}
