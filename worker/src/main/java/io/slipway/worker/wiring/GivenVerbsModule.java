package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import io.slipway.activities.step.StepActivities;
import java.util.Map;

/** Verbs that the settings bring, in place of the standard ones. */
final class GivenVerbsModule extends AbstractModule {
    private final Map<String, StepActivities.VerbRunner<?>> verbs;

    GivenVerbsModule(Map<String, StepActivities.VerbRunner<?>> verbs) {
        this.verbs = Map.copyOf(verbs);
    }

    @Override
    protected void configure() {
        bind(new TypeLiteral<Map<String, StepActivities.VerbRunner<?>>>() {}).toInstance(verbs);
    }
}
