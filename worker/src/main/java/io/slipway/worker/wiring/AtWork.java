package io.slipway.worker.wiring;

import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the activities that a worker carries out now. */
final class AtWork extends WorkerInterceptorBase {
    private final AtomicInteger activities = new AtomicInteger();

    boolean none() {
        return activities.get() == 0;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new ActivityInboundCallsInterceptorBase(next) {
            @Override
            public ActivityOutput execute(ActivityInput input) {
                activities.incrementAndGet();
                try {
                    return super.execute(input);
                } finally {
                    activities.decrementAndGet();
                }
            }
        };
    }
}
