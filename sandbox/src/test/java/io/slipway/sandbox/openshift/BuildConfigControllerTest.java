package io.slipway.sandbox.openshift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ConfigChange trigger, also when the sandbox was killed while it made a Build. */
class BuildConfigControllerTest {
    private static final Key KEY = new Key("shop", "image");

    private final ObjectStore store = ObjectStore.inMemory();
    private final BuildConfigController controller = new BuildConfigController(store);

    @Test
    void startsOneBuild() {
        store.create(Kinds.BUILD_CONFIG, config());
        controller.reconcile(KEY);
        controller.reconcile(KEY);
        assertThat(builds()).extracting(Meta::name).containsExactly("image-1");
        assertThat(lastVersion()).isOne();
    }

    @Test
    void aBuildThatWasNotCountedIsNotMadeAgain() {
        store.create(Kinds.BUILD_CONFIG, config());
        controller.reconcile(KEY);
        store.mutateStatus(Kinds.BUILD_CONFIG, "shop", "image", now -> {
            now.withObject("/status").put("lastVersion", 0);
            return now;
        });
        controller.reconcile(KEY);
        assertThat(builds()).hasSize(1);
        assertThat(lastVersion()).isOne();
    }

    @Test
    void aBuildOfAnEarlierConfigOfTheNameIsNotTakenForItsOwn() {
        store.create(Kinds.BUILD_CONFIG, config());
        controller.reconcile(KEY);
        store.mutate(Kinds.BUILD, "shop", "image-1", build -> {
            Meta.of(build).remove("ownerReferences");
            return build;
        });
        store.mutateStatus(Kinds.BUILD_CONFIG, "shop", "image", now -> {
            now.withObject("/status").put("lastVersion", 0);
            return now;
        });
        controller.reconcile(KEY);
        assertThat(builds()).extracting(Meta::name).containsExactly("image-1", "image-2");
        assertThat(lastVersion()).isEqualTo(2);
    }

    private List<ObjectNode> builds() {
        return store.list(Kinds.BUILD, "shop");
    }

    private long lastVersion() {
        return BuildInstantiator.lastVersion(
                store.view(Kinds.BUILD_CONFIG, "shop", "image").orElseThrow());
    }

    private static ObjectNode config() {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.put("apiVersion", "build.openshift.io/v1").put("kind", "BuildConfig");
        config.putObject("metadata").put("name", "image").put("namespace", "shop");
        config.putObject("spec").putArray("triggers").addObject().put("type", "ConfigChange");
        return config;
    }
}
