package io.slipway.cli.home;

import io.slipway.cli.error.CliException;
import java.util.List;
import java.util.Optional;

/** Ids of rollouts as people type them. */
public final class TypedId {
    private static final int SHOWN = 5;

    private TypedId() {}

    /**
     * The id that is meant: the whole of it, an unambiguous beginning, or {@code last}.
     *
     * @param all the ids there are, the latest first
     * @return empty when there is none
     * @throws CliException when there is more than one
     */
    public static Optional<String> find(String typed, List<String> all) {
        if (all.contains(typed)) {
            return Optional.of(typed);
        }
        if (typed.equals("last") && !all.isEmpty()) {
            return Optional.of(all.getFirst());
        }
        List<String> fitting = all.stream().filter(id -> id.startsWith(typed)).toList();
        if (fitting.size() > 1) {
            throw CliException.invalid(
                    "'" + typed + "' matches " + fitting.size() + " rollouts: "
                            + String.join(", ", fitting.subList(0, Math.min(SHOWN, fitting.size()))),
                    "Type more of its id.");
        }
        return fitting.stream().findFirst();
    }
}
