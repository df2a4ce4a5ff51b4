package io.slipway.coverage;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.rights.Right;
import io.slipway.activities.preview.Previewer;
import io.slipway.activities.rollout.KeptPlans;
import io.slipway.activities.store.Stores;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.rollouts.Namespaces;
import io.slipway.model.journal.Journal;
import io.slipway.model.plan.Plan;
import io.slipway.sandbox.api.AuditEvent;
import io.slipway.sandbox.api.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run asked of the API server beside the rights that a plan of it asks for before, on a cluster where nothing is yet.
 *
 * @param folder where the run was
 */
record AskedRights(Path folder) {
    /** Everybody may ask of himself. */
    private static final String OF_ONESELF = "selfsubjectaccessreviews";

    /** A line for each right that the run needed and the plan does not ask for. */
    Set<String> missed() throws IOException, InterruptedException {
        Set<String> asked = asked();
        for (Right right : planned()) {
            asked.remove(line(right.verb(), right.resource(), right.namespace()));
        }
        return asked;
    }

    private Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String line : Files.readAllLines(folder.resolve(".slipway/sandbox/audit.jsonl"))) {
            AuditEvent event = AuditLog.parse(line);
            if (!event.resource().isEmpty() && !event.resource().equals(OF_ONESELF)) {
                String group = event.group().isEmpty() ? "" : "." + event.group();
                String part = event.subresource().isEmpty() ? "" : "/" + event.subresource();
                asked.add(line(event.verb(), event.resource() + group + part, event.namespace()));
            }
        }
        return asked;
    }

    private static String line(String verb, String resource, String namespace) {
        return verb + " " + resource + (namespace.isEmpty() ? "" : " in " + namespace);
    }

    private Set<Right> planned() throws IOException, InterruptedException {
        Plan plan = plan();
        Path empty = Files.createDirectory(folder.resolve("empty"));
        try (ChosenCluster cluster = ChosenCluster.sandbox(empty, Namespaces.of(plan));
                Clusters clusters = new Clusters()) {
            return new Previewer(clusters, name -> null).rights(plan, cluster.target(), true);
        }
    }

    private Plan plan() {
        Stores stores = Stores.in(folder.resolve(".slipway"));
        String rollout = stores.journals().rollouts().getFirst();
        Journal journal = Journal.of(rollout, stores.journals().events(rollout));
        return new KeptPlans(stores.blobs()).whole(journal.plan()).orElseThrow();
    }
}
