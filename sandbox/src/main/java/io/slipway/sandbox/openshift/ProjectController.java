package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Shows each Namespace as a Project too, and gives it the service accounts that builds use. */
public final class ProjectController implements Controller {
    private final ObjectStore store;

    public ProjectController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "project-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return event.kind().sameResource(Kinds.NAMESPACE) ? List.of(new Key("", event.name())) : List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        Optional<ObjectNode> namespace = store.view(Kinds.NAMESPACE, "", key.name());
        if (namespace.isEmpty()) {
            remove(key.name());
            return Optional.empty();
        }
        if (store.view(Kinds.PROJECT, "", key.name()).isEmpty()) {
            ObjectNode project = JsonNodeFactory.instance.objectNode();
            project.putObject("metadata").put("name", key.name());
            project.putObject("status").put("phase", "Active");
            store.create(Kinds.PROJECT, project);
        }
        for (String account : List.of("default", "builder", "deployer")) {
            account(key.name(), account);
        }
        return Optional.empty();
    }

    private void account(String namespace, String name) {
        if (store.view(Kinds.SERVICE_ACCOUNT, namespace, name).isEmpty()) {
            ObjectNode account = JsonNodeFactory.instance.objectNode();
            account.putObject("metadata").put("name", name).put("namespace", namespace);
            try {
                store.create(Kinds.SERVICE_ACCOUNT, account);
            } catch (StatusException raced) {
                // Another controller made it first, or the namespace is going away.
                return;
            }
        }
    }

    private void remove(String name) {
        try {
            store.delete(Kinds.PROJECT, "", name, Deletion.NOW);
        } catch (StatusException gone) {
            // There was none.
            return;
        }
    }
}
