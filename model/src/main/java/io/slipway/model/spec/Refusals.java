package io.slipway.model.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what a record refuses of its values, so that all of it is told at once. */
public final class Refusals {
    private final List<String> messages = new ArrayList<>();

    /** A record's refusal: its message is all of them together. */
    public static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> messages;

        private Refused(List<String> messages) {
            super(String.join("; ", messages));
            this.messages = List.copyOf(messages);
        }
    }

    /** Each refusal that a record's exception tells of. */
    public static List<String> of(Throwable refusal) {
        return refusal instanceof Refused all ? all.messages : List.of(String.valueOf(refusal.getMessage()));
    }

    /** Refuses something, in words that name the value. */
    public Refusals when(boolean refused, Supplier<String> message) {
        if (refused) {
            messages.add(message.get());
        }
        return this;
    }

    /**
     * Ends the check of a record.
     *
     * @throws IllegalArgumentException when anything was refused
     */
    public void raise() {
        if (!messages.isEmpty()) {
            throw new Refused(messages);
        }
    }
}
