package io.slipway.activities.step;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;

/** Sends the heartbeats of {@link KeptAlive} activities while they run. Steps send their own, which say more. */
public final class KeepingAlive extends WorkerInterceptorBase {
    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Calls(next);
    }

    private static final class Calls extends ActivityInboundCallsInterceptorBase {
        private ActivityExecutionContext context;

        Calls(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext newContext) {
            context = newContext;
            super.init(newContext);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            if (context.getInfo().isLocal() || !(context.getInstance() instanceof KeptAlive)) {
                return super.execute(input);
            }
            Heartbeat heartbeat = Heartbeat.uninterrupted(context);
            try {
                return super.execute(input);
            } finally {
                heartbeat.close();
            }
        }
    }
}
