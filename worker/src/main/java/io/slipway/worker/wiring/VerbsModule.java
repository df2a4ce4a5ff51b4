package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoMap;
import com.google.inject.multibindings.StringMapKey;
import io.slipway.activities.build.BuildHandler;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.delete.DeleteHandler;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.secret.SecretHandler;
import io.slipway.activities.step.StepActivities.VerbRunner;
import io.slipway.activities.waitready.WaitReadyHandler;
import io.slipway.model.action.Build;
import io.slipway.model.action.Delete;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Secret;
import io.slipway.model.action.WaitReady;

/** The verbs, a binding each. A test says which is missing. */
final class VerbsModule extends AbstractModule {
    @Provides
    @Singleton
    ReadyWaiter waiter(Clusters clusters) {
        return new ReadyWaiter(clusters, Diagnostician.none());
    }

    @ProvidesIntoMap
    @StringMapKey("deploy")
    VerbRunner<?> deploy(Clusters clusters, ReadyWaiter waiter) {
        return new VerbRunner<>(Deploy.class, new DeployHandler(clusters, waiter));
    }

    @ProvidesIntoMap
    @StringMapKey("waitReady")
    VerbRunner<?> waitReady(Clusters clusters, ReadyWaiter waiter) {
        return new VerbRunner<>(WaitReady.class, new WaitReadyHandler(clusters, waiter));
    }

    @ProvidesIntoMap
    @StringMapKey("delete")
    VerbRunner<?> delete(Clusters clusters) {
        return new VerbRunner<>(Delete.class, new DeleteHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("secret")
    VerbRunner<?> secret(Clusters clusters) {
        return new VerbRunner<>(Secret.class, new SecretHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("build")
    VerbRunner<?> build(Clusters clusters) {
        return new VerbRunner<>(Build.class, new BuildHandler(clusters));
    }
}
