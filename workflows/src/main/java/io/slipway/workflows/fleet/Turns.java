package io.slipway.workflows.fleet;

import io.slipway.workflows.contract.FleetActivities;
import io.slipway.workflows.contract.FleetActivities.TargetCall;
import io.slipway.workflows.contract.FleetActivities.TargetEnd;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lets targets take their turns, a bounded number at once; a turn can be left and taken up again by a new run. */
final class Turns {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private final int atOnce;
    private final Set<CancellationScope> under = new LinkedHashSet<>();
    private boolean leaving;

    Turns(int atOnce) {
        this.atOnce = atOnce;
    }

    /** The activities of a target, under a summary for the Temporal UI. */
    static FleetActivities activities(String summary) {
        return Workflow.newActivityStub(
                FleetActivities.class,
                ActivityOptions.newBuilder()
                        .setScheduleToCloseTimeout(LONGEST)
                        .setHeartbeatTimeout(HEARTBEAT)
                        .setSummary(summary)
                        .build());
    }

    /** Waits until there is room for one more, or {@code closed} says that none is wanted. */
    void awaitRoom(BooleanSupplier closed) {
        Workflow.await(() -> under.size() < atOnce || closed.getAsBoolean());
    }

    /** Lets a target take its turn. */
    void begin(TargetCall call, Function<TargetCall, TargetEnd> turn, Consumer<TargetEnd> end) {
        CancellationScope scope = Workflow.newCancellationScope(() -> take(call, turn, end));
        under.add(scope);
        Async.procedure(() -> run(scope));
    }

    private void run(CancellationScope scope) {
        try {
            scope.run();
        } finally {
            under.remove(scope);
        }
    }

    private void take(TargetCall call, Function<TargetCall, TargetEnd> turn, Consumer<TargetEnd> end) {
        TargetEnd result;
        try {
            result = turn.apply(call);
        } catch (ActivityFailure e) {
            if (leaving) {
                return;
            }
            result = new TargetEnd(false, reason(e), "");
        }
        end.accept(result);
    }

    private static String reason(ActivityFailure e) {
        return switch (e.getCause()) {
            case ApplicationFailure failure -> failure.getOriginalMessage();
            case null -> String.valueOf(e.getMessage());
            default -> String.valueOf(e.getCause().getMessage());
        };
    }

    /** Waits until none is under way. */
    void awaitIdle(BooleanSupplier leave) {
        Workflow.await(() -> under.isEmpty() || leave.getAsBoolean());
    }

    /** Leaves what is under way where it is. */
    void leave() {
        leaving = true;
        List.copyOf(under).forEach(scope -> scope.cancel("the run continues as a new one"));
        Workflow.await(under::isEmpty);
    }
}
