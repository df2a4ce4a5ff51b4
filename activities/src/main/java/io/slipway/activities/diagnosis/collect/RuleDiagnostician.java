package io.slipway.activities.diagnosis.collect;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.diagnosis.Diagnosis;
import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.step.StepContext;
import io.slipway.model.journal.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds out about objects that failed by taking a snapshot around them and matching rules. */
public final class RuleDiagnostician implements Diagnostician {

    private final Clusters clusters;
    private final Function<StepContext, DiagnosisRules> rules;

    /** With the rules for each step. */
    public RuleDiagnostician(Clusters clusters, Function<StepContext, DiagnosisRules> rules) {
        this.clusters = clusters;
        this.rules = rules;
    }

    @Override
    public List<Finding> findings(StepContext context, List<ObjectRef> objects) throws InterruptedException {
        SnapshotCollector collector = new SnapshotCollector(clusters.of(context));
        Map<String, List<ObjectRef>> byNamespace = new TreeMap<>();
        for (ObjectRef object : objects) {
            byNamespace
                    .computeIfAbsent(object.namespace(), any -> new ArrayList<>())
                    .add(object);
        }
        Map<String, Finding> found = new LinkedHashMap<>();
        for (Map.Entry<String, List<ObjectRef>> entry : byNamespace.entrySet()) {
            Snapshot snapshot = collector.ofObjects("", entry.getKey(), entry.getValue());
            Diagnosis.of(snapshot, rules.apply(context))
                    .findings()
                    .forEach(finding -> found.putIfAbsent(finding.rule() + " " + finding.object(), finding));
        }
        return new ArrayList<>(found.values());
    }
}
