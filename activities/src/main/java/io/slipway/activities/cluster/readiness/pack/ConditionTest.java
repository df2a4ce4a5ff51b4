package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition's type with what it should say: {@code True}, {@code False}, {@code Unknown}, {@code not True},
 * {@code any} or {@code absent}, and in brackets the reasons, as in {@code False(*Failed|*Error)}. {@code error} and
 * {@code progress} in the brackets stand for the words that controllers use for these. A type may have {@code *}.
 */
record ConditionTest(Glob type, Predicate<Condition> accepts, boolean absent) implements Test {

    private static final Pattern VALUE = Pattern.compile("(?<status>[A-Za-z ]+?)\\s*(\\((?<reason>.*)\\))?");

    static ConditionTest of(String type, String value) {
        Matcher matcher = VALUE.matcher(value.strip());
        if (!matcher.matches()) {
            throw new PackException("'" + value + "' is not what a condition can say; write True, False, Unknown,"
                    + " 'not True', any or absent, and reasons in brackets: False(CreateFailed|*Error)");
        }
        String status = matcher.group("status");
        Predicate<Condition> reason = ReasonTest.of(matcher.group("reason"));
        return new ConditionTest(Glob.of(type), status(status).and(reason), status.equals("absent"));
    }

    @Override
    public Optional<Seen> on(KubeObject object) {
        Optional<Condition> found = object.conditions().stream()
                .filter(c -> type.matches(c.type()))
                .filter(c -> absent || accepts.test(c))
                .reduce((first, second) -> second);
        if (absent) {
            return found.isEmpty() ? Optional.of(new Seen("", Optional.empty())) : Optional.empty();
        }
        return found.map(c -> new Seen(c.describe(), found));
    }

    private static Predicate<Condition> status(String status) {
        return switch (status) {
            case "any", "absent" -> c -> true;
            case "not True", "not true" -> c -> !c.isTrue();
            case "not False", "not false" -> c -> !c.isFalse();
            default -> c -> c.status().equalsIgnoreCase(status);
        };
    }
}
