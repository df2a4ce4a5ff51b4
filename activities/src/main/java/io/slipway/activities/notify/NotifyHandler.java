package io.slipway.activities.notify;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Notify;
import io.slipway.model.journal.Failure;

/**
 * The verb {@code notify}. When the worker is lost between the delivery and the end of the step, its successor delivers
 * the message again, with the same key: told twice is better than not told.
 */
public final class NotifyHandler implements VerbHandler<Notify> {
    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public NotifyHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Notify action, Reach reach) {
        return Calls.NONE;
    }

    @Override
    public Done run(Notify notify, StepContext context) throws InterruptedException {
        Channel channel = Channel.of(notify);
        channel.check();
        try (Reach reach = Reach.of(clusters, context)) {
            context.progress("sending a message to " + channel.display());
            context.beforeWrite();
            channel.deliver(Message.of(notify.message(), context), Delivery.of(reach));
            return Done.of("message sent to " + channel.display(), new Notify.Outputs(true));
        } catch (StepFailure undelivered) {
            return notDelivered(notify, channel, undelivered.failure(), context);
        }
    }

    private static Done notDelivered(Notify notify, Channel channel, Failure why, StepContext context) {
        String what = "the message to " + channel.display() + " was not delivered";
        if (notify.required()) {
            throw StepFailure.of(what, why.cause(), why.fix());
        }
        context.recorder().warning(what + ": " + why.cause() + "; " + why.fix());
        return Done.of(what, new Notify.Outputs(false));
    }
}
