package io.slipway.sandbox.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** How often a fault has struck, and since when. Occurrences already struck stay struck until the fault heals. */
final class FaultState {
    private final Fault fault;
    private final Set<String> struck = new HashSet<>();
    private Instant firstSeen;
    private Instant firstStruck;

    FaultState(Fault fault) {
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    synchronized boolean strikes(String occurrence, Instant now, double pace) {
        if (firstSeen == null) {
            firstSeen = now;
        }
        if (simulated(firstSeen, now, pace).compareTo(fault.after()) < 0) {
            return false;
        }
        if (firstStruck != null && healed(now, pace)) {
            return false;
        }
        if (!struck.contains(occurrence) && struck.size() >= fault.times()) {
            return false;
        }
        struck.add(occurrence);
        firstStruck = firstStruck == null ? now : firstStruck;
        return true;
    }

    synchronized boolean everStruck() {
        return firstStruck != null;
    }

    private boolean healed(Instant now, double pace) {
        return fault.lasts()
                .filter(lasts -> simulated(firstStruck, now, pace).compareTo(lasts) > 0)
                .isPresent();
    }

    private static Duration simulated(Instant from, Instant to, double pace) {
        return Duration.ofNanos((long) (Duration.between(from, to).toNanos() * pace));
    }
}
