package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.worker.settings.WorkSettings;
import io.temporal.client.WorkflowClient;

/** Everything an engine is made of; without work, only where it finds journals and blobs. */
public final class EngineModule extends AbstractModule {
    private final EngineSettings settings;
    private final WorkflowClient client;

    /** An engine with these settings on that server. */
    public EngineModule(EngineSettings settings, WorkflowClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        bind(EngineSettings.class).toInstance(settings);
        bind(WorkflowClient.class).toInstance(client);
        install(new StoresModule());
        settings.work().ifPresent(this::installWork);
    }

    private void installWork(WorkSettings work) {
        bind(WorkSettings.class).toInstance(work);
        install(new StepsModule());
        install(new RolloutModule());
        install(work.verbs().<Module>map(GivenVerbsModule::new).orElseGet(VerbsModule::new));
    }
}
