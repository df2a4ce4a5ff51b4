package io.slipway.activities.diagnose;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.ownership.StepObjects;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.diagnosis.Diagnosis;
import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.diagnosis.Subject;
import io.slipway.activities.diagnosis.collect.Bundle;
import io.slipway.activities.diagnosis.collect.SnapshotCollector;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Diagnose;
import io.slipway.model.journal.Finding;
import io.slipway.model.spec.Ref;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * Takes a snapshot, matches the rules, and keeps both as a zip in the blob store. It only reads, and finding something
 * does not fail the step: it is there to tell.
 */
public final class DiagnoseHandler implements VerbHandler<Diagnose> {

    private final Clusters clusters;
    private final Function<StepContext, DiagnosisRules> rules;

    /** Looks at these clusters with the rules for each step. */
    public DiagnoseHandler(Clusters clusters, Function<StepContext, DiagnosisRules> rules) {
        this.clusters = clusters;
        this.rules = rules;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Diagnose action, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(action.namespace());
        Calls calls = SnapshotCollector.calls(namespace);
        boolean usage = action.include().contains(Diagnose.Include.USAGE);
        Calls metrics =
                usage ? Calls.on("pods.metrics.k8s.io", namespace, "list").ifGranted() : Calls.NONE;
        Calls objects = action.of().isPresent() ? objects(action.of().get(), namespace, reach) : Calls.NONE;
        return calls.and(metrics).and(objects);
    }

    private static Calls objects(Ref of, String namespace, Reach reach) throws InterruptedException {
        return of.isObject()
                ? reach.callsOn(of.kind(), namespace, "list").ifGranted()
                : StepObjects.calls(
                        of.name(),
                        reach.context(),
                        (kind, where) -> Calls.on(kind, where, "list").ifGranted());
    }

    @Override
    public Done run(Diagnose action, StepContext context) throws InterruptedException {
        String namespace = action.namespace().orElseGet(context::namespace);
        context.progress("collecting objects, events and logs of namespace " + namespace);
        Cluster cluster = clusters.of(context);
        Snapshot snapshot = snapshot(action, context, cluster, namespace);
        if (snapshot.subjects().stream().allMatch(DiagnoseHandler::isQuota)) {
            context.recorder().warning("nothing to diagnose: no " + what(action) + " in namespace " + namespace);
        }
        Diagnosis diagnosis = Diagnosis.of(snapshot, rules.apply(context));
        diagnosis.findings().forEach(context.recorder()::finding);
        Bundle bundle = Parts.of(action.include(), cluster, namespace)
                .apply(Bundle.of(snapshot, diagnosis, context.masker()::mask));
        String hash = context.blobs().put(zip(bundle));
        List<String> findings = diagnosis.findings().stream()
                .map(DiagnoseHandler::text)
                .map(context.masker()::mask)
                .toList();
        String summary = snapshot.subjects().size() + " objects checked, "
                + (findings.isEmpty() ? "no rule matches" : findings.size() + " findings");
        return Done.of(summary, new Diagnose.Outputs(hash, findings));
    }

    private static Snapshot snapshot(Diagnose action, StepContext context, Cluster cluster, String namespace)
            throws InterruptedException {
        SnapshotCollector collector = new SnapshotCollector(cluster);
        String step = context.task().step();
        if (action.of().isEmpty()) {
            return collector.ofSelector(step, namespace, action.selector().orElse(""));
        }
        Ref of = action.of().get();
        List<ObjectRef> objects = of.isObject()
                ? List.of(cluster.kinds().called(of.kind()).ref(namespace, of.name()))
                : new StepObjects(cluster, context)
                        .of(of.name()).stream().map(Entry::ref).toList();
        return collector.ofObjects(step, namespace, objects);
    }

    private static String what(Diagnose action) {
        return action.of()
                .map(Ref::value)
                .or(() -> action.selector().map(labels -> "pod with " + labels))
                .orElse("pod");
    }

    /** A namespace's quotas belong to every picture of it. */
    private static boolean isQuota(Subject subject) {
        return subject.object().path("kind").asText().equals("ResourceQuota");
    }

    private static String text(Finding finding) {
        return finding.object() + ": " + finding.cause() + ". Fix: " + finding.fix();
    }

    private static byte[] zip(Bundle bundle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            bundle.zipTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a zip in memory cannot fail", e);
        }
        return out.toByteArray();
    }
}
