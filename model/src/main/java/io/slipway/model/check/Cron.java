package io.slipway.model.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cron expressions of five fields, as Temporal's schedules take them. */
final class Cron {
    private static final Pattern PART = Pattern.compile("(\\*|[A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?(?:/([0-9]{1,4}))?");
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<Unit> UNITS = List.of(
            new Unit("minute", 0, 59, List.of()),
            new Unit("hour", 0, 23, List.of()),
            new Unit("day of the month", 1, 31, List.of()),
            new Unit("month", 1, 12, MONTHS),
            new Unit("day of the week", 0, 7, DAYS));

    private record Unit(String name, int least, int most, List<String> words) {
        int value(String text) {
            int word = words.indexOf(text.toLowerCase(Locale.ROOT));
            if (word >= 0) {
                return word;
            }
            return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
        }

        boolean has(int value) {
            return value >= least && value <= most;
        }
    }

    private Cron() {}

    /** What is wrong with a cron expression. */
    static Optional<String> problem(String cron) {
        String[] fields = cron.strip().split("\\s+", -1);
        if (fields.length != UNITS.size()) {
            return Optional.of("a cron expression has five fields (minute, hour, day, month, weekday), but '" + cron
                    + "' has " + fields.length);
        }
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].split(",", -1)) {
                if (!isPart(UNITS.get(i), part)) {
                    Unit unit = UNITS.get(i);
                    return Optional.of("'" + part + "' is not a valid " + unit.name() + ": use " + unit.least() + " to "
                            + unit.most() + ", *, ranges a-b and steps /n");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPart(Unit unit, String part) {
        Matcher parts = PART.matcher(part);
        if (!parts.matches() || (parts.group(3) != null && Integer.parseInt(parts.group(3)) == 0)) {
            return false;
        }
        if (parts.group(1).equals("*")) {
            return parts.group(2) == null;
        }
        int from = unit.value(parts.group(1));
        int to = parts.group(2) == null ? from : unit.value(parts.group(2));
        return unit.has(from) && unit.has(to) && from <= to;
    }
}
