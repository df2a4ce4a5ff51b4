package io.slipway.sandbox.faults;

import java.util.List;
import java.util.OptionalInt;

/** What the arguments of each fault must look like. */
final class FaultArguments {
    private FaultArguments() {}

    static void check(String script, FaultKind kind, List<String> args) {
        int most = kind.arguments().isEmpty() ? 0 : kind.arguments().split(",").length;
        int least = most == 0
                ? 0
                : (int) List.of(kind.arguments().split(",")).stream()
                        .filter(word -> !word.trim().startsWith("["))
                        .count();
        if (args.size() > most || args.size() < least) {
            String form =
                    most == 0 ? kind.label() + " (it takes no argument)" : kind.label() + "(" + kind.arguments() + ")";
            throw new FaultSyntaxException("'" + script + "': " + args.size() + " arguments given. Write " + form);
        }
        if (kind.arguments().startsWith("duration")
                && FaultDuration.parse(args.get(0)).isEmpty()) {
            throw new FaultSyntaxException(
                    "'" + script + "': '" + args.get(0) + "' is no duration. Write 250ms, 30s, 2m or 1h");
        }
        checkNumbers(script, kind, args);
    }

    private static void checkNumbers(String script, FaultKind kind, List<String> args) {
        boolean numbers =
                kind == FaultKind.API_ERROR || kind == FaultKind.API_DROP || kind == FaultKind.ROUTE_NOT_ANSWERING;
        if (!numbers) {
            return;
        }
        for (String arg : args) {
            if (!arg.matches("[1-9]\\d{0,6}")) {
                throw new FaultSyntaxException("'" + script + "': '" + arg + "' is not a number of 1 or more");
            }
        }
    }

    /** {@code ApiError(503, 3)} and {@code ApiDrop(3)} carry their times as an argument. */
    static OptionalInt timesAmong(FaultKind kind, List<String> args) {
        int index = kind == FaultKind.API_ERROR ? 1 : kind == FaultKind.API_DROP ? 0 : -1;
        return index >= 0 && index < args.size()
                ? OptionalInt.of(Integer.parseInt(args.get(index)))
                : OptionalInt.empty();
    }
}
