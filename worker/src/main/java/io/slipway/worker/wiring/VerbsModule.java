package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import io.slipway.activities.step.StepActivities;

/** The verbs: one line binds one. A test says which is missing. */
final class VerbsModule extends AbstractModule {
    private MapBinder<String, StepActivities.VerbRunner<?>> verbs;

    @Override
    protected void configure() {
        verbs = MapBinder.newMapBinder(
                binder(), new TypeLiteral<String>() {}, new TypeLiteral<StepActivities.VerbRunner<?>>() {});
    }
}
