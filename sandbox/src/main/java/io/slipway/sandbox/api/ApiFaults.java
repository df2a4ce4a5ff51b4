package io.slipway.sandbox.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults the API server is told to show, by script. Safe for any number of threads. */
public final class ApiFaults {

    private final List<Armed> armed = new CopyOnWriteArrayList<>();

    /** A rule and how often it has still to speak. */
    private static final class Armed {
        private final ApiFault fault;
        private int left;

        Armed(ApiFault fault) {
            this.fault = fault;
            this.left = fault.count();
        }

        synchronized boolean take() {
            return left-- > 0;
        }
    }

    /**
     * Shows a fault from now on, until it has been shown often enough.
     *
     * @param fault which requests, what happens and how often
     */
    public void add(ApiFault fault) {
        armed.add(new Armed(fault));
    }

    /** Forgets all faults. */
    public void clear() {
        armed.clear();
    }

    /**
     * Takes the fault for a request: the first rule that matches and has not been used up.
     *
     * @param verb such as {@code create}
     * @param resource the plural, such as {@code pods}
     * @param name the object's name, empty when the request names none
     * @return what to do to the request
     */
    public Optional<ApiFault.Effect> take(String verb, String resource, String name) {
        for (Armed rule : armed) {
            if (rule.fault.matches(verb, resource, name) && rule.take()) {
                return Optional.of(rule.fault.effect());
            }
        }
        return Optional.empty();
    }

    /**
     * The rules as they were added.
     *
     * @return the rules
     */
    public List<ApiFault> rules() {
        List<ApiFault> rules = new ArrayList<>();
        armed.forEach(rule -> rules.add(rule.fault));
        return rules;
    }
}
