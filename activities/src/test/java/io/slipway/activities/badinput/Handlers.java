package io.slipway.activities.badinput;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.notify.NotifyHandler;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepActivities.VerbRunner;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.Action;
import io.slipway.model.action.Notify;
import io.slipway.model.spec.Binder;
import java.util.Map;

/** The verbs of the table, as the worker has them. */
final class Handlers {
    private final Map<String, VerbRunner<?>> verbs;

    Handlers(Clusters clusters) {
        verbs = Map.of("notify", new VerbRunner<>(Notify.class, new NotifyHandler(clusters)));
    }

    Done run(BadInputCase wrong, StepContext context) throws InterruptedException {
        return run(verbs.get(wrong.verb()), wrong, context);
    }

    private static <A extends Action> Done run(VerbRunner<A> verb, BadInputCase wrong, StepContext context)
            throws InterruptedException {
        return verb.handler().run(Binder.read(verb.type(), context.resolve(wrong.block())), context);
    }
}
