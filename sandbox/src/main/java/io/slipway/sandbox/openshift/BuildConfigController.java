package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The ConfigChange trigger: starts build 1 of a new BuildConfig by itself. */
public final class BuildConfigController implements Controller {
    private final ObjectStore store;
    private final BuildInstantiator instantiator;
    private final EventRecorder events;

    public BuildConfigController(ObjectStore store) {
        this.store = store;
        this.instantiator = new BuildInstantiator(store);
        this.events = new EventRecorder(store, "buildconfig-controller");
    }

    @Override
    public String name() {
        return "buildconfig-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return event.kind().sameResource(Kinds.BUILD_CONFIG)
                ? List.of(new Key(event.namespace(), event.name()))
                : List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode config =
                store.view(Kinds.BUILD_CONFIG, key.namespace(), key.name()).orElse(null);
        if (config == null || Meta.deleting(config)) {
            return Optional.empty();
        }
        if (BuildInstantiator.lastVersion(config) == 0 && triggered(config)) {
            instantiator.first(config, "Build configuration change").ifPresent(build -> tell(config, build));
        }
        return Optional.empty();
    }

    private void tell(ObjectNode config, ObjectNode build) {
        events.normal(
                Kinds.BUILD_CONFIG,
                config,
                "BuildStarted",
                "Build " + Meta.name(build) + " started by a configuration change");
    }

    private static boolean triggered(JsonNode config) {
        for (JsonNode trigger : config.path("spec").path("triggers")) {
            if (trigger.path("type").asText().equals("ConfigChange")) {
                return true;
            }
        }
        return false;
    }
}
