package io.slipway.sandbox.faults;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The faults of a sandbox, asked by whatever may fail.
 *
 * <p>An occurrence is the natural unit of the fault: an attempt to pull, a start of a container, a request, an object.
 * Asking again for the same occurrence gives the same answer and counts once.
 */
public final class Faults {
    private final List<FaultState> states = new CopyOnWriteArrayList<>();
    private final InstantSource time;
    private final double pace;

    /**
     * @param time where {@code after} and {@code for} are measured
     * @param pace simulated seconds that pass in a second of {@code time}
     */
    public Faults(List<Fault> faults, InstantSource time, double pace) {
        this.time = time;
        this.pace = pace;
        faults.forEach(this::add);
    }

    /** No faults at all. */
    public static Faults none() {
        return new Faults(List.of(), InstantSource.system(), 1);
    }

    /**
     * Reads scripts, in order.
     *
     * @throws FaultSyntaxException with every mistake, a line each
     */
    public static List<Fault> parse(List<String> scripts) {
        List<Fault> faults = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (String script : scripts) {
            try {
                faults.add(FaultParser.parse(script));
            } catch (FaultSyntaxException mistake) {
                mistakes.add(mistake.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new FaultSyntaxException(String.join("\n", mistakes));
        }
        return faults;
    }

    /** Every fault there is, in the order of the documentation. */
    public static List<FaultKind> catalogue() {
        return Arrays.asList(FaultKind.values());
    }

    /** Adds a fault to a running sandbox. */
    public void add(Fault fault) {
        states.add(new FaultState(fault));
    }

    /** Removes all faults: from now on everything works. */
    public void clear() {
        states.clear();
    }

    /** The fault of this kind that strikes this occurrence, if any; the occurrence counts. */
    public Optional<Fault> strike(FaultKind kind, Subject subject, String occurrence) {
        for (FaultState state : states) {
            Fault fault = state.fault();
            if (fault.kind() == kind
                    && fault.target().matches(subject)
                    && state.strikes(occurrence, time.instant(), pace)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** True when a fault of this kind strikes this occurrence; it counts. */
    public boolean strikes(FaultKind kind, Subject subject, String occurrence) {
        return strike(kind, subject, occurrence).isPresent();
    }

    /** True when any fault of this kind is scripted: lets busy paths skip the look-up of owners. */
    public boolean any(FaultKind kind) {
        return states.stream().anyMatch(state -> state.fault().kind() == kind);
    }

    /** Faults that never struck: their target did not appear, so the rehearsal showed nothing about them. */
    public List<Fault> unused() {
        return states.stream()
                .filter(state -> !state.everStruck())
                .map(FaultState::fault)
                .toList();
    }
}
