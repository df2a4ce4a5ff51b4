package io.slipway.activities.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Deploy;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.Ref;
import java.util.List;
import java.util.Map;

/** A Deployment that a pipeline has deployed, for tests of verbs that change it. */
public final class Web {
    private final TestCluster cluster;
    private final String name;

    private Web(TestCluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /** Deploys it by the pipeline {@code demo}, with two replicas that ask for 100m and 64Mi each, and waits. */
    public static Web deploy(TestCluster cluster, String name) throws InterruptedException {
        Web web = new Web(cluster, name);
        web.deploy();
        return web;
    }

    /** Deploys it once more, as a later rollout would. */
    public void deploy() throws InterruptedException {
        JsonNode manifest = Json.read("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "NAME", "labels": {"app": "NAME"}},
                 "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "NAME"}},
                  "template": {"metadata": {"labels": {"app": "NAME"}},
                   "spec": {"containers": [{"name": "web", "image": "nginx:1.27",
                     "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}}}]}}}}
                """.replace("NAME", name), JsonNode.class);
        Deploy deploy = Binder.read(Deploy.class, Json.tree(Map.of("inline", List.of(manifest), "wait", true)));
        FakeStepContext context = cluster.step(new FakeTask().step("deploy-" + name));
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(deploy, context);
    }

    /** As it is now. */
    public NamedObject live() throws InterruptedException {
        return NamedObject.get(cluster.cluster(), new Ref("deployment/" + name), cluster.namespace());
    }

    /** A part of it, by JSON pointer. */
    public JsonNode at(String pointer) throws InterruptedException {
        return live().tree().at(pointer);
    }
}
