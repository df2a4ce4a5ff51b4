package io.slipway.model.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * What happened to a target.
 *
 * @param target its name
 * @param status where it is
 * @param rollout id of its rollout; empty before it has begun
 * @param attempt how often it was begun
 * @param cause why it failed, in one line, or empty
 * @param fix what to do about it, in one line, or empty
 * @param started when it began first
 * @param finished when it ended last
 */
public record TargetRecord(
        String target,
        TargetStatus status,
        String rollout,
        int attempt,
        String cause,
        String fix,
        Optional<Instant> started,
        Optional<Instant> finished) {

    /** A target that has not begun. */
    public static TargetRecord pending(String target) {
        return new TargetRecord(target, TargetStatus.PENDING, "", 0, "", "", Optional.empty(), Optional.empty());
    }

    /** The record after it has moved. */
    TargetRecord moved(FleetEvent.TargetMoved event) {
        boolean begins = event.status() == TargetStatus.RUNNING;
        return new TargetRecord(
                target,
                event.status(),
                event.rollout().isEmpty() ? rollout : event.rollout(),
                begins ? attempt + 1 : attempt,
                event.cause(),
                event.fix(),
                begins ? started.or(() -> Optional.of(event.at())) : started,
                event.status().ended() ? Optional.of(event.at()) : Optional.empty());
    }
}
