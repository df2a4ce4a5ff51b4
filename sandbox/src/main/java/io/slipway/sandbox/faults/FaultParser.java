package io.slipway.sandbox.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code TARGET: FAULT[(args)] [times=N] [after=30s] [for=2m]}; options may also stand among the arguments. */
public final class FaultParser {
    private static final Pattern FORM =
            Pattern.compile("\\s*(\\S+?)\\s*:\\s*([A-Za-z0-9_]+)\\s*(?:\\((.*)\\))?\\s*((?:\\w+=\\S+\\s*)*)");
    private static final Pattern OPTION = Pattern.compile("(times|after|for)=(\\S+)");
    /** An argument in quotes, which may hold commas, or one without; then a comma or the end. */
    private static final Pattern ARGUMENT =
            Pattern.compile("\\G\\s*(?:'(?<single>[^']*)'|\"(?<both>[^\"]*)\"|(?<plain>[^,]*?))\\s*(?:,|$)");

    private static final Pattern STEP = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    private FaultParser() {}

    /**
     * Reads one script.
     *
     * @throws FaultSyntaxException when it is wrong, saying what to write
     */
    public static Fault parse(String script) {
        Matcher form = FORM.matcher(script);
        if (!form.matches()) {
            throw new FaultSyntaxException("'" + script + "' is not a fault. Write TARGET: FAULT, such as"
                    + " 'flink-deploy: ImagePullBackOff' or 'deployment/flink-*: SlowReadiness(30s) times=1'");
        }
        FaultKind kind = kind(script, form.group(2));
        List<String> args = new ArrayList<>();
        List<String> options = new ArrayList<>(words(form.group(4)));
        for (String arg : arguments(form.group(3))) {
            (OPTION.matcher(arg).matches() ? options : args).add(arg);
        }
        return new Options(script, kind).with(options).build(target(script, form.group(1), kind), args);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.trim().split("\\s+"));
    }

    private static List<String> arguments(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(text);
        while (argument.find() && argument.start() < text.length()) {
            Stream.of("single", "both", "plain")
                    .map(argument::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(arguments::add);
        }
        return arguments;
    }

    private static FaultKind kind(String script, String name) {
        return FaultKind.named(name)
                .orElseThrow(() -> new FaultSyntaxException("'" + script + "': there is no fault '" + name + "'."
                        + suggestion(name) + " Known faults:" + known()));
    }

    private static String suggestion(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(FaultKind.values())
                .map(FaultKind::label)
                .min(Comparator.comparingInt(label -> EditDistance.between(wanted, label.toLowerCase(Locale.ROOT))))
                .filter(best -> EditDistance.between(wanted, best.toLowerCase(Locale.ROOT)) <= 1 + name.length() / 3)
                .map(best -> " Did you mean '" + best + "'?")
                .orElse("");
    }

    private static String known() {
        return Arrays.stream(FaultKind.values())
                .map(FaultKind::label)
                .sorted()
                .map(label -> "\n  " + label)
                .collect(Collectors.joining());
    }

    private static FaultTarget target(String script, String text, FaultKind kind) {
        if (text.equals("api")) {
            if (kind.scope() != FaultScope.API) {
                throw new FaultSyntaxException("'" + script + "': " + kind.label()
                        + " strikes objects, not the API server. Write a step or kind/name before the colon");
            }
            return new FaultTarget.Api();
        }
        if (text.equals("*")) {
            return new FaultTarget.Everything();
        }
        int slash = text.indexOf('/');
        if (slash > 0 && slash < text.length() - 1) {
            return new FaultTarget.Named(KindNames.canonical(text.substring(0, slash)), text.substring(slash + 1));
        }
        if (STEP.matcher(text).matches()) {
            return new FaultTarget.Step(text);
        }
        throw new FaultSyntaxException("'" + script + "': '" + text
                + "' is no target. Write a step's name, kind/name such as pod/minio-*, * or api");
    }

    /** Collects what stands after the arguments. */
    private static final class Options {
        private final String script;
        private final FaultKind kind;
        private int times = Integer.MAX_VALUE;
        private Duration after = Duration.ZERO;
        private Optional<Duration> lasts = Optional.empty();

        Options(String script, FaultKind kind) {
            this.script = script;
            this.kind = kind;
        }

        Options with(List<String> options) {
            options.forEach(this::read);
            return this;
        }

        private void read(String option) {
            Matcher form = OPTION.matcher(option);
            if (!form.matches()) {
                throw new FaultSyntaxException(
                        "'" + script + "': unknown option '" + option + "'. Options are times=N, after=30s, for=2m");
            }
            switch (form.group(1)) {
                case "times" -> times = count(form.group(2));
                case "after" -> after = duration(form.group(2));
                default -> lasts = Optional.of(duration(form.group(2)));
            }
        }

        private int count(String text) {
            if (!text.matches("[1-9]\\d{0,6}")) {
                throw new FaultSyntaxException("'" + script + "': times=" + text + " is not a number of 1 or more");
            }
            return Integer.parseInt(text);
        }

        private Duration duration(String text) {
            return FaultDuration.parse(text)
                    .orElseThrow(() -> new FaultSyntaxException(
                            "'" + script + "': '" + text + "' is no duration. Write 250ms, 30s, 2m or 1h"));
        }

        Fault build(FaultTarget target, List<String> args) {
            FaultArguments.check(script, kind, args);
            int struck = FaultArguments.timesAmong(kind, args).orElse(times);
            return new Fault(script, target, kind, args, struck, after, lasts);
        }
    }
}
